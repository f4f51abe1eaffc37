// How many characters, beside the field.
import { say } from "./words.js";

export function counters(root) {
  root.querySelectorAll("[data-counter]").forEach((field) => {
    const place = document.querySelector(`[data-count="${field.id}"]`);
    if (!place) return;
    const most = Number(field.dataset.counter);
    const show = () => {
      const n = field.value.replace(/\s/g, "").length;
      place.textContent = most > 1 ? say("countOf", { n, most }) : say("count", { n });
      place.classList.toggle("over", most > 1 && n > most);
    };
    field.addEventListener("input", show);
    show();
  });
}
