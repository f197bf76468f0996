import { DocumentQuery } from "../../schemas/document-record.ts";
import { KINDS, type StoreKind, startStores } from "../store/open-test-store.ts";
import { realPlan, variant } from "../store/sample-plans.ts";

/** `node tests/bench/store.ts [PLANS]`: what storing and searching take on each kind of store, in milliseconds. */
const COUNT = Number(process.argv[2] ?? 2000);
const PLACES = 50;
const QUERIES: Readonly<Record<string, Partial<DocumentQuery>>> = {
  "first page": {},
  "common word": { text: "老旧小区改造" },
  "rare word": { text: "编号一七三" },
  "word and place": { text: "改造", jurisdiction: "第7县" },
  "dates, by issue": { issuedFrom: "2021-03", issuedTo: "2021-09", order: "issued" },
};

const median = (times: readonly number[]): string =>
  times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)]!.toFixed(1);

async function time(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
}

async function measure(kind: StoreKind): Promise<void> {
  const stores = await startStores(kind);
  const store = await stores.open();
  const plan = await realPlan();
  const inserts: number[] = [];
  for (let i = 0; i < COUNT; i++) {
    const header = {
      title: i === 173 ? "编号一七三方案" : plan.header.title,
      issuedOn: `2021-${String((i % 12) + 1).padStart(2, "0")}`,
      jurisdiction: { name: `第${i % PLACES}县`, level: "county" as const },
    };
    inserts.push(
      await time(() =>
        store.digitisations.store({ plan: variant(plan, `${kind} ${i}`, header), program: "p1", millis: 1 }),
      ),
    );
  }
  console.log(
    `${kind}: ${COUNT} plans; one stored: median ${median(inserts)} ms, last hundred ${median(inserts.slice(-100))} ms`,
  );
  const cutting = await time(async () => {
    while ((await store.searchIndex.fill(5)) > 0);
  });
  console.log(`${kind}: one made searchable: mean ${(cutting / COUNT).toFixed(1)} ms`);
  for (const [name, asked] of Object.entries(QUERIES)) {
    const query = DocumentQuery.parse(asked);
    const times: number[] = [];
    for (let i = 0; i < 15; i++) times.push(await time(() => store.documents.search(query)));
    const { items } = await store.documents.search(query);
    console.log(
      `${kind}: search, ${name}: ${items.length} on the page, median ${median(times)} ms, slowest ${Math.max(...times).toFixed(1)} ms`,
    );
  }
  await stores.end();
}

for (const kind of KINDS) await measure(kind);
