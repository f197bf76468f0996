import { parentPort } from "node:worker_threads";

/** Does what the file's name says: hang, throw, exit, eat memory; else answers at once. */
parentPort?.on("message", ({ fileName }: { fileName: string }) => {
  if (fileName === "hang") while (true);
  if (fileName === "throw") throw new Error("broken");
  if (fileName === "exit") process.exit(7);
  if (fileName === "eat") {
    const kept: number[][] = [];
    while (true) kept.push(Array.from({ length: 100_000 }, (_, index) => index));
  }
  const row = { title: fileName, issuer: "", date: "", counts: [0, 0, 0, 0, 0, 0], errors: fileName === "bad" ? 1 : 0 };
  parentPort?.postMessage({ kind: "done", text: `{"title":"${fileName}"}`, row });
});
