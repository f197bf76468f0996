import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { createDataFolder } from "../../../services/embedded-folder.ts";
import { runProgram, startProgram } from "../run-program.ts";
import { planText } from "./plan-texts.ts";
import { startServe } from "./start-serve.ts";

test("beyond loopback a server wants keys: it refuses without one, then takes each key for its scopes until it is revoked", {
  timeout: 300_000,
}, async () => {
  const data = await createDataFolder();
  const refused = startProgram(["serve", "--host", "0.0.0.0", "--port", "0", "--data", data]);
  await refused.hear(/an API key was expected, for 0\.0\.0\.0 is not a loopback address.*fangan keys create/);
  expect(await refused.ended).toBe(1);

  const create = (...args: string[]) => runProgram(["keys", "create", "--data", data, ...args]);
  expect(create("--name", "x", "--scope", "everything").status).toBe(2);
  expect(create("--name", "x", "--expires", "tomorrow").status).toBe(2);
  const { status, stdout } = create("--name", "住建局", "--scope", "read", "submit");
  expect(status).toBe(0);
  const key = stdout.trim();
  expect(key).toMatch(/^fangan_\S{20,}$/);

  const serving = await startServe(data, ["--host", "0.0.0.0"]);
  try {
    const server = `http://127.0.0.1:${new URL(serving.url).port}`;
    const file = join(mkdtempSync(join(tmpdir(), "fangan-cli-")), "a.txt");
    writeFileSync(file, planText(1));
    const run = (args: readonly string[], env: Readonly<Record<string, string>> = {}) =>
      runProgram([...args, "--lang", "en"], "", { FANGAN_SERVER: server, ...env });
    expect(run(["status"])).toMatchObject({ status: 1, stderr: expect.stringContaining("Expected an API key") });
    expect(run(["status", "--key", "fangan_wrong"]).stderr).toMatch(/not known, expired or revoked/);
    expect(run(["watch", tmpdir()])).toMatchObject({ status: 1 });
    expect(run(["submit", file, "--wait"], { FANGAN_KEY: key })).toMatchObject({ status: 0 });

    const listed = runProgram(["keys", "list", "--data", data]);
    expect(listed.stdout).toMatch(/住建局 +read submit .* in force/);
    expect(listed.stdout).not.toContain(key);
    const id = /^(\S+) +住建局/m.exec(listed.stdout)![1]!;
    expect(runProgram(["keys", "revoke", id, "--data", data]).status).toBe(0);
    expect(runProgram(["keys", "revoke", id, "--data", data]).status).toBe(1);
    expect(run(["status"], { FANGAN_KEY: key }).stderr).toMatch(/not known, expired or revoked/);
  } finally {
    expect(await serving.stop()).toBe(0);
  }
});
