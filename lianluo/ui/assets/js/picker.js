// A <select data-picker> becomes a box in which one types a name, pinyin or initials (jyt → 教育厅).
// The select stays in the form and carries the value. Options may carry data-keys="jiaoyuting jyt" and data-note.
// An <input data-picker="url"> asks the server instead: it answers [{value, label, note}].
import { icon, make, say } from "./words.js";

let number = 0;

function marked(label, query) {
  const at = label.toLowerCase().indexOf(query);
  if (!query || at < 0) return [label];
  return [label.slice(0, at), make("mark", {}, label.slice(at, at + query.length)), label.slice(at + query.length)];
}

function score(option, query) {
  const keys = option.keys.split(/\s+/);
  if (option.label.toLowerCase().startsWith(query) || keys.some((key) => key === query)) return 3;
  if (keys.some((key) => key.startsWith(query))) return 2;
  return option.label.toLowerCase().includes(query) || option.keys.includes(query) ? 1 : 0;
}

class Picker {
  constructor(select) {
    this.select = select;
    this.many = select.multiple;
    this.url = select.dataset.picker;
    this.id = `picker-${++number}`;
    this.at = -1;
    this.shown = [];
    this.build();
    this.options = [...select.options].filter((o) => o.value).map((o) => this.read(o));
    this.refresh();
  }

  read(option) {
    const { keys = "", note = "" } = option.dataset;
    return { value: option.value, label: option.textContent.trim(), keys: keys.toLowerCase(), note, option };
  }

  build() {
    const { select } = this;
    const label = document.querySelector(`label[for="${select.id}"]`);
    this.input = make("input", {
      type: "text", id: `${select.id}-pick`, role: "combobox", autocomplete: "off", "aria-expanded": "false",
      "aria-controls": this.id, "aria-autocomplete": "list", placeholder: say("search"),
      "aria-describedby": select.getAttribute("aria-describedby"), "aria-invalid": select.getAttribute("aria-invalid"),
      "aria-label": label ? null : select.getAttribute("aria-label"),
    });
    this.list = make("div", { class: "pop opts", role: "listbox", id: this.id, hidden: true, "aria-label": say("search") });
    if (this.many) this.list.setAttribute("aria-multiselectable", "true");
    this.picked = make("div", { class: "picked" });
    this.root = make("div", { class: "picker-box picker" }, this.picked, make("div", { class: "box" }, icon("search"), this.input), this.list);
    if (label) label.htmlFor = this.input.id;
    select.hidden = true;
    select.after(this.root);
    this.input.addEventListener("input", () => this.find());
    this.input.addEventListener("focus", () => this.find());
    this.input.addEventListener("blur", () => setTimeout(() => this.close(), 150));
    this.input.addEventListener("keydown", (event) => this.key(event));
    this.list.addEventListener("mousedown", (event) => {
      event.preventDefault();
      const row = event.target.closest("[role=option]");
      if (row) this.choose(this.shown[Number(row.dataset.n)]);
    });
    select.addEventListener("change", () => this.refresh());
  }

  get chosen() {
    return [...this.select.selectedOptions].filter((option) => option.value).map((option) => this.read(option));
  }

  async find() {
    const query = this.input.dataset.whole ? "" : this.input.value.trim().toLowerCase();
    if (this.url) return this.ask(query);
    const ranked = this.options.map((option) => ({ option, rank: query ? score(option, query) : 1 })).filter((x) => x.rank);
    ranked.sort((a, b) => b.rank - a.rank);
    this.show(ranked.slice(0, 60).map((x) => x.option), query);
  }

  ask(query) {
    clearTimeout(this.timer);
    this.timer = setTimeout(async () => {
      const answer = await fetch(`${this.url}${this.url.includes("?") ? "&" : "?"}q=${encodeURIComponent(query)}`);
      if (answer.ok) this.show((await answer.json()).map((o) => ({ keys: "", note: "", ...o, value: String(o.value) })), query);
    }, 160);
  }

  show(options, query) {
    this.shown = options;
    this.at = options.length && query ? 0 : -1;
    const on = new Set(this.chosen.map((option) => option.value));
    const rows = options.map((option, n) => {
      const text = make("span", {}, ...marked(option.label, query), " ", make("small", {}, option.note || ""));
      const row = make("div", { role: "option", id: `${this.id}-${n}`, "data-n": n, "aria-selected": String(on.has(option.value)) }, text);
      if (on.has(option.value)) row.append(icon("check"));
      return row;
    });
    this.list.replaceChildren(...(rows.length ? rows : [make("p", { class: "none" }, say("none", { q: this.input.value }))]));
    this.list.hidden = false;
    this.input.setAttribute("aria-expanded", "true");
    this.mark();
  }

  mark() {
    [...this.list.children].forEach((row, n) => row.classList.toggle("at", n === this.at));
    if (this.at < 0) return this.input.removeAttribute("aria-activedescendant");
    this.input.setAttribute("aria-activedescendant", `${this.id}-${this.at}`);
    this.list.children[this.at].scrollIntoView({ block: "nearest" });
  }

  key(event) {
    delete this.input.dataset.whole;
    const open = !this.list.hidden;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (!open) return this.find();
      this.at = Math.max(0, Math.min(this.shown.length - 1, this.at + (event.key === "ArrowDown" ? 1 : -1)));
      this.mark();
    } else if (event.key === "Enter" && open) {
      event.preventDefault();
      if (this.shown[this.at]) this.choose(this.shown[this.at]);
    } else if (event.key === "Escape" && open) {
      event.stopPropagation();
      this.close();
    } else if (event.key === "Backspace" && this.many && !this.input.value) {
      const last = this.chosen.pop();
      if (last) this.drop(last);
    }
  }

  choose(option) {
    let real = [...this.select.options].find((o) => o.value === option.value);
    if (!real) this.select.append((real = make("option", { value: option.value, "data-note": option.note }, option.label)));
    real.selected = this.many ? !real.selected : true;
    this.input.value = "";
    this.changed();
    if (this.many) this.find();
    else this.close();
  }

  drop(option) {
    option.option.selected = false;
    if (!this.many) this.select.value = "";
    this.changed();
    this.input.focus();
  }

  changed() {
    this.refresh();
    this.select.dispatchEvent(new Event("input", { bubbles: true }));
    this.select.dispatchEvent(new Event("change", { bubbles: true }));
  }

  refresh() {
    const { chosen } = this;
    if (!this.many) {
      if (document.activeElement !== this.input || !this.input.value) this.input.value = chosen[0]?.label || "";
      if (chosen[0]) this.input.dataset.whole = "1";
      return;
    }
    this.picked.replaceChildren(
      ...chosen.map((option) => {
        const off = make("button", { type: "button", "aria-label": say("remove", { name: option.label }) }, icon("x"));
        off.addEventListener("click", () => this.drop(option));
        return make("span", { class: "chip" }, option.label, off);
      }),
    );
  }

  close() {
    this.list.hidden = true;
    this.input.setAttribute("aria-expanded", "false");
    this.input.removeAttribute("aria-activedescendant");
    if (!this.many && this.input.value === "" && this.select.value && this.select.querySelector('option[value=""]')) {
      this.select.value = "";
      this.select.dispatchEvent(new Event("change", { bubbles: true }));
    } else this.refresh();
  }
}

export function pickers(root) {
  root.querySelectorAll("select[data-picker]:not([data-on])").forEach((select) => {
    select.dataset.on = "1";
    new Picker(select);
  });
}
