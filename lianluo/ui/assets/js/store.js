// Drafts kept on this device, per signed-in account, so that two people on one computer never see each other's.
const PREFIX = "draft:";
const OWNER = "draft-owner";

// Who is signed in here; on the offline page, which knows nobody, who was signed in last.
function owner() {
  return document.body.dataset.account || localStorage.getItem(OWNER) || "";
}

export function scoped(key) {
  return `${PREFIX}${owner()}:${key}`;
}

// Remember who works on this device; forget it when they sign out.
export function belongs() {
  const { account } = document.body.dataset;
  if (account) localStorage.setItem(OWNER, account);
  document.addEventListener("submit", (event) => {
    if (event.target.action.endsWith("/logout/")) localStorage.removeItem(OWNER);
  });
}

export function load(key) {
  try {
    return JSON.parse(localStorage.getItem(scoped(key)));
  } catch {
    return null;
  }
}

export function keep(key, draft) {
  try {
    localStorage.setItem(scoped(key), JSON.stringify(draft));
    return true;
  } catch {
    return false;
  }
}

export function drop(key) {
  localStorage.removeItem(scoped(key));
}

export function forget(name) {
  localStorage.removeItem(name);
}

// Everything of this account that is not yet saved.
export function all() {
  if (!owner()) return [];
  return Object.keys(localStorage)
    .filter((name) => name.startsWith(scoped("")))
    .map((name) => {
      try {
        return { name, ...JSON.parse(localStorage.getItem(name)) };
      } catch {
        return { name };
      }
    })
    .filter((draft) => draft.dirty);
}
