import { dirname } from "node:path";
import { expect, test } from "vitest";
import { findOffice } from "../../../src/read/libreoffice/find-office.ts";
import { createFakeOffice } from "./fake-office.ts";

test("LibreOffice is found by PATH, and not in a relative folder of it", async () => {
  const { path, folder } = createFakeOffice("");
  expect(await findOffice({ PATH: `/nowhere:${folder}` })).toBe(path);
  expect(await findOffice({ PATH: `.:relative:${dirname(folder)}` })).toBeNull();
  expect(await findOffice({})).toBeNull();
});

test("the setting names it or switches it off", async () => {
  const { folder } = createFakeOffice("");
  expect(await findOffice({ PATH: folder, FANGAN_SOFFICE: "off" })).toBeNull();
  expect(await findOffice({ PATH: folder, FANGAN_SOFFICE: "/opt/office/soffice" })).toBe("/opt/office/soffice");
  for (const unset of ["", "auto", undefined])
    expect(await findOffice({ PATH: folder, FANGAN_SOFFICE: unset })).toBe(`${folder}/soffice`);
});
