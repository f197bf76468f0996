import { useEffect, useState } from "preact/hooks";
import { navigate, readPlace } from "../app/location.tsx";
import { sortFiles } from "./gather-files.ts";
import { followUploads, readUploads, type Uploads, upload } from "./uploads.ts";

export function useUploads(): Uploads {
  const [uploads, setUploads] = useState(readUploads);
  useEffect(() => {
    setUploads(readUploads());
    return followUploads(() => setUploads(readUploads()));
  }, []);
  return uploads;
}

/** `/upload?template=plan-…`: the document that what is uploaded here is compared with. */
export const TEMPLATE = "template";
export const chosenTemplate = (): string | null => readPlace().query.get(TEMPLATE);

/** Sends files, and goes to the first batch that came of them. */
export async function uploadAndShow(files: readonly File[], template: string | null = chosenTemplate()): Promise<void> {
  if (location.pathname !== "/upload") navigate("/upload");
  const [batch] = await upload(sortFiles(files), template);
  if (batch && location.pathname === "/upload") navigate(`/batches/${batch}`, { replace: true });
}
