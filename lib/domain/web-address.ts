import { withoutPunctuation } from "./doi.ts"

const within = /\bhttps?:\/\/[^\s"<>«»“”]+/gi

/** What is added to an address to see where a reader came from, and says nothing about the page. */
const trackers = /^(?:utm_\w+|fbclid|gclid|yclid|dclid|mc_cid|mc_eid|igshid|_openstat)$/i

/** The address of a page that a text is, in full, else null. Only http and https; no names or passwords in it. */
export function webAddress(text: string): string | null {
  const written = text.trim()
  return /^https?:\/\/[^\s]+$/i.test(written) && parsed(written) ? written : null
}

/** The addresses that stand in a line, each with where it stands, punctuation after it not included. */
export function addressesIn(
  line: string,
): readonly { readonly address: string; readonly start: number; readonly end: number }[] {
  return [...line.matchAll(within)].flatMap(found => {
    const address = webAddress(withoutPunctuation(found[0]))
    return address === null ? [] : [{ address, start: found.index, end: found.index + address.length }]
  })
}

/**
 * Two addresses lead to the same page when these are the same: without scheme, "www.", default port, fragment, trailing
 * slash and what only follows readers about; the rest of the query in order of its names. It is for comparing, not for
 * opening. An address that cannot be read is its own key.
 */
export function addressKey(address: string): string {
  const url = parsed(address.trim())
  if (!url) return address.trim()
  const host = url.hostname.replace(/^www\./, "").replace(/\.$/, "")
  const port = url.port === "" ? "" : `:${url.port}`
  const path = plainly(url.pathname).replace(/\/+$/, "")
  const query = [...url.searchParams]
    .filter(([name]) => !trackers.test(name))
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`)
    .sort()
    .join("&")
  const shebang = url.hash.startsWith("#!") ? url.hash : ""
  return `${host}${port}${path}${query === "" ? "" : `?${query}`}${shebang}`
}

function parsed(text: string): URL | null {
  if (!URL.canParse(text)) return null
  const url = new URL(text)
  const open = (url.protocol === "http:" || url.protocol === "https:") && url.username === "" && url.password === ""
  return open && url.hostname !== "" ? url : null
}

/** A path with its letters instead of their percent codes, so that both ways of writing it are the same. */
function plainly(path: string): string {
  try {
    return decodeURI(path).normalize("NFC")
  } catch {
    return path
  }
}
