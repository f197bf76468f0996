import { mkdtempSync, readdirSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, test } from "vitest";
import { startPostgres } from "../../../services/start-postgres.ts";
import { startRedis } from "../../../services/start-redis.ts";
import { runProgram, startProgram } from "../run-program.ts";
import { planText } from "./plan-texts.ts";

const FILES = 12;

test("as the compose file has it: Redis, PostgreSQL, one server without workers, two workers, files in a folder of all", {
  timeout: 400_000,
}, async () => {
  const postgres = await startPostgres({ isSafe: false });
  const redis = await startRedis({ isSafe: false });
  const folder = mkdtempSync(join(tmpdir(), "fangan-cli-"));
  const env = {
    DATABASE_URL: await postgres.createDatabase(),
    REDIS_URL: redis.url,
    FILES_URL: pathToFileURL(join(folder, "files")).href,
    FANGAN_DATA: join(folder, "data"),
    FANGAN_LOG_LEVEL: "info",
  };
  const key = runProgram(["keys", "create", "--name", "compose", "--scope", "admin"], "", env).stdout.trim();
  const serving = startProgram(["serve", "--host", "0.0.0.0", "--port", "0", "--workers", "0"], env);
  const workers = [1, 2].map(() => startProgram(["worker", "--workers", "1"], env));
  try {
    const [, url] = await serving.hear(/Fangan: (http:\S+)/);
    for (const worker of workers) await worker.hear(/worker ready/);
    const inputs = mkdtempSync(join(tmpdir(), "fangan-cli-"));
    for (let number = 0; number < FILES; number++) writeFileSync(join(inputs, `${number}.txt`), planText(number));
    const out = join(folder, "out");
    const client = { FANGAN_SERVER: `http://127.0.0.1:${new URL(url!).port}`, FANGAN_KEY: key };
    expect(runProgram(["submit", inputs, "--out", out], "", client)).toMatchObject({ status: 0, stderr: "" });
    expect(readdirSync(out)).toHaveLength(FILES);
    expect(runProgram(["check-store"], "", env)).toMatchObject({ status: 0, stdout: "0 fault(s)\n" });
    expect(await Promise.all([...workers, serving].map((each) => each.stop()))).toEqual([0, 0, 0]);
  } finally {
    for (const each of [...workers, serving]) each.process.kill("SIGKILL");
    await redis.stop();
    await postgres.stop();
  }
});
