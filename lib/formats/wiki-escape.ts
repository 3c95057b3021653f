/** Signs that mean something anywhere in wikitext, as the characters that they stand for. */
const signs = /[<>&{}[\]|~=]|'(?=')|(?<=')'|_(?=_)|(?<=_)_/g

/** Words on one line that wikitext takes for nothing else: no tag, template, link, table, list, heading or signature. */
export const wikiText = (words: string): string =>
  words
    .toWellFormed()
    .replaceAll(/[\s\p{Cc}\u2028\u2029]+/gu, " ")
    .trim()
    .replaceAll(signs, sign => `&#${sign.charCodeAt(0)};`)
    .replaceAll(/^[*#:;-]/g, sign => `&#${sign.charCodeAt(0)};`)

/** An address in full as a parameter of a template takes it. */
export const wikiAddress = (address: string): string =>
  new URL(address.toWellFormed()).href.replaceAll(
    /[{}[\]|<>'"\s]/g,
    sign => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  )

/** A template with those of its parameters that say something. Values are wikitext already. */
export const wikiTemplate = (name: string, parameters: readonly (readonly [string, string])[]): string =>
  `{{${[name, ...parameters.flatMap(([key, value]) => (value === "" ? [] : [`${key}=${value}`]))].join(" |")}}}`
