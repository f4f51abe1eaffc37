// A form with data-confirm asks in a dialog. Without scripts the server asks on a page (pages.ask).
import { make, say } from "./words.js";

function dialogFor(form, button) {
  const { confirm, confirmText, confirmButton } = form.dataset;
  const no = make("button", { class: "btn", type: "button" }, say("cancel"));
  const label = confirmButton || button?.textContent.trim() || say("confirm");
  const yes = make("button", { class: "btn btn-bad", type: "button" }, label);
  const heading = make("h3", { id: "ask-h" }, confirm);
  const text = confirmText ? [make("p", {}, confirmText)] : [];
  const dialog = make("dialog", { class: "dialog", "aria-labelledby": "ask-h" }, heading, ...text, make("footer", {}, no, yes));
  no.addEventListener("click", () => dialog.close());
  dialog.addEventListener("close", () => dialog.remove());
  yes.addEventListener("click", () => {
    if (!form.elements.confirmed) form.append(make("input", { type: "hidden", name: "confirmed", value: "1" }));
    dialog.close();
    form.requestSubmit(button || undefined);
  });
  document.body.append(dialog);
  dialog.showModal();
  no.focus();
}

export function confirmations() {
  document.addEventListener(
    "submit",
    (event) => {
      const form = event.target;
      const asks = event.submitter?.dataset.confirm ? event.submitter : form.dataset.confirm ? form : null;
      if (!asks || form.elements.confirmed || typeof HTMLDialogElement === "undefined") return;
      event.preventDefault();
      event.stopImmediatePropagation();
      if (asks !== form) for (const key of ["confirm", "confirmText", "confirmButton"]) form.dataset[key] = asks.dataset[key] || "";
      dialogFor(form, event.submitter);
      if (asks !== form) form.removeAttribute("data-confirm");
    },
    true,
  );
}
