// Short messages go away by themselves, but not while somebody is on them, and never when they offer a way back
// sooner than it can be read.
import { icon, make } from "./words.js";

const STAY = 7000;

function leave(toast) {
  let timer = setTimeout(() => toast.remove(), STAY);
  for (const name of ["mouseenter", "focusin"]) toast.addEventListener(name, () => clearTimeout(timer));
  for (const name of ["mouseleave", "focusout"])
    toast.addEventListener(name, () => (timer = setTimeout(() => toast.remove(), STAY)));
}

export function toasts(root) {
  root.querySelectorAll(".toasts .toast:not([data-on])").forEach((toast) => {
    toast.dataset.on = "1";
    leave(toast);
  });
}

export function toast(text, tone = "check") {
  const made = make("div", { class: "toast", "data-on": "1" }, icon(tone), make("span", {}, text));
  document.getElementById("toasts")?.append(made);
  leave(made);
}
