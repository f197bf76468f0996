import { useEffect, useState } from "preact/hooks";
import { navigate } from "../app/location.tsx";
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

/** Sends files, and goes to the first batch that came of them. */
export async function uploadAndShow(files: readonly File[]): Promise<void> {
  if (location.pathname !== "/upload") navigate("/upload");
  const [batch] = await upload(sortFiles(files));
  if (batch && location.pathname === "/upload") navigate(`/batches/${batch}`, { replace: true });
}
