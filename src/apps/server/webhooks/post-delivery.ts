import { createHmac } from "node:crypto";
import { type LookupAddress, lookup } from "node:dns";
import { request as requestHttp } from "node:http";
import { request as requestHttps } from "node:https";
import type { LookupFunction } from "node:net";
import type { Delivery } from "../../../../schemas/webhook.ts";
import { isPrivateAddress, isPrivateHost } from "./private-address.ts";

const TIMEOUT_MILLIS = 10_000;

export interface Outgoing extends Pick<Delivery, "id" | "event" | "payload" | "createdAt"> {
  readonly url: string;
  readonly secret: string;
}

/** `Fangan-Signature: t=1700000000,v1=…`: HMAC-SHA256 in hex over `t`, a full stop, and the body. */
export const sign = (secret: string, seconds: number, body: string): string =>
  `t=${seconds},v1=${createHmac("sha256", secret).update(`${seconds}.${body}`).digest("hex")}`;

/**
 * Posts one message. A redirect is an answer like any other and is not followed; the answer's body is not read.
 * @returns the answer's status.
 * @throws what kept it from being sent: the network, the time limit, an address that is not on the internet.
 */
export function postDelivery(delivery: Outgoing, mayBePrivate: boolean): Promise<number> {
  const url = new URL(delivery.url);
  if (!mayBePrivate && isPrivateHost(url.hostname)) return Promise.reject(privateAddress(url.hostname));
  const body = JSON.stringify({
    id: delivery.id,
    event: delivery.event,
    createdAt: delivery.createdAt,
    data: delivery.payload,
  });
  const headers = {
    "content-type": "application/json",
    "content-length": Buffer.byteLength(body),
    "user-agent": "Fangan",
    "fangan-event": delivery.event,
    "fangan-delivery": delivery.id,
    "fangan-signature": sign(delivery.secret, Math.floor(Date.now() / 1000), body),
  };
  return new Promise((resolve, reject) => {
    const request = (url.protocol === "https:" ? requestHttps : requestHttp)(url, {
      method: "POST",
      headers,
      agent: false,
      signal: AbortSignal.timeout(TIMEOUT_MILLIS),
      ...(!mayBePrivate && { lookup: lookupPublic }),
    });
    request.once("response", (answer) => {
      resolve(answer.statusCode ?? 0);
      answer.destroy();
    });
    request.once("error", reject);
    request.end(body);
  });
}

/** The addresses that are looked at are those that are connected to: a name cannot mean another one a moment later. */
export const lookupPublic: LookupFunction = (hostname, options, callback) => {
  lookup(hostname, { ...options, all: true }, (error, addresses: LookupAddress[]) => {
    const wrong = error ? undefined : addresses.find(({ address }) => isPrivateAddress(address));
    if (error || wrong) return callback(error ?? privateAddress(hostname), [], 0);
    if (options.all) return callback(null, addresses);
    return callback(null, addresses[0]!.address, addresses[0]!.family);
  });
};

const privateAddress = (hostname: string): NodeJS.ErrnoException =>
  new Error(`an address on the internet was expected, ${hostname} is not one; FANGAN_WEBHOOK_PRIVATE=true allows it`);
