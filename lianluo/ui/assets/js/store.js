// Drafts kept on this device, per signed-in account, so that two people on one computer never see each other's.
const PREFIX = "draft:";

export function scoped(key) {
  return `${PREFIX}${document.body.dataset.account || ""}:${key}`;
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

// Everything of this account that is not yet saved; before sign-in (the offline page) of everybody.
export function all() {
  return Object.keys(localStorage)
    .filter((name) => name.startsWith(document.body.dataset.account ? scoped("") : PREFIX))
    .map((name) => {
      try {
        return { name, ...JSON.parse(localStorage.getItem(name)) };
      } catch {
        return { name };
      }
    })
    .filter((draft) => draft.dirty);
}
