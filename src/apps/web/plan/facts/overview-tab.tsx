import type { ComponentChildren } from "preact";
import type { Section } from "../../../../../schemas/section.ts";
import { useWords } from "../../app/language.tsx";
import { Badge } from "../../parts/badge.tsx";
import { FileText } from "../../parts/file-text.tsx";
import { kindWords } from "../../words/kinds.ts";
import { planWords } from "../../words/plan.ts";
import { useDesk } from "../desk.tsx";
import { HEADER_FIELDS } from "../list-facts.ts";
import { Fact } from "./fact.tsx";
import { Kinship } from "./kinship.tsx";

/** What the file is: its header, the plans around it, what it rests on, its outline. */
export function OverviewTab() {
  const words = useWords(planWords);
  const { plan } = useDesk();
  return (
    <div class="fact-list">
      <HeaderFacts />
      <Kinship />
      {plan.basis.length > 0 && <h2 class="list-title">{words.basis}</h2>}
      {plan.basis.map(({ title, documentNumber, relation }, index) => (
        <Fact key={index} path={`basis/${index}`}>
          <p>
            <Badge tone={relation === "implements" ? "info" : "plain"}>{words[relation]}</Badge>{" "}
            <FileText text={`《${title}》${documentNumber ? `（${documentNumber}）` : ""}`} />
          </p>
        </Fact>
      ))}
      {plan.sections.length > 0 && <h2 class="list-title">{words.outline}</h2>}
      <Outline sections={plan.sections} path="sections" />
    </div>
  );
}

function HeaderFacts() {
  const words = useWords(planWords);
  const { header } = useDesk().plan;
  return (
    <>
      {HEADER_FIELDS.map((field) => (
        <Fact key={field} path={`header/${field}`}>
          <div class="header-fact">
            <span class="muted">{words.header[field]}</span>
            <span>
              <HeaderValue field={field} />
            </span>
          </div>
        </Fact>
      ))}
      {header.contacts.map(({ name, phone }, index) => (
        <Fact key={index} path={`header/contacts/${index}`}>
          <div class="header-fact">
            <span class="muted">{words.header.contacts}</span>
            <FileText text={`${name} ${phone}`} />
          </div>
        </Fact>
      ))}
    </>
  );
}

function HeaderValue({ field }: { readonly field: (typeof HEADER_FIELDS)[number] }): ComponentChildren {
  const words = useWords(planWords);
  const { levels } = useWords(kindWords);
  const { header } = useDesk().plan;
  if (field === "jurisdiction") {
    const { name, level } = header.jurisdiction;
    if (name === null && level === null) return <span class="muted">{words.none}</span>;
    return (
      <>
        <FileText text={name} /> {level && <Badge>{levels[level]}</Badge>}
      </>
    );
  }
  const value = header[field];
  const text = typeof value === "string" || value === null ? value : value.join("、");
  if (!text) return <span class="muted">{words.none}</span>;
  return (
    <>
      <FileText text={text} /> {field === "title" && header.trial && <Badge tone="info">{words.trial}</Badge>}
    </>
  );
}

function Outline({ sections, path }: { readonly sections: readonly Section[]; readonly path: string }) {
  const kinds = useWords(kindWords);
  if (sections.length === 0) return null;
  return (
    <ul class="outline">
      {sections.map(({ number, heading, kind, level, children }, index) => (
        <li key={index}>
          <Fact path={`${path}/${index}`}>
            <p>
              <span class="muted">
                <FileText text={number} />
              </span>{" "}
              <FileText text={heading} /> {level === 1 && <Badge>{kinds.sections[kind]}</Badge>}
            </p>
          </Fact>
          <Outline sections={children} path={`${path}/${index}/children`} />
        </li>
      ))}
    </ul>
  );
}
