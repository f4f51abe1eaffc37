// The offline page lists what is kept on this device and not yet saved.
import { all } from "./store.js";
import { clock, make } from "./words.js";

export function localDrafts() {
  const box = document.querySelector("[data-local-drafts]");
  document.querySelector("[data-reload]")?.addEventListener("click", (event) => {
    event.preventDefault();
    location.reload();
  });
  if (!box) return;
  const drafts = all();
  box.hidden = !drafts.length;
  box.querySelector("ul").replaceChildren(
    ...drafts.map((draft) => make("li", {}, make("a", { href: draft.url }, `${draft.title || ""} `, make("small", {}, clock(new Date(draft.at)))))),
  );
}
