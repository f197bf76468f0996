import { expect, test } from "vitest";
import { ApiProblem } from "../../../src/apps/web/api/api-problem.ts";
import { sortFiles } from "../../../src/apps/web/upload/gather-files.ts";
import { sendAll } from "../../../src/apps/web/upload/send-all.ts";

const files = (...names: string[]) => names.map((name) => ({ name }));

/** A server that takes a group only if no bad file is in it; `hangsUp` tells it to break off instead of naming the file. */
const serverThatRefuses = (bad: readonly string[], hangsUp = false) => {
  const taken: string[][] = [];
  const send = async (group: readonly { readonly name: string }[]) => {
    const found = group.find(({ name }) => bad.includes(name));
    if (found && hangsUp) throw new ApiProblem({ code: "offline" });
    if (found)
      throw new ApiProblem({
        code: "file-type-unknown",
        status: 415,
        detail: `${found.name} 不行`,
        facts: { file: found.name },
      });
    taken.push(group.map(({ name }) => name));
    return { batch: String(taken.length), submissions: [] };
  };
  return { taken, send };
};

test("a file that the server names is left out with its reason, the others go in one batch", async () => {
  const { taken, send } = serverThatRefuses(["b", "d"]);
  const sent = await sendAll(files("a", "b", "c", "d", "e"), send);
  expect(taken).toEqual([["a", "c", "e"]]);
  expect(sent.batches).toEqual(["1"]);
  expect(sent.refused).toEqual([
    { name: "b", reason: "b 不行" },
    { name: "d", reason: "d 不行" },
  ]);
});

test("where the template is gone no file is blamed: nothing is sent, and the reader is told", async () => {
  const tries: number[] = [];
  const gone = new ApiProblem({ code: "not-found", status: 404, facts: { what: "template", id: "plan-0" } });
  const send = async (group: readonly { readonly name: string }[]) => {
    tries.push(group.length);
    throw gone;
  };
  await expect(sendAll(files("a", "b", "c"), send)).rejects.toBe(gone);
  expect(tries).toEqual([3]);
});

test("where the server hangs up, halves are tried until the bad file is alone", async () => {
  const { taken, send } = serverThatRefuses(["c"], true);
  const sent = await sendAll(files("a", "b", "c", "d"), send);
  expect(taken.flat().toSorted()).toEqual(["a", "b", "d"]);
  expect(sent.refused).toEqual([{ name: "c", reason: null }]);
});

test("a server that takes nothing now is not asked file by file", async () => {
  let asked = 0;
  const send = async () => {
    asked++;
    throw new ApiProblem({ code: "busy", status: 503 });
  };
  await expect(sendAll(files("a", "b", "c"), send)).rejects.toMatchObject({ code: "busy" });
  expect(asked).toBe(1);
});

test("leftovers of a folder are passed over, what cannot be read is named before it is sent", () => {
  const given = ["方案.docx", ".DS_Store", "~$方案.docx", "Thumbs.db", "a.exe", "noending"].map(
    (name) => new File(["x"], name),
  );
  const { files: taken, refused } = sortFiles([...given, new File([], "empty.pdf")]);
  expect(taken.map(({ name }) => name)).toEqual(["方案.docx", "noending"]);
  expect(refused).toEqual([
    { name: "a.exe", reason: "unsupported" },
    { name: "empty.pdf", reason: "empty" },
  ]);
});
