import type { ComponentType } from "preact";
import { hasScope } from "../api/session.ts";
import { useWords } from "../app/language.tsx";
import { usePlace } from "../app/location.tsx";
import { useMe } from "../app/session.tsx";
import { Loading } from "../parts/loading.tsx";
import { operationsWords } from "../words/operations.ts";
import { AuditPart } from "./audit-part.tsx";
import { KeysPart } from "./keys-part.tsx";
import { QueuePart } from "./queue-part.tsx";
import { WebhooksPart } from "./webhooks-part.tsx";
import "./operations.css";

const PARTS = ["queue", "keys", "webhooks", "audit"] as const;
type Part = (typeof PARTS)[number];
const VIEWS: Readonly<Record<Part, ComponentType>> = {
  queue: QueuePart,
  keys: KeysPart,
  webhooks: WebhooksPart,
  audit: AuditPart,
};

/** For those who run the service. */
export function OperationsView() {
  const words = useWords(operationsWords);
  const me = useMe();
  const { query } = usePlace();
  if (me === null) return <Loading />;
  if (!hasScope(me, "admin"))
    return (
      <div class="page narrow">
        <h1>{words.title}</h1>
        <p class="note warn">{words.notAllowed}</p>
      </div>
    );
  const part = PARTS.find((each) => each === query.get("part")) ?? "queue";
  const View = VIEWS[part];
  return (
    <div class="page operations">
      <div class="page-head">
        <h1>{words.title}</h1>
        <ServiceLinks />
      </div>
      <nav class="part-tabs" aria-label={words.parts}>
        {PARTS.map((each) => (
          <a
            key={each}
            href={each === "queue" ? "/operations" : `/operations?part=${each}`}
            aria-current={each === part ? "page" : undefined}
          >
            {words[each]}
          </a>
        ))}
      </nav>
      <View />
    </div>
  );
}

function ServiceLinks() {
  const words = useWords(operationsWords);
  return (
    <div class="row">
      <a class="button" href="/metrics" target="_blank" rel="noreferrer">
        {words.metrics}
      </a>
      <a class="button" href="/admin/queues" target="_blank" rel="noreferrer">
        {words.board}
      </a>
      <a class="button" href="/api/docs" target="_blank" rel="noreferrer">
        {words.api}
      </a>
    </div>
  );
}
