/** The address of a list with its filters; what is empty is left out, and so is the first page. */
export function listAddress(path: string, filter: Readonly<Record<string, string | number | undefined>>): string {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(filter))
    if (value !== undefined && value !== "" && !(name === "page" && value === 1)) search.set(name, String(value))
  const words = search.toString()
  return words ? `${path}?${words}` : path
}
