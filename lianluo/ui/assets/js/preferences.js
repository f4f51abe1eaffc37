// Theme and letter size change at once; the server is told behind.
import { token } from "./words.js";

export function preferences() {
  document.addEventListener("submit", (event) => {
    const form = event.target;
    const button = event.submitter;
    if (!form.hasAttribute("data-preference") || !button) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    const root = document.documentElement;
    const { name } = button;
    let value = button.value;
    if (name === "theme") value = getComputedStyle(root).colorScheme.includes("dark") ? "light" : "dark";
    if (name === "size") value = root.dataset.size ? "" : "large";
    if (value) root.dataset[name] = value;
    else delete root.dataset[name];
    if (name === "size")
      document.querySelectorAll("[data-preference] [name=size]").forEach((b) => b.setAttribute("aria-pressed", String(!!value)));
    const body = new URLSearchParams({ [name]: value });
    fetch(form.action, { method: "POST", body, headers: { "X-CSRFToken": token(), "X-Quiet": "1" } });
  }, true);
}
