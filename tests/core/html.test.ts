import { expect, test } from "vitest";
import { html } from "../../src/core/html.ts";

test("what stands between markup is escaped, markup is not", () => {
  const inner = html`<b>${`"<&>'`}</b>`;
  expect(html`<p title="${'" onclick="x'}">${inner}${null}${["a", 1]}</p>`.markup).toBe(
    '<p title="&quot; onclick=&quot;x"><b>&quot;&lt;&amp;&gt;&#39;</b>a1</p>',
  );
});

test("marks of direction, control characters and lone surrogates lose their power; line breaks stay", () => {
  expect(html`${"a\u202Eb\u2066c\0d\uD800e\n"}`.markup).toBe("a\uFFFDb\uFFFDc\uFFFDd\uFFFDe\n");
});
