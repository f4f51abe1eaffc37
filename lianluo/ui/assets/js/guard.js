// A form is sent once; a changed form is not left by accident.
import { say } from "./words.js";

export function once() {
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (event.defaultPrevented || (form.method || "").toLowerCase() !== "post") return;
    if (form.dataset.sent) {
      event.preventDefault();
      return;
    }
    form.dataset.sent = "1";
    form.dataset.clean = "1";
    event.submitter?.setAttribute("aria-busy", "true");
    setTimeout(() => {
      delete form.dataset.sent;
      event.submitter?.removeAttribute("aria-busy");
    }, 8000);
  });
  window.addEventListener("pageshow", () => document.querySelectorAll("form[data-sent]").forEach((f) => delete f.dataset.sent));
}

export function leaving(root) {
  root.querySelectorAll("form[data-leave]").forEach((form) => {
    const note = () => (form.dataset.dirty = "1");
    form.addEventListener("input", note, { once: true });
    window.addEventListener("beforeunload", (event) => {
      if (!form.dataset.dirty || form.dataset.clean || !form.isConnected) return;
      event.preventDefault();
      event.returnValue = say("leave");
    });
  });
}
