import { useState } from "preact/hooks";
import type { Webhook, WebhookEvent } from "../../../../schemas/webhook.ts";
import { createWebhook, listWebhooks, removeWebhook } from "../api/operations.ts";
import { useLoad } from "../api/use-load.tsx";
import { useWords } from "../app/language.tsx";
import { Badge } from "../parts/badge.tsx";
import { FileText } from "../parts/file-text.tsx";
import { LoadedView } from "../parts/loaded-view.tsx";
import { useAct } from "../parts/use-act.tsx";
import { operationKinds, operationsWords } from "../words/operations.ts";
import { ConfirmButton } from "./confirm-button.tsx";
import { DeliveryList } from "./delivery-list.tsx";
import { OnceShown } from "./once-shown.tsx";
import { TickBoxes } from "./tick-boxes.tsx";

/** Who is called when something happens, and what came of the calls. */
export function WebhooksPart() {
  const words = useWords(operationsWords);
  const loaded = useLoad(listWebhooks, ["webhooks"]);
  const [made, setMade] = useState<string | null>(null);
  return (
    <>
      <NewWebhook
        onMade={(secret) => {
          setMade(secret);
          loaded.reload();
        }}
      />
      {made !== null && <OnceShown title={words.secretOnce} secret={made} onClose={() => setMade(null)} />}
      <LoadedView of={loaded}>
        {(webhooks) =>
          webhooks.length === 0 ? (
            <p class="muted">{words.noWebhooks}</p>
          ) : (
            webhooks.map((webhook) => <WebhookPanel key={webhook.id} webhook={webhook} onRemoved={loaded.reload} />)
          )
        }
      </LoadedView>
    </>
  );
}

const EVENTS = [
  "submission.done",
  "submission.failed",
  "batch.done",
  "document.corrected",
  "document.approved",
  "document.deleted",
] as const satisfies readonly WebhookEvent[];

function NewWebhook({ onMade }: { readonly onMade: (secret: string) => void }) {
  const words = useWords(operationsWords);
  const { events: eventNames } = useWords(operationKinds);
  const [url, setUrl] = useState("");
  const [events, setEvents] = useState<readonly WebhookEvent[]>(["batch.done"]);
  const { isActing, act } = useAct();
  const make = async (event: Event): Promise<void> => {
    event.preventDefault();
    await act(async () => {
      const { secret } = await createWebhook({ url, events: [...events] });
      setUrl("");
      onMade(secret);
    });
  };
  return (
    <form class="panel new-thing" onSubmit={make}>
      <h2>{words.newWebhook}</h2>
      <label class="field">
        <span>{words.url}</span>
        <input
          type="url"
          required
          maxLength={2000}
          placeholder="https://"
          value={url}
          onInput={(event) => setUrl(event.currentTarget.value)}
        />
      </label>
      <TickBoxes
        legend={words.events}
        names={EVENTS}
        labelOf={(name) => eventNames[name]}
        chosen={events}
        onChange={setEvents}
      />
      <button type="submit" class="button primary" disabled={isActing || events.length === 0}>
        {words.make}
      </button>
    </form>
  );
}

function WebhookPanel({ webhook, onRemoved }: { readonly webhook: Webhook; readonly onRemoved: () => void }) {
  const words = useWords(operationsWords);
  const { events: eventNames } = useWords(operationKinds);
  const { id, url, events, disabledAt } = webhook;
  const remove = async (): Promise<void> => {
    await removeWebhook(id);
    onRemoved();
  };
  return (
    <section class="panel stack" aria-label={url}>
      <div class="row between">
        <b>
          <FileText text={url} />
        </b>
        <ConfirmButton
          name={words.remove}
          label={words.removeOf(url)}
          question={words.removeSure(url)}
          onConfirm={remove}
        />
      </div>
      <p class="row">
        {events.map((event) => (
          <Badge key={event}>{eventNames[event]}</Badge>
        ))}
        {disabledAt !== null && <Badge tone="bad">{words.disabled}</Badge>}
      </p>
      <DeliveryList webhook={id} />
    </section>
  );
}
