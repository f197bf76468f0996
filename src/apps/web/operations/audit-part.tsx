import { useEffect, useState } from "preact/hooks";
import type { AuditEvent } from "../../../../schemas/audit-event.ts";
import { type AuditFilter, listAudit } from "../api/operations.ts";
import { useLoad } from "../api/use-load.tsx";
import { useLanguage, useWords } from "../app/language.tsx";
import { setQuery, usePlace } from "../app/location.tsx";
import { FileText } from "../parts/file-text.tsx";
import { LoadedView } from "../parts/loaded-view.tsx";
import { shortTime } from "../parts/short-time.ts";
import { useAct } from "../parts/use-act.tsx";
import { useLater } from "../parts/use-later.tsx";
import { operationsWords } from "../words/operations.ts";

const FIELDS = ["actor", "action", "subject"] as const;

/** Who did what, the newest first; the filter stands in the address. */
export function AuditPart() {
  const words = useWords(operationsWords);
  const { query } = usePlace();
  const names = { actor: words.filterActor, action: words.filterAction, subject: words.filterSubject };
  const filter = useLater(JSON.stringify(FIELDS.map((field) => query.get(field) ?? "")));
  const [actor, action, subject] = JSON.parse(filter) as [string, string, string];
  return (
    <>
      <div class="panel audit-filter">
        {FIELDS.map((field) => (
          <label key={field} class="field">
            <span>{names[field]}</span>
            <input
              type="search"
              maxLength={100}
              value={query.get(field) ?? ""}
              onInput={(event) => setQuery({ [field]: event.currentTarget.value }, { replace: true })}
            />
          </label>
        ))}
      </div>
      <Events key={filter} filter={{ actor, action, subject }} />
    </>
  );
}

function Events({ filter }: { readonly filter: AuditFilter }) {
  const words = useWords(operationsWords);
  const first = useLoad((signal) => listAudit(filter, null, signal), [filter]);
  const [events, setEvents] = useState<readonly AuditEvent[]>([]);
  const [next, setNext] = useState<string | null>(null);
  const { isActing, act } = useAct();
  useEffect(() => {
    if (!first.value) return;
    setEvents(first.value.items);
    setNext(first.value.next);
  }, [first.value]);
  const readMore = () =>
    act(async () => {
      const page = await listAudit(filter, next);
      setEvents((old) => [...old, ...page.items]);
      setNext(page.next);
    });
  return (
    <LoadedView of={first}>
      {() => (
        <div class="panel wide-table">
          {events.length === 0 ? <p class="muted">{words.noEvents}</p> : <EventTable events={events} />}
          {next !== null && (
            <button type="button" class="button" disabled={isActing} onClick={readMore}>
              {words.more}
            </button>
          )}
        </div>
      )}
    </LoadedView>
  );
}

function EventTable({ events }: { readonly events: readonly AuditEvent[] }) {
  const words = useWords(operationsWords);
  const { language } = useLanguage();
  return (
    <table class="table audit">
      <caption class="hidden-text">{words.audit}</caption>
      <thead>
        <tr>
          <th scope="col">{words.when}</th>
          <th scope="col">{words.who}</th>
          <th scope="col">{words.what}</th>
          <th scope="col">{words.subject}</th>
          <th scope="col">{words.detail}</th>
        </tr>
      </thead>
      <tbody>
        {events.map(({ id, at, actor, action, subject, detail }) => (
          <tr key={id}>
            <td class="small muted">{shortTime(at, language)}</td>
            <td>
              <FileText text={actor} />
            </td>
            <td>
              <code>{action}</code>
            </td>
            <td class="small">
              <FileText text={subject} />
            </td>
            <td class="small muted">
              <FileText text={detailText(detail)} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** `files: 5 · name: …` */
const detailText = (detail: AuditEvent["detail"]): string =>
  Object.entries(detail)
    .map(([key, value]) => `${key}: ${typeof value === "string" ? value : JSON.stringify(value)}`)
    .join(" · ");
