// The scripts of every page. A page works without them; they save steps, typing and waiting.
import "./css/main.css";
import htmx from "htmx.org";
import { confirmations } from "./js/confirm.js";
import { counters } from "./js/counter.js";
import { drafts } from "./js/drafts.js";
import { drawers, menus } from "./js/drawer.js";
import { files } from "./js/files.js";
import { leaving, once } from "./js/guard.js";
import { keys, lists } from "./js/lists.js";
import { localDrafts } from "./js/offline.js";
import { pasting } from "./js/paste.js";
import { pickers } from "./js/picker.js";
import { preferences } from "./js/preferences.js";
import { printing } from "./js/print.js";
import { belongs } from "./js/store.js";
import { toasts } from "./js/toast.js";

htmx.config.allowEval = false;
htmx.config.includeIndicatorStyles = false;
htmx.config.selfRequestsOnly = true;
htmx.config.historyCacheSize = 0;
document.documentElement.classList.add("js");

document.addEventListener("htmx:configRequest", (event) => {
  event.detail.headers["X-CSRFToken"] = document.body.dataset.csrf || "";
});

function enhance(root) {
  counters(root);
  drafts(root);
  files(root);
  leaving(root);
  lists(root);
  pickers(root);
  toasts(root);
}

belongs();
confirmations();
drawers();
keys();
menus();
pasting();
once();
printing();
preferences();
localDrafts();
enhance(document);
document.addEventListener("htmx:load", (event) => event.detail.elt !== document.body && enhance(event.detail.elt));
document.querySelector("[data-focus]")?.focus();

if ("serviceWorker" in navigator && window.isSecureContext) navigator.serviceWorker.register("/sw.js").catch(() => {});
