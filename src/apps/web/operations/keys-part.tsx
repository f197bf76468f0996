import { useState } from "preact/hooks";
import type { ApiKey, Scope } from "../../../../schemas/api-key.ts";
import { createKey, listKeys, revokeKey } from "../api/operations.ts";
import { useLoad } from "../api/use-load.tsx";
import { useLanguage, useWords } from "../app/language.tsx";
import { Badge } from "../parts/badge.tsx";
import { FileText } from "../parts/file-text.tsx";
import { LoadedView } from "../parts/loaded-view.tsx";
import { shortTime } from "../parts/short-time.ts";
import { useAct } from "../parts/use-act.tsx";
import { operationKinds, operationsWords } from "../words/operations.ts";
import { ConfirmButton } from "./confirm-button.tsx";
import { OnceShown } from "./once-shown.tsx";
import { TickBoxes } from "./tick-boxes.tsx";

/** The keys of the service: a new one is shown once, an old one can be revoked. */
export function KeysPart() {
  const words = useWords(operationsWords);
  const loaded = useLoad(listKeys, ["keys"]);
  const [made, setMade] = useState<string | null>(null);
  return (
    <>
      <NewKey
        onMade={(key) => {
          setMade(key);
          loaded.reload();
        }}
      />
      {made !== null && <OnceShown title={words.keyOnce} secret={made} onClose={() => setMade(null)} />}
      <LoadedView of={loaded}>
        {(keys) =>
          keys.length === 0 ? (
            <p class="muted">{words.noKeys}</p>
          ) : (
            <KeyTable
              keys={keys}
              onRevoke={async (id) => {
                await revokeKey(id);
                loaded.reload();
              }}
            />
          )
        }
      </LoadedView>
    </>
  );
}

const SCOPES = ["read", "submit", "review", "admin"] as const satisfies readonly Scope[];

function NewKey({ onMade }: { readonly onMade: (key: string) => void }) {
  const words = useWords(operationsWords);
  const { scopes: scopeNames } = useWords(operationKinds);
  const [name, setName] = useState("");
  const [scopes, setScopes] = useState<readonly Scope[]>(["read"]);
  const [until, setUntil] = useState("");
  const { isActing, act } = useAct();
  const make = async (event: Event): Promise<void> => {
    event.preventDefault();
    await act(async () => {
      const expiresAt = until === "" ? null : new Date(`${until}T23:59:59`).toISOString();
      const { key } = await createKey({ name, scopes: [...scopes], expiresAt });
      setName("");
      onMade(key);
    });
  };
  return (
    <form class="panel new-thing" onSubmit={make}>
      <h2>{words.newKey}</h2>
      <label class="field">
        <span>{words.name}</span>
        <input
          type="text"
          required
          maxLength={100}
          value={name}
          onInput={(event) => setName(event.currentTarget.value)}
        />
      </label>
      <TickBoxes
        legend={words.scopes}
        names={SCOPES}
        labelOf={(scope) => scopeNames[scope]}
        chosen={scopes}
        onChange={setScopes}
      />
      <label class="field">
        <span>
          {words.expires}（{words.never}）
        </span>
        <input type="date" value={until} onInput={(event) => setUntil(event.currentTarget.value)} />
      </label>
      <button type="submit" class="button primary" disabled={isActing || scopes.length === 0}>
        {words.make}
      </button>
    </form>
  );
}

interface KeyTableProps {
  readonly keys: readonly ApiKey[];
  readonly onRevoke: (id: string) => Promise<void>;
}

function KeyTable({ keys, onRevoke }: KeyTableProps) {
  const words = useWords(operationsWords);
  const { scopes: scopeNames } = useWords(operationKinds);
  const { language } = useLanguage();
  const time = (iso: string | null): string => (iso === null ? "—" : shortTime(iso, language));
  return (
    <div class="panel wide-table">
      <table class="table">
        <caption class="hidden-text">{words.keys}</caption>
        <thead>
          <tr>
            <th scope="col">{words.name}</th>
            <th scope="col">{words.scopes}</th>
            <th scope="col">{words.state}</th>
            <th scope="col">{words.made}</th>
            <th scope="col">{words.used}</th>
            <th scope="col">{words.expires}</th>
            <th scope="col">
              <span class="hidden-text">{words.revoke}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {keys.map(({ id, name, scopes, createdAt, lastUsedAt, expiresAt, revokedAt }) => (
            <tr key={id}>
              <td>
                <FileText text={name} />
              </td>
              <td>{scopes.map((scope) => scopeNames[scope]).join("、")}</td>
              <td>
                <KeyState revokedAt={revokedAt} expiresAt={expiresAt} />
              </td>
              <td class="small muted">{time(createdAt)}</td>
              <td class="small muted">{time(lastUsedAt)}</td>
              <td class="small muted">{expiresAt === null ? words.never : time(expiresAt)}</td>
              <td>
                {revokedAt === null && (
                  <ConfirmButton
                    name={words.revoke}
                    label={words.revokeOf(name)}
                    question={words.revokeSure(name)}
                    onConfirm={() => onRevoke(id)}
                  />
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function KeyState({ revokedAt, expiresAt }: Pick<ApiKey, "revokedAt" | "expiresAt">) {
  const words = useWords(operationsWords);
  if (revokedAt !== null) return <Badge tone="bad">{words.revoked}</Badge>;
  if (expiresAt !== null && Date.parse(expiresAt) < Date.now()) return <Badge tone="warn">{words.expired}</Badge>;
  return <Badge tone="good">{words.active}</Badge>;
}
