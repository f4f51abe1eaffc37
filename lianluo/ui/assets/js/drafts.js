// <form data-autosave="key" data-autosave-url="…" data-version="7">: what is typed is on this device at once and on
// the server a moment later. The server answers {version, at}; 409 with {version, at, fields} when another device
// saved meanwhile: then both texts are shown and the writer chooses. Nothing is thrown away.
import { drop, keep, load } from "./store.js";
import { clock, icon, make, say, token } from "./words.js";

const WAIT = 1500;
const SKIP = new Set(["csrfmiddlewaretoken", "confirmed", "next"]);

function read(form) {
  const fields = {};
  for (const [name, value] of new FormData(form)) {
    if (SKIP.has(name) || value instanceof File) continue;
    (fields[name] ||= []).push(value);
  }
  return fields;
}

function write(form, fields) {
  for (const [name, values] of Object.entries(fields)) {
    const found = form.elements[name];
    if (!found) continue;
    const list = found instanceof RadioNodeList ? [...found] : [found];
    for (const field of list) {
      if (field.type === "checkbox" || field.type === "radio") field.checked = values.includes(field.value);
      else if (field.multiple) [...field.options].forEach((option) => (option.selected = values.includes(option.value)));
      else if (field.type !== "file") field.value = values[0];
      field.dispatchEvent(new Event("change", { bubbles: true }));
      field.dispatchEvent(new Event("input", { bubbles: true }));
    }
  }
}

const plain = (values) => (values || []).join("\n");

function labelOf(form, name) {
  const field = form.elements[name];
  return (field instanceof RadioNodeList ? "" : field?.labels?.[0]?.textContent) || name;
}

function merged(mine, theirs) {
  const both = { ...theirs };
  for (const [name, values] of Object.entries(mine)) {
    const [a, b] = [plain(theirs[name]), plain(values)];
    if (a === b) continue;
    if (values.length > 1 || (theirs[name] || []).length > 1) both[name] = [...new Set([...(theirs[name] || []), ...values])];
    else both[name] = [!a || b.includes(a) ? b : a.includes(b) ? a : `${a}\n${b}`];
  }
  return both;
}

class Draft {
  constructor(form) {
    this.form = form;
    this.key = form.dataset.autosave;
    this.url = form.dataset.autosaveUrl;
    this.version = form.dataset.version || "";
    this.place = document.querySelector("[data-saved]") || form.querySelector("[data-saved]");
    this.server = read(form);
    this.restore();
    form.addEventListener("input", () => this.typed());
    form.addEventListener("submit", (event) => !event.defaultPrevented && this.sent());
    window.addEventListener("online", () => this.save());
    document.addEventListener("visibilitychange", () => document.hidden && this.dirty && this.save());
  }

  get dirty() {
    return load(this.key)?.dirty;
  }

  restore() {
    const kept = load(this.key);
    if (!kept?.dirty || JSON.stringify(kept.fields) === JSON.stringify(this.server)) return;
    if (kept.version === this.version) {
      write(this.form, kept.fields);
      this.note(say("saving"));
      this.save();
    } else this.choose(kept.fields, { fields: this.server, version: this.version });
  }

  typed() {
    keep(this.key, {
      fields: read(this.form), version: this.version, at: Date.now(), dirty: true,
      title: this.form.elements.title?.value || document.title, url: location.pathname,
    });
    if (!navigator.onLine) this.note(say("offline"), true);
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.save(), WAIT);
  }

  async save() {
    if (!this.url || this.busy || !this.dirty) return;
    this.busy = true;
    const fields = read(this.form);
    const body = new URLSearchParams();
    for (const [name, values] of Object.entries(fields)) values.forEach((value) => body.append(name, value));
    body.append("version", this.version);
    try {
      const answer = await fetch(this.url, { method: "POST", body, headers: { "X-CSRFToken": token(), Accept: "application/json" } });
      if (answer.status === 409) this.choose(fields, await answer.json());
      else if (answer.ok) this.saved(fields, await answer.json());
      else this.note(say("offline"), true);
    } catch {
      this.note(say("offline"), true);
    } finally {
      this.busy = false;
    }
  }

  saved(fields, answer) {
    this.version = String(answer.version ?? this.version);
    if (answer.url) this.url = answer.url;
    const unchanged = JSON.stringify(fields) === JSON.stringify(read(this.form));
    keep(this.key, { ...load(this.key), fields: read(this.form), version: this.version, dirty: !unchanged });
    this.note(say("saved", { time: clock() }));
    if (!unchanged) this.typed();
  }

  // Sent by its own button: kept until the next page, in case the send fails on the way.
  sent() {
    clearTimeout(this.timer);
    const kept = load(this.key);
    if (kept && navigator.onLine) keep(this.key, { ...kept, dirty: false });
  }

  note(text, off = false) {
    if (!this.place) return;
    this.place.replaceChildren(icon(off ? "device" : "cloud"), text);
    this.place.classList.toggle("off", off);
  }

  choose(mine, theirs) {
    const names = Object.keys({ ...mine, ...theirs.fields }).filter((n) => plain(mine[n]) !== plain(theirs.fields[n]));
    if (!names.length) {
      this.version = String(theirs.version);
      return this.saved(mine, theirs);
    }
    const side = (heading, mark, note, fields) =>
      make("section", { class: "ver", "aria-label": heading },
        make("header", {}, icon(mark), make("div", {}, make("b", {}, heading), make("small", {}, note))),
        make("div", { class: "doc" }, names.map((n) => `${labelOf(this.form, n)}：${plain(fields[n])}`).join("\n\n")));
    const dialog = make("dialog", { class: "dialog big", "aria-labelledby": "two-h" });
    const button = (label, fields, css = "btn") => {
      const made = make("button", { class: css, type: "button" }, label);
      made.addEventListener("click", () => {
        keep(`${this.key}:older`, { fields: fields === mine ? theirs.fields : mine, at: Date.now() });
        this.version = String(theirs.version);
        write(this.form, fields);
        dialog.close();
        this.typed();
      });
      return made;
    };
    dialog.append(
      make("div", { class: "conflict" },
        make("h3", { id: "two-h" }, say("conflict")),
        side(say("here"), "device", clock(), mine),
        side(say("there"), "cloud", theirs.at || "", theirs.fields)),
      make("footer", {}, button(say("useServer"), theirs.fields), button(say("useLocal"), mine), button(say("both"), merged(mine, theirs.fields), "btn btn-go")),
    );
    dialog.addEventListener("cancel", (event) => event.preventDefault());
    dialog.addEventListener("close", () => dialog.remove());
    document.body.append(dialog);
    dialog.showModal();
  }
}

export function drafts(root) {
  root.querySelectorAll("form[data-autosave]:not([data-on])").forEach((form) => {
    form.dataset.on = "1";
    new Draft(form);
  });
  document.querySelectorAll("[data-draft-sent]").forEach((mark) => drop(mark.dataset.draftSent));
}
