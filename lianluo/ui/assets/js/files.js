// File fields: limits are checked before anything is sent; the upload shows how far it is.
// data-files="20,10": at most 20 MB each, 10 files. The form is sent by XMLHttpRequest when it has files.
import { icon, make, say } from "./words.js";
import { toast } from "./toast.js";

function size(bytes) {
  return bytes < 1048576 ? `${Math.max(1, Math.round(bytes / 1024))} KB` : `${(bytes / 1048576).toFixed(1)} MB`;
}

function accept(field) {
  const [mb, most] = field.dataset.files.split(",").map(Number);
  const kept = new DataTransfer();
  for (const file of field.files) {
    if (file.size > mb * 1048576) toast(say("tooBig", { name: file.name, mb }), "alert");
    else if (kept.files.length >= most) toast(say("tooMany", { n: most }), "alert");
    else kept.items.add(file);
  }
  field.files = kept.files;
}

function show(field, box) {
  box.replaceChildren(
    ...[...field.files].map((file, n) => {
      const off = make("button", { class: "icon-btn", type: "button", "aria-label": say("remove", { name: file.name }) }, icon("x"));
      off.addEventListener("click", () => {
        const kept = new DataTransfer();
        [...field.files].filter((_f, i) => i !== n).forEach((f) => kept.items.add(f));
        field.files = kept.files;
        show(field, box);
      });
      return make("div", { class: "tile" }, icon("file"), make("span", {}, make("b", {}, file.name), make("small", {}, size(file.size))), off);
    }),
  );
}

function bar(box) {
  const ns = "http://www.w3.org/2000/svg";
  const svg = document.createElementNS(ns, "svg");
  const rect = document.createElementNS(ns, "rect");
  svg.setAttribute("class", "bar-run");
  svg.setAttribute("role", "progressbar");
  rect.setAttribute("height", "100%");
  rect.setAttribute("width", "0");
  svg.append(rect);
  const words = make("p", { class: "hint", role: "status" });
  box.append(svg, words);
  return (percent) => {
    rect.setAttribute("width", `${percent}%`);
    svg.setAttribute("aria-valuenow", percent);
    words.textContent = say("uploading", { percent });
  };
}

function send(form, button, box) {
  const data = new FormData(form);
  if (button?.name) data.append(button.name, button.value);
  const request = new XMLHttpRequest();
  const step = bar(box);
  request.upload.addEventListener("progress", (e) => e.lengthComputable && step(Math.round((e.loaded * 100) / e.total)));
  request.addEventListener("load", () => {
    form.dataset.clean = "1";
    if (request.status < 400 && request.responseURL && request.responseURL !== location.href) location.assign(request.responseURL);
    else {
      document.open();
      document.write(request.responseText);
      document.close();
    }
  });
  request.addEventListener("error", () => {
    delete form.dataset.sent;
    button?.removeAttribute("aria-busy");
    box.querySelectorAll(".bar-run, .hint").forEach((one) => one.remove());
    toast(say("uploadFailed"), "alert");
  });
  request.open("POST", form.action);
  request.send(data);
}

export function files(root) {
  root.querySelectorAll("input[type=file][data-files]:not([data-on])").forEach((field) => {
    field.dataset.on = "1";
    const box = make("div", { class: "files" });
    field.after(box);
    field.addEventListener("change", () => {
      accept(field);
      show(field, box);
    });
    field.form?.addEventListener("submit", (event) => {
      if (event.defaultPrevented || !field.files.length) return;
      event.preventDefault();
      send(field.form, event.submitter, box);
    });
  });
}
