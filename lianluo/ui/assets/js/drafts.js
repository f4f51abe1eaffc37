// <form data-autosave="key" data-autosave-url="…" data-version="7">: what is typed is on this device at once and on
// the server a moment later. The server answers {version, at}; 409 with {version, at, fields, merged} when another
// device saved meanwhile: then both texts are shown and the writer chooses; {error} when it will not take the text.
// What the saving changed elsewhere on the page comes along as {parts: {name: html}}, for <… data-part="name">.
// Nothing is thrown away: a copy leaves the device only when a page says that it has arrived.
import { all, drop, forget, keep, load } from "./store.js";
import { clock, icon, make, say, token } from "./words.js";

const WAIT = 1500;
const PATIENCE = 10000;
const AGAIN = 5000;
const SKIP = new Set(["csrfmiddlewaretoken", "confirmed", "next", "version", "seen"]);

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
const bare = (values) => plain(values).replace(/\s+/g, "");
const same = (a, b) => Object.keys({ ...a, ...b }).every((name) => bare(a[name]) === bare(b[name]));

function labelOf(form, name) {
  const field = form.elements[name];
  return (field instanceof RadioNodeList ? "" : field?.labels?.[0]?.textContent) || name;
}

// What can be written on without a network: the texts, by the words beside them.
function labels(form) {
  const texts = [...form.querySelectorAll("textarea, input[type=text]")].filter((field) => field.name && field.labels?.length);
  return Object.fromEntries(texts.map((field) => [field.name, field.labels[0].firstChild.textContent.trim()]));
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
    this.places = document.querySelectorAll("[data-saved]");
    this.server = read(form);
    this.restore();
    form.addEventListener("input", () => this.typed());
    form.addEventListener("submit", (event) => !event.defaultPrevented && this.sent(event));
    window.addEventListener("online", () => this.save());
    document.addEventListener("visibilitychange", () => document.hidden && this.dirty && this.save());
  }

  get dirty() {
    return load(this.key)?.dirty;
  }

  // What this device has and the server has not: sent again from where it started, so that a text that was changed
  // elsewhere meanwhile comes back with both.
  restore() {
    const kept = load(this.key);
    if (!kept?.dirty) return;
    if (same(kept.fields, this.server)) return drop(this.key);
    write(this.form, kept.fields);
    if (!this.url) return;
    this.version = kept.version;
    this.note(say("saving"));
    this.save();
  }

  typed() {
    keep(this.key, {
      fields: read(this.form), version: this.version, at: Date.now(), dirty: true,
      title: this.form.elements.title?.value || document.title, url: location.pathname, labels: labels(this.form),
    });
    if (!navigator.onLine) this.note(say("offline"), true);
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.save(), WAIT);
  }

  async save() {
    if (!this.url || this.busy || this.choosing || !this.dirty) return;
    this.busy = true;
    const fields = read(this.form);
    const body = new URLSearchParams();
    for (const [name, values] of Object.entries(fields)) values.forEach((value) => body.append(name, value));
    body.append("version", this.version);
    try {
      const headers = { "X-CSRFToken": token(), Accept: "application/json" };
      // A page that is being left may not wait; any other gives up a dead connection and tries again.
      const keepalive = document.hidden && body.toString().length < 60000;
      const answer = await fetch(this.url, { method: "POST", body, headers, keepalive, signal: AbortSignal.timeout(PATIENCE) });
      if (answer.redirected) return this.note(say("signIn"), true);
      const said = await answer.json();
      if (answer.status === 409) this.choose(fields, said);
      else if (answer.ok) this.saved(fields, said);
      else this.note(said.error || say("offline"), true);
    } catch {
      this.note(say("offline"), true);
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this.save(), AGAIN);
    } finally {
      this.busy = false;
    }
  }

  saved(fields, answer) {
    this.from(answer.version ?? this.version);
    if (answer.url) this.url = answer.url;
    for (const [name, html] of Object.entries(answer.parts || {})) this.form.querySelector(`[data-part="${name}"]`).innerHTML = html;
    const unchanged = JSON.stringify(fields) === JSON.stringify(read(this.form));
    keep(this.key, { ...load(this.key), fields: read(this.form), version: this.version, dirty: !unchanged });
    this.note(say("saved", { time: clock() }));
    if (!unchanged) this.typed();
  }

  // The edition from which the text goes on; sent along by the form's own button too.
  from(version) {
    this.version = String(version);
    if (this.form.elements.version) this.form.elements.version.value = this.version;
  }

  // Sent by its own button: the copy stays until a page says that it arrived. Without a network nothing is sent.
  sent(event) {
    clearTimeout(this.timer);
    if (!navigator.onLine) {
      event.preventDefault();
      this.note(say("offline"), true);
      return;
    }
    const kept = load(this.key);
    if (kept) keep(this.key, { ...kept, sent: true, local: !this.url });
  }

  note(text, off = false) {
    this.places.forEach((place) => {
      place.replaceChildren(icon(off ? "device" : "cloud"), text);
      place.classList.toggle("off", off);
    });
  }

  choose(mine, theirs) {
    const names = Object.keys({ ...mine, ...theirs.fields }).filter((n) => plain(mine[n]) !== plain(theirs.fields[n]));
    if (!names.length) {
      return this.saved(mine, theirs);
    }
    const side = (heading, mark, note, fields) =>
      make("section", { class: "ver", "aria-label": heading },
        make("header", {}, icon(mark), make("div", {}, make("b", {}, heading), make("small", {}, note))),
        make("div", { class: "doc" }, names.map((n) => `${labelOf(this.form, n)}：${plain(fields[n])}`).join("\n\n")));
    this.choosing = true;
    const dialog = make("dialog", { class: "dialog big", "aria-labelledby": "two-h" });
    const button = (label, fields, css = "btn") => {
      const made = make("button", { class: css, type: "button" }, label);
      made.addEventListener("click", () => {
        keep(`${this.key}:older`, { fields: fields === mine ? theirs.fields : mine, at: Date.now() });
        this.from(theirs.version);
        write(this.form, fields);
        this.choosing = false;
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
      make("footer", {}, button(say("useServer"), theirs.fields), button(say("useLocal"), mine), button(say("both"), theirs.merged || merged(mine, theirs.fields), "btn btn-go")),
    );
    dialog.addEventListener("cancel", (event) => event.preventDefault());
    dialog.addEventListener("close", () => dialog.remove());
    document.body.append(dialog);
    dialog.showModal();
  }
}

// Copies that have arrived: the page says so, or it is the page after the form was sent.
function tidy() {
  document.querySelectorAll("[data-draft-sent]").forEach((mark) => drop(mark.dataset.draftSent));
  document.querySelectorAll("[data-draft-saved]").forEach((mark) => {
    const kept = load(mark.dataset.draftSaved);
    if (kept && (kept.sent || !kept.dirty) && Number(kept.version) < Number(mark.dataset.version)) drop(mark.dataset.draftSaved);
  });
  all().forEach((draft) => draft.sent && draft.local && draft.url !== location.pathname && forget(draft.name));
}

export function drafts(root) {
  tidy();
  root.querySelectorAll("form[data-autosave]:not([data-on])").forEach((form) => {
    form.dataset.on = "1";
    new Draft(form);
  });
}
