import { xmlText } from "./xml-text.ts"

/** Words in XML. A carriage return would be read as a line feed, unless it stands as its code. */
export const teiText = (words: string): string => xmlText(words).replaceAll("\r", "&#13;")

type Attributes = Readonly<Record<string, string | number | undefined>>

/** An element with attributes that say something, around markup that is ready. */
export function tei(name: string, attributes: Attributes, inner = ""): string {
  const said = Object.entries(attributes).filter(([, value]) => value !== undefined && value !== "")
  // In an attribute white space would be read as a space.
  const written = said.map(([key, value]) => ` ${key}="${teiText(String(value)).replaceAll(/[\t\n]/g, " ")}"`)
  return inner === "" ? `<${name}${written.join("")}/>` : `<${name}${written.join("")}>${inner}</${name}>`
}

/** The same around words; nothing where there are none. */
export const teiWords = (name: string, words: string, attributes: Attributes = {}): string =>
  words.trim() === "" ? "" : tei(name, attributes, teiText(words))
