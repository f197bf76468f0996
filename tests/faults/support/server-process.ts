import { Settings } from "../../../schemas/settings.ts";
import { startService } from "../../../src/apps/server/start-service.ts";

/** A server as `fangan serve` runs it, until it is killed. Settings come as JSON on the command line; its URL goes to the parent. */
const { url } = await startService(Settings.parse(JSON.parse(process.argv[2]!)), () => {});
process.on("disconnect", () => process.exit());
process.send?.({ url });
