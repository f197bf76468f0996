import { useState } from "preact/hooks";
import type { Delivery } from "../../../../schemas/webhook.ts";
import { listDeliveries } from "../api/operations.ts";
import { useLoad } from "../api/use-load.tsx";
import { useLanguage, useWords } from "../app/language.tsx";
import { Badge, type BadgeTone } from "../parts/badge.tsx";
import { FileText } from "../parts/file-text.tsx";
import { LoadedView } from "../parts/loaded-view.tsx";
import { shortTime } from "../parts/short-time.ts";
import { operationKinds, operationsWords } from "../words/operations.ts";

const TONE: Readonly<Record<Delivery["state"], BadgeTone>> = { waiting: "warn", delivered: "good", dead: "bad" };

/** The calls of a webhook, fetched once they are asked for. */
export function DeliveryList({ webhook }: { readonly webhook: string }) {
  const words = useWords(operationsWords);
  const [isOpen, setOpen] = useState(false);
  const loaded = useLoad(isOpen ? (signal) => listDeliveries(webhook, signal) : null, [webhook]);
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{words.deliveries}</summary>
      {isOpen && (
        <LoadedView of={loaded}>
          {({ items }) =>
            items.length === 0 ? (
              <p class="muted">{words.noDeliveries}</p>
            ) : (
              <ul class="deliveries">
                {items.map((delivery) => (
                  <DeliveryLine key={delivery.id} delivery={delivery} />
                ))}
              </ul>
            )
          }
        </LoadedView>
      )}
    </details>
  );
}

function DeliveryLine({ delivery }: { readonly delivery: Delivery }) {
  const words = useWords(operationsWords);
  const { events } = useWords(operationKinds);
  const { language } = useLanguage();
  const { state, event, attempts, lastStatus, lastError, createdAt } = delivery;
  return (
    <li class="row">
      <Badge tone={TONE[state]}>{words.deliveryStates[state]}</Badge> {events[event]}
      <span class="small muted">
        {shortTime(createdAt, language)} · {words.attempts} {attempts}
        {lastStatus !== null && ` · ${words.answer} ${lastStatus}`}
      </span>
      {lastError !== null && (
        <span class="small wrong">
          <FileText text={lastError} />
        </span>
      )}
    </li>
  );
}
