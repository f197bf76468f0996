import { expect, test } from "vitest";
import { DOCUMENTS, type DocumentName, jsonSchema } from "../../../src/apps/cli/json-schemas.ts";

test.each(Object.keys(DOCUMENTS) as DocumentName[])("the schema %s is that of JSON which says so itself", (name) => {
  const text = JSON.stringify(jsonSchema(DOCUMENTS[name]));
  expect(text).toContain(`"schema":{"type":"string","const":"${name}/1"}`);
});
