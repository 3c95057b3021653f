import ipaddr from "ipaddr.js"

// What the package takes for ordinary addresses and is none: 6to4 relays, tests of networks, documentation (RFC 9637).
const special = (["192.88.99.0/24", "198.18.0.0/15", "0.0.0.0/8", "3fff::/20", "2001::/23"] as const).map(range =>
  ipaddr.parseCIDR(range),
)
const globalUnicast = ipaddr.parseCIDR("2000::/3")

/**
 * Whether an IP address belongs to the public internet: no loopback, private, link-local, shared, multicast,
 * documentation or reserved address (IANA's special-purpose registries), and none of IPv6 that carries an address of
 * IPv4 in it (mapped, NAT64, 6to4, Teredo). What can't be read as an address is not.
 */
export function isPublicAddress(address: string): boolean {
  if (address.includes("%") || !ipaddr.isValid(address)) return false
  const parsed = ipaddr.parse(address)
  if (parsed.kind() === "ipv4" && !ipaddr.IPv4.isValidFourPartDecimal(address)) return false
  if (parsed.range() !== "unicast") return false
  if (parsed.kind() === "ipv6" && !parsed.match(globalUnicast)) return false
  return !special.some(([range, bits]) => range.kind() === parsed.kind() && parsed.match([range, bits]))
}
