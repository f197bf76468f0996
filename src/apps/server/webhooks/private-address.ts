import { BlockList, isIP } from "node:net";

/** Networks that are no one's on the internet (RFC 6890 and its kin): this machine, its neighbours, a cloud's own services. */
const PRIVATE_V4 = [
  "0.0.0.0/8",
  "10.0.0.0/8",
  "100.64.0.0/10",
  "127.0.0.0/8",
  "169.254.0.0/16",
  "172.16.0.0/12",
  "192.0.0.0/24",
  "192.0.2.0/24",
  "192.88.99.0/24",
  "192.168.0.0/16",
  "198.18.0.0/15",
  "198.51.100.0/24",
  "203.0.113.0/24",
  "224.0.0.0/4",
  "240.0.0.0/4",
];
/** Also the ways that carry an IPv4 address in an IPv6 one (64:ff9b::/96, 2002::/16, 2001::/32). */
const PRIVATE_V6 = [
  "::/96",
  "64:ff9b::/96",
  "64:ff9b:1::/48",
  "100::/64",
  "2001::/23",
  "2001:db8::/32",
  "2002::/16",
  "fc00::/7",
  "fe80::/10",
  "fec0::/10",
  "ff00::/8",
];

const blocked = new BlockList();
const add = (network: string, family: "ipv4" | "ipv6"): void => {
  const [address, bits] = network.split("/");
  blocked.addSubnet(address!, Number(bits), family);
};
for (const network of PRIVATE_V4) add(network, "ipv4");
for (const network of PRIVATE_V6) add(network, "ipv6");

/** Whether an address is not on the internet; `::ffff:10.0.0.1` is 10.0.0.1. What is no address counts as private. */
export function isPrivateAddress(address: string): boolean {
  const family = isIP(address);
  return family === 0 || blocked.check(address, family === 6 ? "ipv6" : "ipv4");
}

/** Whether a URL's host says by itself that it is not on the internet: a private address, or this machine's name. */
export function isPrivateHost(hostname: string): boolean {
  const host = hostname.replace(/^\[|\]$/g, "");
  if (isIP(host) !== 0) return isPrivateAddress(host);
  return /^(?:[^.]*|.*\.(?:localhost|local|internal|lan|home\.arpa))\.?$/iu.test(host);
}
