import { Command, Option } from "commander";
import { type ApiKey, ApiKeyRequest, Scope } from "../../../../schemas/api-key.ts";
import { EXIT } from "../exit-codes.ts";
import { type Column, writeTable } from "../text-table.ts";
import { STORE_SETTINGS, withService } from "./open-service.ts";
import { type SettingFlags, withSettings } from "./settings-options.ts";

const HELP = `
A key is shown once, when it is made; the store keeps its hash only. Once there is a key, every request needs one.
Scopes: read (plans), submit (files, comparisons), review (correct, approve), admin (all, keys, delete).

Examples:
  fangan keys create --name 住建局 --scope read submit
  fangan keys list
  fangan keys revoke 01a2…
`;

interface CreateOptions extends SettingFlags {
  readonly name: string;
  readonly scope: string[];
  readonly expires?: string;
}

/** `fangan keys`: who may use a service. */
export function keysCommand(): Command {
  const command = new Command("keys").description("make, list and revoke API keys").addHelpText("after", HELP);
  withSettings(command.command("create").description("make a key"), STORE_SETTINGS)
    .requiredOption("--name <name>", "whose key it is")
    .addOption(new Option("--scope <scope...>", "what it may do").choices(Scope.options).default(["read"]))
    .option("--expires <date>", "until when, such as 2027-12-31")
    .action(async (options: CreateOptions) => {
      process.exitCode = await createKey(options);
    });
  withSettings(command.command("list").description("list the keys"), STORE_SETTINGS).action(
    async (flags: SettingFlags) => {
      process.exitCode = await withService(flags, async ({ store }) => {
        process.stdout.write(`${writeTable(COLUMNS, (await store.keys.list()).map(rowOf))}\n`);
        return EXIT.done;
      });
    },
  );
  withSettings(command.command("revoke").description("revoke a key at once").argument("<id>"), STORE_SETTINGS).action(
    async (id: string, flags: SettingFlags) => {
      process.exitCode = await revokeKey(id, flags);
    },
  );
  return command;
}

async function createKey({ name, scope, expires, ...flags }: CreateOptions): Promise<number> {
  const expiresAt = expires === undefined ? null : `${expires}T23:59:59Z`;
  const request = ApiKeyRequest.safeParse({ name, scopes: scope, expiresAt });
  if (!request.success) {
    process.stderr.write("Expected a name of 1 to 100 characters and a date such as 2027-12-31.\n");
    return EXIT.usage;
  }
  return withService(flags, async ({ store }) => {
    const { key, record } = await store.keys.create(request.data);
    await store.audit.record({
      actor: "cli",
      action: "key.create",
      subject: record.id,
      detail: { name, scopes: record.scopes },
    });
    process.stderr.write("以下密钥只显示这一次，请妥善保存。 The key is shown this once: keep it safe.\n");
    process.stdout.write(`${key}\n`);
    return EXIT.done;
  });
}

const revokeKey = (id: string, flags: SettingFlags): Promise<number> =>
  withService(flags, async ({ store }) => {
    if (await store.keys.revoke(id)) {
      await store.audit.record({ actor: "cli", action: "key.revoke", subject: id, detail: {} });
      return EXIT.done;
    }
    process.stderr.write(`There is no key ${id} in force; fangan keys list shows them.\n`);
    return EXIT.failed;
  });

const COLUMNS: readonly Column[] = [
  { heading: "id", side: "left", most: 40 },
  { heading: "name", side: "left", most: 30 },
  { heading: "scopes", side: "left", most: 40 },
  { heading: "last used", side: "left", most: 20 },
  { heading: "state", side: "left", most: 30 },
];

const rowOf = ({ id, name, scopes, lastUsedAt, revokedAt, expiresAt }: ApiKey): string[] => [
  id,
  name,
  scopes.join(" "),
  lastUsedAt?.slice(0, 16) ?? "",
  revokedAt ? `revoked ${revokedAt.slice(0, 10)}` : expiresAt ? `until ${expiresAt.slice(0, 10)}` : "in force",
];
