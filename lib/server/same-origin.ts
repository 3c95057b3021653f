/**
 * Whether a request comes from our own pages or from no page at all (a script). Browsers always say where a
 * cross-site write comes from, in Sec-Fetch-Site or, older ones, in Origin.
 */
export function sameOrigin(request: Request): boolean {
  const site = request.headers.get("sec-fetch-site")
  if (site) return site === "same-origin" || site === "none"
  const origin = request.headers.get("origin")
  if (!origin) return true
  const host = request.headers.get("host")
  return URL.canParse(origin) && new URL(origin).host === host
}
