import { describe, expect, test } from "vitest";
import { describeSettings, flagOf, notesOf, readSettings, SETTING_NAMES } from "../../src/core/settings.ts";

const read = (...args: Parameters<typeof readSettings>) => {
  const given = readSettings(...args);
  if (given.kind === "wrong") throw new Error(JSON.stringify(given.wrong));
  return given;
};

describe("settings", () => {
  test("with nothing set, every setting has its default", () => {
    const { settings, origins } = read({});
    expect(settings).toMatchObject({
      host: "127.0.0.1",
      port: 8080,
      databaseUrl: null,
      redisUrl: null,
      trustProxy: false,
    });
    expect(new Set(Object.values(origins))).toEqual(new Set(["default"]));
  });

  test("a flag goes before the environment, and the environment before the default", () => {
    const { settings, origins } = read({ FANGAN_PORT: "81", FANGAN_HOST: "::1" }, { port: "82" });
    expect([settings.port, settings.host]).toEqual([82, "::1"]);
    expect([origins.port, origins.host, origins.data]).toEqual(["flag", "environment", "default"]);
  });

  test("an empty variable counts as unset", () => {
    expect(read({ DATABASE_URL: "", FANGAN_PORT: "" }).settings.port).toBe(8080);
  });

  test.each([
    ["FANGAN_PORT", "eighty", "a whole number from 0 to 65535"],
    ["FANGAN_PORT", "65536", "a whole number from 0 to 65535"],
    ["FANGAN_PORT", "-1", "a whole number from 0 to 65535"],
    ["FANGAN_WORKERS", "1.5", "a whole number from 0 to 64"],
    ["FANGAN_PUBLIC_URL", "ftp://x", "a URL that begins with http:// or https://"],
    ["FANGAN_TRUST_PROXY", "yes", "true or false"],
    ["FANGAN_LOG_LEVEL", "loud", "fatal, error, warn, info, debug, trace or silent"],
  ])("%s=%s is named with what was expected", (setting, came, expected) => {
    expect(readSettings({ [setting]: came })).toMatchObject({ kind: "wrong", wrong: [{ setting, expected, came }] });
  });

  test("all wrong ones are named at once, a flag by its flag, and a name that is no setting too", () => {
    const given = readSettings({ FANGAN_PROT: "1", FANGAN_ATTEMPTS: "0" }, { port: "x" });
    if (given.kind !== "wrong") throw new Error("taken for right");
    expect(given.wrong.map(({ setting }) => setting)).toEqual(["FANGAN_PROT", "--port", "FANGAN_ATTEMPTS"]);
  });

  test("no secret is shown, neither in force nor in an error", () => {
    const shown = JSON.stringify(
      describeSettings(
        read({
          DATABASE_URL: "postgres://me:word1@db/x?sslpassword=word2",
          REDIS_URL: "redis://:word3@cache:6379",
          FILES_URL: "s3://bucket?endpoint=http://store&secret=word4",
          FANGAN_S3_SECRET_ACCESS_KEY: "word5",
        }),
      ),
    );
    expect(shown).toContain("postgres://me:******@db/x");
    expect(shown).not.toMatch(/word\d/);
    expect(JSON.stringify(readSettings({ DATABASE_URL: "me:word1@db" }))).not.toContain("word1");
    expect(JSON.stringify(readSettings({ REDIS_URL: "http://me:word1@db" }))).not.toContain("word1");
  });

  test("every setting has a name of its own in the environment, a flag, and notes in both languages", () => {
    expect(new Set(SETTING_NAMES.map((name) => notesOf(name).env)).size).toBe(SETTING_NAMES.length);
    expect(SETTING_NAMES.map(flagOf)).toContain("--shutdown-seconds");
    for (const name of SETTING_NAMES) {
      expect(notesOf(name).zh).toMatch(/\p{Script=Han}/u);
      expect(notesOf(name).en).toMatch(/^[\x20-\x7e]+$/);
    }
  });
});
