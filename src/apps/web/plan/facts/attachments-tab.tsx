import { useWords } from "../../app/language.tsx";
import { Badge } from "../../parts/badge.tsx";
import { FileText } from "../../parts/file-text.tsx";
import { kindWords } from "../../words/kinds.ts";
import { planWords } from "../../words/plan.ts";
import { useDesk } from "../desk.tsx";
import { Fact } from "./fact.tsx";

export function AttachmentsTab() {
  const words = useWords(planWords);
  const kinds = useWords(kindWords);
  return (
    <div class="fact-list">
      {useDesk().plan.attachments.map(({ number, title, kind }, index) => (
        <Fact key={index} path={`attachments/${index}`}>
          <p>
            <span class="muted">{words.attachment(number)}</span>{" "}
            <b>
              <FileText text={title} />
            </b>{" "}
            <Badge>{kinds.attachments[kind]}</Badge>
          </p>
        </Fact>
      ))}
    </div>
  );
}
