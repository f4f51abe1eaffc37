// Sentences come from the page, in its language.
const found = document.getElementById("ui-words");
const words = found ? JSON.parse(found.textContent) : {};

export function say(key, facts = {}) {
  return (words[key] || key).replace(/\{(\w+)\}/g, (whole, name) => facts[name] ?? whole);
}

// An element with attributes and children; text is always text.
export function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes))
    if (value === true) element.setAttribute(name, "");
    else if (value !== false && value != null) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

export function icon(name) {
  const sample = document.querySelector("svg.i use");
  const sprite = sample ? sample.getAttribute("href").split("#")[0] : "";
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  const use = document.createElementNS("http://www.w3.org/2000/svg", "use");
  svg.setAttribute("class", "i");
  svg.setAttribute("aria-hidden", "true");
  use.setAttribute("href", `${sprite}#${name}`);
  svg.append(use);
  return svg;
}

export function token() {
  return document.body.dataset.csrf || document.querySelector("[name=csrfmiddlewaretoken]")?.value || "";
}

export function clock(date = new Date()) {
  return `${String(date.getHours()).padStart(2, "0")}:${String(date.getMinutes()).padStart(2, "0")}`;
}
