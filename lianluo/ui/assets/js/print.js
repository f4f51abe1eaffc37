// A button with data-print prints the page. Without scripts it is not shown.
export function printing() {
  document.addEventListener("click", (event) => event.target.closest("[data-print]") && window.print());
}
