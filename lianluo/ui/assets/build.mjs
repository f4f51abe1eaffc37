// Builds what pages load: one style sheet, one script, one service worker, one sprite of the icons in icons.txt.
// `node lianluo/ui/assets/build.mjs [--watch]`
import { build, context } from "esbuild";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const out = join(here, "../static/ui/dist");
const require = createRequire(import.meta.url);

function sprite() {
  const symbols = readFileSync(join(here, "icons.txt"), "utf8")
    .split("\n")
    .map((line) => line.trim().split(/\s+/))
    .filter(([name, file]) => file && name !== "#")
    .map(([name, file]) => {
      const svg = readFileSync(require.resolve(`@tabler/icons/outline/${file}.svg`), "utf8");
      const inner = svg
        .replace(/^[\s\S]*?<svg[\s\S]*?>/, "")
        .replace("</svg>", "")
        .replace(/<path stroke="none"[^>]*>/, "")
        .replace(/\s+/g, " ")
        .replace(/ ?\/> ?/g, "/>")
        .trim();
      return `<symbol id="${name}" viewBox="0 0 24 24">${inner}</symbol>`;
    });
  writeFileSync(join(out, "icons.svg"), `<svg xmlns="http://www.w3.org/2000/svg">${symbols.join("")}</svg>\n`);
}

const options = {
  entryPoints: { main: join(here, "main.js"), sw: join(here, "js/worker.js") },
  outdir: out,
  bundle: true,
  minify: true,
  format: "esm",
  supported: { destructuring: true },
  target: ["chrome90", "firefox90", "safari15"],
  charset: "utf8",
  legalComments: "none",
  logLevel: "warning",
};

mkdirSync(out, { recursive: true });
sprite();
if (process.argv.includes("--watch")) await (await context(options)).watch();
else await build(options);
