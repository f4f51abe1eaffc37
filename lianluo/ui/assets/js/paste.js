// Pasting from Word, WPS or a page: plain paragraphs, and the numbers of automatic lists as text. Anything else is
// pasted by the browser itself. Undo works, since the text is typed into the field.
const FORMATTED = /mso-|class=["']?Mso|<ol[\s>]|<ul[\s>]|<li[\s>]/i;
const BLOCKS = new Set(["P", "DIV", "LI", "TR", "H1", "H2", "H3", "H4", "H5", "H6", "UL", "OL", "TABLE"]);
const CHINESE = "\\u3000-\\u303f\\u3400-\\u9fff\\uff00-\\uffef";
const WRAPPED = new RegExp(`([${CHINESE}])[ \\t]*\\r?\\n[ \\t]*(?=[${CHINESE}])`, "g");
const DIGITS = "〇一二三四五六七八九";

function chinese(n) {
  if (n < 1 || n > 99) return String(n);
  const ten = Math.floor(n / 10);
  return (ten > 1 ? DIGITS[ten] : "") + (ten ? "十" : "") + (n % 10 ? DIGITS[n % 10] : "");
}

function numberOf(item) {
  const list = item.parentElement;
  if (list?.tagName !== "OL") return "";
  const items = [...list.children].filter((one) => one.tagName === "LI");
  const n = (Number(list.getAttribute("start")) || 1) + items.indexOf(item);
  const style = /list-style-type:\s*([\w-]+)/.exec(list.dataset.style || "")?.[1] || list.getAttribute("type") || "";
  if (/cjk|chinese|japanese|korean/i.test(style)) return `${chinese(n)}、`;
  if (/^(a|lower-(alpha|latin))$/.test(style)) return `${String.fromCharCode(96 + n)}. `;
  if (/^(A|upper-(alpha|latin))$/.test(style)) return `${String.fromCharCode(64 + n)}. `;
  return `${n}. `;
}

function collect(node, lines) {
  for (const child of node.childNodes) {
    if (child.nodeType === Node.TEXT_NODE) {
      lines[lines.length - 1] += child.data.replace(WRAPPED, "$1").replace(/\s+/g, " ");
    } else if (child.nodeType === Node.ELEMENT_NODE && !["STYLE", "SCRIPT", "HEAD", "TITLE"].includes(child.tagName)) {
      if (child.tagName === "BR") {
        lines.push("");
        continue;
      }
      const block = BLOCKS.has(child.tagName);
      if (block) lines.push(child.tagName === "LI" ? numberOf(child) : "");
      collect(child, lines);
      if (block) lines.push("");
    }
  }
}

// Styles are read and never applied: the content policy would stop them.
const tamed = (html) =>
  html.replace(/<style[\s\S]*?<\/style>/gi, "").replace(/<[^>]+>/g, (tag) => tag.replace(/\sstyle=/gi, " data-style="));

// The paragraphs of what is on the clipboard. Word writes the number of an automatic list as words of the paragraph,
// followed by spaces that stand for a tab.
export function plainText(html) {
  const lines = [""];
  collect(new DOMParser().parseFromString(tamed(html), "text/html").body, lines);
  return joined(lines)
    .map((line) => line.replace(/[\s\u00a0]+/g, " ").trim().replace(/^([（(]?[一二三四五六七八九十]+[）)、]) /, "$1"))
    .filter(Boolean)
    .join("\n");
}

// A list item that holds a paragraph: its number goes before the paragraph.
function joined(lines) {
  const whole = [];
  for (const line of lines) {
    const last = whole[whole.length - 1];
    if (last && /^([\d一二三四五六七八九十]+[、.]|[A-Za-z]\.)\s*$/.test(last) && line.trim()) whole[whole.length - 1] = last + line.trim();
    else if (line.trim()) whole.push(line);
  }
  return whole;
}

export function pasting() {
  document.addEventListener("paste", (event) => {
    const field = event.target;
    const html = event.clipboardData?.getData("text/html") || "";
    if (!(field instanceof HTMLTextAreaElement) || field.readOnly || !FORMATTED.test(html)) return;
    const text = plainText(html);
    if (!text) return;
    event.preventDefault();
    if (!document.execCommand("insertText", false, text)) {
      field.setRangeText(text, field.selectionStart, field.selectionEnd, "end");
      field.dispatchEvent(new Event("input", { bubbles: true }));
    }
  });
}
