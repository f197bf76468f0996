/** Where a bucket is, taken from `s3://bucket/prefix?endpoint=https://host&region=…`. */
export interface S3Address {
  /** Of the bucket, without a slash at its end. */
  readonly bucket: string;
  readonly prefix: string;
  readonly region: string;
}

/** @throws Error where the URL names no bucket. */
export function readS3Address(url: string): S3Address {
  const { hostname, pathname, searchParams } = new URL(url);
  if (!hostname) throw new Error(`s3://bucket/prefix?endpoint=… was expected, ${url} came`);
  const region = searchParams.get("region") ?? "us-east-1";
  const endpoint = searchParams.get("endpoint") ?? `https://s3.${region}.amazonaws.com`;
  const prefix = pathname.replace(/^\/+|\/+$/g, "");
  return { bucket: `${endpoint.replace(/\/$/, "")}/${hostname}`, prefix: prefix ? `${prefix}/` : "", region };
}

export interface S3Entry {
  readonly key: string;
  readonly byteLength: number;
  readonly keptAt: Date;
}

/** One page of `ListObjectsV2`; keys here are hashes below a prefix, so no entity but `&amp;` is met. */
export function readListing(xml: string): { readonly entries: readonly S3Entry[]; readonly next: string | null } {
  const field = (part: string, name: string): string | null =>
    part.split(`<${name}>`)[1]?.split(`</${name}>`)[0]?.replaceAll("&amp;", "&") ?? null;
  const entries = xml
    .split("<Contents>")
    .slice(1)
    .map((part) => ({
      key: field(part, "Key") ?? "",
      byteLength: Number(field(part, "Size")),
      keptAt: new Date(field(part, "LastModified") ?? 0),
    }));
  return { entries, next: field(xml, "NextContinuationToken") };
}
