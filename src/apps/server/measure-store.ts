import type { Store } from "../../store/store.ts";
import type { Metrics } from "./metrics.ts";

/** The store as it is, that tells how long each file took which a worker of this process hands it. */
export const measureStore = <T extends Store>(store: T, { digitised }: Metrics): T => ({
  ...store,
  digitisations: {
    ...store.digitisations,
    store: (done) => {
      digitised(done.millis, true);
      return store.digitisations.store(done);
    },
    storeFailure: (failed) => {
      digitised(failed.millis, false);
      return store.digitisations.storeFailure(failed);
    },
  } satisfies Store["digitisations"],
});
