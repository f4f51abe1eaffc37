// Lists by keyboard: j k move, x selects, Enter opens, / searches, ? explains. And the bar for the selected rows.
import { say } from "./words.js";
import { toast } from "./toast.js";

const typing = (target) => target.closest("input:not([type=checkbox]), textarea, select, [contenteditable], [role=combobox]");

function rows() {
  return [...document.querySelectorAll("[data-list] [data-row]")];
}

function go(step) {
  const all = rows();
  if (!all.length) return;
  const now = all.findIndex((row) => row.classList.contains("at"));
  const next = Math.max(0, Math.min(all.length - 1, now + step));
  all[now]?.classList.remove("at");
  all[next].classList.add("at");
  all[next].querySelector("a")?.focus({ preventScroll: true });
  all[next].scrollIntoView({ block: "nearest" });
}

const acts = {
  j: () => go(1),
  k: () => go(-1),
  x: () => document.querySelector("[data-list] .at [type=checkbox]")?.click(),
  Enter: (event) => event.target === document.body && document.querySelector("[data-list] .at a")?.click(),
  "?": () => toast(say("keys"), "info"),
};

export function keys() {
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
    const hot = document.querySelector(`[data-hotkey="${CSS.escape(event.key)}"]`);
    if (hot) {
      event.preventDefault();
      hot.focus();
      return;
    }
    if (document.querySelector("[data-list]") && acts[event.key]) acts[event.key](event);
  });
}

function wire(list) {
  const boxes = () => [...list.querySelectorAll("[data-row] .sel [type=checkbox]")];
  const all = list.querySelector("[data-all]");
  const bar = document.querySelector("[data-bulk]");
  const everything = document.querySelector("[data-everything]");
  const show = () => {
    const on = boxes().filter((box) => box.checked).length;
    if (all) {
      all.checked = on > 0 && on === boxes().length;
      all.indeterminate = on > 0 && !all.checked;
    }
    if (!bar) return;
    bar.hidden = !on;
    bar.querySelector("[data-chosen]").textContent = say("chosen", { n: on });
    if (everything) everything.closest("label").hidden = !all.checked;
    if (everything && !all.checked) everything.checked = false;
  };
  list.addEventListener("change", (event) => {
    if (event.target === all) boxes().forEach((box) => (box.checked = all.checked));
    show();
  });
  bar?.querySelector("[data-none]")?.addEventListener("click", () => {
    boxes().forEach((box) => (box.checked = false));
    show();
  });
  show();
}

export function lists(root) {
  root.querySelectorAll("[data-list]").forEach(wire);
  root.querySelectorAll("select[data-submit]").forEach((select) => select.addEventListener("change", () => select.form.requestSubmit()));
}
