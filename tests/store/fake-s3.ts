import { createHash } from "node:crypto";
import { createServer, type IncomingMessage } from "node:http";

/** A bucket in memory that speaks as much of S3 as the store asks for. */
export interface FakeS3 {
  /** For FILES_URL, with a prefix. */
  readonly url: string;
  readonly objects: Map<string, Buffer>;
  /** What the next requests are answered with in place of an answer. */
  readonly faults: number[];
  readonly close: () => Promise<void>;
}

const PAGE = 2;

const bodyOf = async (request: IncomingMessage): Promise<Buffer> => {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts);
};

/** A request must be signed (AWS4, for s3, by our key), and its body must have the hash that was signed. */
const isSigned = (request: IncomingMessage, body: Buffer): boolean => {
  const { authorization = "", "x-amz-content-sha256": hash, "x-amz-date": date = "" } = request.headers;
  const isRight = hash === "UNSIGNED-PAYLOAD" || hash === createHash("sha256").update(body).digest("hex");
  return (
    isRight &&
    /^\d{8}T\d{6}Z$/.test(String(date)) &&
    /^AWS4-HMAC-SHA256 Credential=key\/\d{8}\/cn-north-1\/s3\/aws4_request, SignedHeaders=[a-z0-9;-]*x-amz-date[a-z0-9;-]*, Signature=[0-9a-f]{64}$/.test(
      authorization,
    )
  );
};

export async function startFakeS3(): Promise<FakeS3> {
  const objects = new Map<string, Buffer>();
  const faults: number[] = [];
  const server = createServer(async (request, response) => {
    const url = new URL(request.url!, "http://localhost");
    const body = await bodyOf(request);
    const answer = (status: number, content: string | Buffer = ""): void =>
      void response.writeHead(status).end(content);
    const fault = faults.shift();
    if (fault) return answer(fault, "<Error><Code>SlowDown</Code></Error>");
    if (!isSigned(request, body)) return answer(403, "<Error><Code>SignatureDoesNotMatch</Code></Error>");
    if (url.pathname === "/bucket") return answer(200, list(url.searchParams, objects));
    const key = url.pathname.replace("/bucket/", "");
    if (request.method === "PUT") {
      if (request.headers["content-length"] === undefined)
        return answer(411, "<Error><Code>MissingContentLength</Code></Error>");
      objects.set(key, body);
      return answer(200);
    }
    if (request.method === "DELETE") {
      objects.delete(key);
      return answer(204);
    }
    const found = objects.get(key);
    return found ? answer(200, found) : answer(404, "<Error><Code>NoSuchKey</Code></Error>");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as { port: number };
  return {
    objects,
    faults,
    url: `s3://bucket/plans?endpoint=http://127.0.0.1:${port}&region=cn-north-1`,
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

function list(query: URLSearchParams, objects: Map<string, Buffer>): string {
  const keys = [...objects.keys()].filter((key) => key.startsWith(query.get("prefix") ?? "")).sort();
  const from = Number(query.get("continuation-token") ?? 0);
  const next = from + PAGE < keys.length ? `<NextContinuationToken>${from + PAGE}</NextContinuationToken>` : "";
  const entries = keys
    .slice(from, from + PAGE)
    .map(
      (key) =>
        `<Contents><Key>${key}</Key><LastModified>2026-01-02T03:04:05.000Z</LastModified><Size>${objects.get(key)!.length}</Size></Contents>`,
    );
  return `<?xml version="1.0"?><ListBucketResult>${entries.join("")}${next}</ListBucketResult>`;
}
