#!/usr/bin/env node
// Plain JavaScript that Node 12 can parse: an older Node must be able to say what is wrong with it.
const NEEDED = 24;
const major = Number(process.versions.node.split(".")[0]);

if (major < NEEDED) {
  process.stderr.write(
    "fangan 需要 Node.js " +
      NEEDED +
      "，当前为 " +
      process.versions.node +
      "。请在项目目录运行 npm install，再用 npm run -s fangan。\n" +
      "fangan needs Node.js " +
      NEEDED +
      ", this is " +
      process.versions.node +
      ": run npm install in the project, then npm run -s fangan.\n",
  );
  process.exitCode = 2;
} else {
  // What was compiled once is kept beside the packages: a start takes a third of the time.
  const cache = new URL("../../../node_modules/.cache/fangan", import.meta.url);
  Promise.all([import("node:module"), import("node:url")])
    .then(([module, url]) => {
      const folder = url.fileURLToPath(cache);
      module.enableCompileCache(folder);
      // Sandboxes are processes of their own.
      process.env.NODE_COMPILE_CACHE = folder;
      return import("./main.ts");
    })
    .then((program) => program.main(process.argv));
}
