// The offline page: drafts that are on this device and not yet saved can be written on, and go to the server when
// their own page is opened again.
import { all } from "./store.js";
import { clock, make, say } from "./words.js";

const RETRY = 3000;

function written(draft, name, value, place) {
  draft.fields[name] = [value];
  const { name: key, ...kept } = draft;
  localStorage.setItem(key, JSON.stringify({ ...kept, at: Date.now() }));
  place.textContent = say("offline");
}

function editor(draft, n) {
  const place = make("small", { role: "status" }, clock(new Date(draft.at)));
  const fields = Object.entries(draft.labels || {}).map(([name, label]) => {
    const area = make("textarea", { id: `draft-${n}-${name}`, rows: 5 });
    area.value = (draft.fields[name] || []).join("\n");
    area.addEventListener("input", () => written(draft, name, area.value, place));
    return make("div", { class: "field" }, make("label", { for: area.id }, label), area);
  });
  return make("details", { class: "draft" }, make("summary", {}, make("b", {}, draft.title || ""), " ", place), ...fields);
}

// Back to `url` as soon as it can be reached: the first request after a lost connection often fails still.
async function back(url) {
  try {
    await fetch(url, { method: "HEAD", cache: "no-store" });
    location.assign(url);
  } catch {
    setTimeout(() => back(url), RETRY);
  }
}

export function localDrafts() {
  const box = document.querySelector("[data-local-drafts]");
  document.querySelector("[data-reload]")?.addEventListener("click", (event) => {
    event.preventDefault();
    location.reload();
  });
  if (!box) return;
  const drafts = all();
  box.hidden = !drafts.length;
  box.querySelector("ul").replaceChildren(...drafts.map((draft, n) => make("li", {}, editor(draft, n))));
  if (location.pathname === box.dataset.localDrafts) return;
  const wanted = drafts[0]?.url || location.href;
  if (navigator.onLine) setTimeout(() => back(wanted), RETRY);
  else window.addEventListener("online", () => back(wanted), { once: true });
}
