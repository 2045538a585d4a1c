// Builds the explorer's files: `npm ci && npm run build`. They are committed, so Parley's build needs no Node.js. The optional argument
// is another output folder, which a test compares with the committed files.

import { build } from "esbuild";
import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { gzipSync } from "node:zlib";

const here = import.meta.dirname;
const out = path.resolve(process.argv[2] ?? path.join(here, "../resources/pages/graphiql"));

/** Files in this folder have a content hash in their names, so clients may cache them for good. */
const assets = path.join(out, "assets");

const workers = {
  editor: "monaco-editor/esm/vs/editor/editor.worker.js",
  graphql: "monaco-graphql/esm/graphql.worker.js",
  json: "monaco-editor/esm/vs/language/json/json.worker.js",
};

await rm(assets, { recursive: true, force: true });
await mkdir(assets, { recursive: true });

const { metafile, outputFiles } = await build({
  absWorkingDir: here,
  entryPoints: [
    { in: "explorer.jsx", out: "explorer" },
    ...Object.entries(workers).map(([name, file]) => ({ in: file, out: `${name}-worker` })),
  ],
  outdir: assets,
  entryNames: "[name]-[hash]",
  chunkNames: "[name]-[hash]",
  assetNames: "[name]-[hash]",
  bundle: true,
  minify: true,
  splitting: true,
  format: "esm",
  target: ["es2022"],
  jsx: "automatic",
  // GraphiQL imports these by their old paths, under which they have no named exports and would be bundled twice.
  alias: { "prettier/parser-graphql": "prettier/plugins/graphql", "prettier/parser-babel": "prettier/plugins/babel" },
  plugins: [{ name: "styles once", setup: leaveOutStyles }],
  define: { "process.env.NODE_ENV": '"production"' },
  legalComments: "none",
  metafile: true,
  write: false,
  logLevel: "warning",
});

await Promise.all(outputFiles.map(({ path: file, contents }) => write(file, contents)));
await write(path.join(out, "index.html"), await page());
await write(path.join(out, "licences.txt"), await licences());

/** Writes a file gzipped, which is how the server stores it and nearly every browser accepts it. */
async function write(file, contents) {
  const bytes = gzipSync(contents, { level: 9 });
  // The operating system in the gzip header: 255 is unknown, so the output is the same on every system.
  bytes[9] = 255;
  await writeFile(`${file}.gz`, bytes);
}

/** Skips the style sheets of Monaco, the editor: GraphiQL's own contains them, with the font. */
function leaveOutStyles({ onLoad }) {
  onLoad({ filter: /[\\/]monaco-editor[\\/].*\.css$/ }, () => ({ contents: "", loader: "js" }));
}

/** The page, with the hashed names of the files. */
async function page() {
  const named = Object.fromEntries(
    Object.entries(metafile.outputs)
      .filter(([, output]) => output.entryPoint)
      .map(([file, output]) => [path.basename(output.entryPoint, path.extname(output.entryPoint)), { file: asset(file), ...output }]),
  );
  const urls = Object.fromEntries(Object.keys(workers).map((name) => [name, named[`${name}.worker`].file]));
  return (await readFile(path.join(here, "index.html"), "utf8"))
    .replace("{script}", named.explorer.file)
    .replace("{style}", asset(named.explorer.cssBundle))
    .replace("{workers}", JSON.stringify(urls));
}

function asset(file) {
  return `assets/${path.basename(file)}`;
}

/** The licence of each package that is bundled in the files. */
async function licences() {
  const packages = new Set(
    Object.values(metafile.outputs)
      .flatMap((output) => Object.keys(output.inputs))
      .map((file) => /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file)?.[0])
      .filter(Boolean),
  );
  const texts = await Promise.all([...packages].sort().map(licence));
  texts.push(await readFile(path.join(here, "fonts.txt"), "utf8"));
  return texts.join(`\n${"-".repeat(80)}\n\n`);
}

async function licence(folder) {
  const { name, version, license } = JSON.parse(await readFile(path.join(here, folder, "package.json"), "utf8"));
  const files = (await readdir(path.join(here, folder))).filter((file) => /^(licen[cs]e|notice|copying|thirdparty)/i.test(file)).sort();
  const texts = await Promise.all(files.map((file) => readFile(path.join(here, folder, file), "utf8")));
  return [`${name} ${version}: ${license}\n`, ...texts.map((text) => `${text.replaceAll("\r\n", "\n").trim()}\n`)].join("\n");
}
