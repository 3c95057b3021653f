const nowhere = "http://own.invalid"

/** A path of our own out of what an address asked for, with its search; anything that leads elsewhere gives the default. */
export function ownPath(asked: unknown, otherwise = "/projects"): string {
  if (typeof asked !== "string" || !asked.startsWith("/") || !URL.canParse(asked, nowhere)) return otherwise
  const url = new URL(asked, nowhere)
  // Two slashes at the beginning name a host, and a backslash is read as a slash.
  if (url.origin !== nowhere || url.pathname.startsWith("//")) return otherwise
  return url.pathname + url.search + url.hash
}
