import { parseAndValidateFlightRouterState } from "next/dist/server/app-render/parse-and-validate-flight-router-state.js"

/** The most parameters of an address: no page has half as many, and Next's work on them grows with their square. */
const mostParameters = 200

/**
 * Why a request is not handed on, with the status of the answer; null for one that is. Further on each of these would be
 * a defect: a path that can't be decoded, and a header in which Next's pages say what they show, when it says nothing.
 * @param {import("node:http").IncomingMessage} request
 * @returns {{ status: number, why: string } | null}
 */
export function requestTrouble({ url = "/", headers }) {
  const [path = "", ...search] = url.split("?")
  if (decoded(path) === null)
    return {
      status: 400,
      why: "This is no address: a percent sign in it has to be followed by the two digits of a byte in UTF-8.",
    }
  if (search.join("?").split("&").length > mostParameters)
    return { status: 414, why: `This address has more than ${mostParameters} parameters, which nothing here takes.` }
  if (!isReadByNext(headers["next-router-state-tree"]))
    return { status: 400, why: "The header next-router-state-tree is not what a page sends." }
  return null
}

/** @param {string} words */
function decoded(words) {
  try {
    return decodeURIComponent(words)
  } catch {
    return null
  }
}

/**
 * Asked of Next itself, for which a header that it can't read is a defect of its own.
 * @param {string | string[] | undefined} shown
 */
function isReadByNext(shown) {
  try {
    parseAndValidateFlightRouterState(shown)
    return true
  } catch {
    return false
  }
}

/**
 * A request that names the whole address, as those to a proxy do, is one for its path at its host, whatever else it says of
 * the host (RFC 9112, section 3.2.2).
 * @param {import("node:http").IncomingMessage} request
 */
export function takeWholeAddress(request) {
  const [, host, rest = ""] = /^https?:\/\/([^/?#]+)(.*)$/is.exec(request.url ?? "") ?? []
  if (host === undefined) return
  request.headers.host = host
  request.url = rest.startsWith("/") ? rest : `/${rest}`
}
