import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { expect, test } from "vitest";
import type { Input } from "../../../../src/apps/cli/find-inputs.ts";
import { uploadFiles } from "../../../../src/apps/cli/service/upload-files.ts";
import type { Client } from "../../../../src/apps/client/client.ts";
import { ServiceProblem } from "../../../../src/apps/client/service-problem.ts";

const folder = mkdtempSync(join(tmpdir(), "fangan-upload-"));

function createInputs(count: number): Input[] {
  return Array.from({ length: count }, (_, index) => {
    const path = join(folder, `${index}.txt`);
    writeFileSync(path, "x");
    return { path, name: basename(path) };
  });
}

const refusal = (code: string, facts?: Record<string, string | number>) =>
  new ServiceProblem(
    { type: "", title: "", status: 400, detail: code, instance: "", code, requestId: "", ...(facts && { facts }) },
    null,
  );

/** Takes what `check` does not refuse, and remembers how many files each request had. */
function createTaker(check: (names: readonly string[]) => Error | null) {
  const requests: number[] = [];
  const taken: string[] = [];
  const submit: Client["submit"] = async (files) => {
    requests.push(files.length);
    const names = files.map(({ name }) => name);
    const error = check(names);
    if (error) throw error;
    taken.push(...names);
    return { batch: `b${requests.length}`, submissions: [] };
  };
  return { client: { submit }, requests, taken };
}

const namesOf = (refused: readonly { readonly input: Input }[]): string[] => refused.map(({ input }) => input.name);

test("many files go in requests of 200, and it is told how many are through", async () => {
  const { client, requests, taken } = createTaker(() => null);
  const told: number[] = [];
  const uploaded = await uploadFiles(createInputs(450), client, {}, (done) => told.push(done));
  expect({ requests, told, fault: uploaded.fault }).toEqual({
    requests: [200, 200, 50],
    told: [200, 400, 450],
    fault: null,
  });
  expect(new Set(taken).size).toBe(450);
});

test("a file that is refused by its name is left out, the others are sent once more", async () => {
  const bad = ["3.txt", "7.txt"];
  const { client, requests, taken } = createTaker((names) => {
    const file = names.find((name) => bad.includes(name));
    return file === undefined ? null : refusal("file-empty", { file });
  });
  const { refused } = await uploadFiles(createInputs(10), client, {}, () => {});
  expect({ refused: namesOf(refused), requests, taken: taken.length }).toEqual({
    refused: bad,
    requests: [10, 9, 8],
    taken: 8,
  });
});

test("where no name is told, or several bear it, halves are tried; each good file is taken once", async () => {
  const { client, taken } = createTaker((names) => (names.includes("13.txt") ? refusal("file-name-invalid") : null));
  const { refused } = await uploadFiles(createInputs(20), client, {}, () => {});
  expect(namesOf(refused)).toEqual(["13.txt"]);
  expect(taken.toSorted()).toEqual(
    createInputs(20)
      .map(({ name }) => name)
      .filter((name) => name !== "13.txt")
      .toSorted(),
  );
});

test("a server that takes fewer files at once is sent fewer", async () => {
  const { client, requests, taken } = createTaker((names) =>
    names.length > 6 ? refusal("too-many-files", { limit: 6 }) : null,
  );
  const { refused } = await uploadFiles(createInputs(20), client, {}, () => {});
  expect({ refused, taken: taken.length }).toEqual({ refused: [], taken: 20 });
  expect(requests.filter((count) => count <= 6)).toEqual([5, 5, 5, 5]);
});

test("a fault ends the upload, and what was taken before stays; a file that cannot be read is named", async () => {
  const { client } = createTaker((names) => (names.includes("200.txt") ? new Error("gone") : null));
  const inputs = [{ path: join(folder, "nothing.txt"), name: "nothing.txt" }, ...createInputs(250)];
  const { taken, refused, fault } = await uploadFiles(inputs, client, {}, () => {});
  expect({ taken: taken.length, refused: namesOf(refused), fault: String(fault) }).toEqual({
    taken: 1,
    refused: ["nothing.txt"],
    fault: "Error: gone",
  });
});
