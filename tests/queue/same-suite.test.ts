import { afterAll, beforeAll, describe } from "vitest";
import { testFiles } from "./suite/test-files.ts";
import { testMending } from "./suite/test-mending.ts";
import { testOrder } from "./suite/test-order.ts";
import { openService, type Service } from "./support/service.ts";
import { SETUPS, type Setup, startSetup } from "./support/setups.ts";

const script = new URL("./workers/obedient.ts", import.meta.url);

describe.each(SETUPS)("the queue on %s", { timeout: 120_000 }, (name) => {
  let setup: Setup;
  let service: Service;
  beforeAll(async () => {
    setup = await startSetup(name);
    service = await openService(setup);
  }, 240_000);
  afterAll(async () => {
    await service.close();
    await setup.stop();
  }, 60_000);

  describe("without workers", () => testMending(() => service));
  describe("with a worker of each test's own", () => testOrder(() => ({ service, script })));
  describe("with workers", () => {
    beforeAll(() => service.startWorkers({ script }));
    testFiles(() => ({ service, folder: setup.dataFolder }));
  });
});
