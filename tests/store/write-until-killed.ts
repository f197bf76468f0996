import { openStore } from "../../src/store/open-store.ts";

/** Run by `embedded-killed.test.ts`: `node write-until-killed.ts FOLDER`. */
const store = await openStore({ databaseUrl: null, dataFolder: process.argv[2]!, filesUrl: null, s3: null });
for (let i = 0; ; i++) {
  const subject = `${process.pid}-${i}`;
  await store.audit.record({ actor: "local", action: "test", subject, detail: { filler: "方".repeat(2000) } });
  process.stdout.write(`${subject}\n`);
}
