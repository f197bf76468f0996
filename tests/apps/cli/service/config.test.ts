import { expect, test } from "vitest";
import { runProgram } from "../run-program.ts";

test("config shows each setting, its origin, and no secret", () => {
  const env = {
    DATABASE_URL: "postgres://fangan:word-of-mouth@db/fangan",
    FANGAN_S3_SECRET_ACCESS_KEY: "word-of-mouth",
    FANGAN_KEY: "fangan_of_a_client",
  };
  const { status, stdout } = runProgram(["config", "--json", "--port", "9000"], "", env);
  expect(status).toBe(0);
  expect(stdout).not.toContain("word-of-mouth");
  const settings: { env: string; value: string; origin: string }[] = JSON.parse(stdout);
  const find = (name: string) => settings.find(({ env: each }) => each === name);
  expect(find("FANGAN_PORT")).toMatchObject({ value: "9000", origin: "flag" });
  expect(find("DATABASE_URL")).toMatchObject({ value: "postgres://fangan:******@db/fangan", origin: "environment" });
  expect(find("FANGAN_HOST")).toMatchObject({ value: "127.0.0.1", origin: "default" });
  expect(runProgram(["config"], "", env).stdout).toMatch(/FANGAN_PORT +8080 +default/);
});

test.each(["config", "serve", "worker", "backup"])(
  "%s names every wrong setting, with what was expected",
  (command) => {
    const args = command === "backup" ? [command, "x.tar"] : [command];
    const env = { FANGAN_PROT: "80", FANGAN_DATA: "", REDIS_URL: "localhost:6379", FANGAN_LOG_LEVEL: "loud" };
    const { status, stderr } = runProgram(args, "", env);
    expect(status).toBe(2);
    expect(stderr.trimEnd().split("\n")).toEqual([
      expect.stringContaining("FANGAN_PROT should be a setting that exists"),
      expect.stringContaining("REDIS_URL should be a URL that begins with redis:// or rediss://"),
      expect.stringContaining("FANGAN_LOG_LEVEL should be fatal, error, warn"),
    ]);
  },
);
