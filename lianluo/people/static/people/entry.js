// Sign-in pages: show the password, offer passkeys where the device has them, say when one did not work.
(function () {
  document.querySelectorAll("[data-show-password]").forEach(function (button) {
    const field = button.parentNode.querySelector("input");
    button.hidden = false;
    button.addEventListener("click", function () {
      const shown = field.type === "password";
      field.type = shown ? "text" : "password";
      button.setAttribute("aria-pressed", String(shown));
      field.focus();
    });
  });
  if (window.PublicKeyCredential) {
    document.querySelectorAll("[data-passkey]").forEach(function (form) { form.hidden = false; });
  }
  document.addEventListener("allauth.error", function (event) {
    event.preventDefault();
    const form = document.querySelector("[data-passkey-failed]");
    if (!form) return;
    let line = form.querySelector("[role=alert]");
    if (!line) {
      line = document.createElement("p");
      line.className = "err";
      line.setAttribute("role", "alert");
      form.append(line);
    }
    line.textContent = form.dataset.passkeyFailed;
  });
})();
