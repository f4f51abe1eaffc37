// The right column as a drawer on narrow screens; menus close when one clicks elsewhere; dialogs open by name.
function close() {
  document.querySelectorAll(".side.open").forEach((side) => side.classList.remove("open"));
}

export function drawers() {
  let opener = null;
  document.addEventListener("click", (event) => {
    const key = event.target.closest("[data-drawer]");
    if (key) {
      event.preventDefault();
      opener = key;
      const side = document.getElementById(key.dataset.drawer);
      side.classList.add("open");
      side.focus();
    } else if (event.target.closest(".scrim, .drawer-top .icon-btn") && document.querySelector(".side.open")) {
      event.preventDefault();
      close();
      opener?.focus();
    }
    const named = event.target.closest("[data-dialog]");
    if (named) {
      event.preventDefault();
      document.getElementById(named.dataset.dialog)?.showModal();
    }
    if (event.target.closest("[data-close]")) event.target.closest("dialog")?.close();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !document.querySelector(".side.open")) return;
    close();
    opener?.focus();
  });
}

export function menus() {
  document.addEventListener("click", (event) => {
    document.querySelectorAll("details.menu[open], details.drop[open]").forEach((menu) => {
      if (!menu.contains(event.target)) menu.open = false;
    });
    if (event.target.closest("[data-shut]")) event.target.closest("details").open = false;
  });
  document.addEventListener("keydown", (event) => {
    const menu = event.key === "Escape" && event.target.closest?.("details.menu[open], details.drop[open]");
    if (!menu) return;
    menu.open = false;
    menu.querySelector("summary").focus();
  });
}
