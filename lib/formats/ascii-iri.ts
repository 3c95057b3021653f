import { webAddress } from "../domain/web-address.ts"

/** What stands in no address of RFC 3986 beside letters, digits and its own marks, or only as the code of a character. */
const foreign = /[^A-Za-z0-9\-._~:/?#[\]@!$&'()*+,;=%]|%(?![0-9A-Fa-f]{2})/g

/** An address in ASCII alone, as RDF and JSON Schema take it: "/wiki/Битва" with its letters as percent codes. */
export function asciiIri(address: string): string {
  const { href, hash } = new URL(address)
  const host = href.indexOf("/", href.indexOf("//") + 2)
  const rest = href.slice(host, href.length - hash.length).replaceAll(/[[\]]/g, encodeURIComponent)
  const fragment = hash.slice(1).replaceAll(/[#[\]]/g, encodeURIComponent)
  const whole = href.slice(0, host) + rest + (hash === "" ? "" : `#${fragment}`)
  return whole.replaceAll(foreign, encodeURIComponent)
}

/** The address of a page that a text is, in ASCII; null when it is none. */
export function webIri(text: string): string | null {
  const address = webAddress(text.toWellFormed())
  return address === null ? null : asciiIri(address)
}
