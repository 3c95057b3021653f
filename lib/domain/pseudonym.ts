/** Crockford's base 32: no letter that looks like a digit, and no U, so that no word is spelt by accident. */
const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"

/**
 * What the work of a person without an account stands under, everywhere. `drawn` are eight bytes of chance, 40 bits of which
 * count; a project's own pseudonyms have five characters, so that the two are never taken for one another.
 */
export const drawnPseudonym = (drawn: Uint8Array): string =>
  `Reviewer ${Array.from(drawn.subarray(0, 8), byte => alphabet[byte & 31]).join("")}`

/** Whether words are such a pseudonym, and nothing that somebody else could want a page to say. */
export const isPseudonym = (words: string): boolean => /^Reviewer [0-9A-HJKMNP-TV-Z]{8}$/.test(words)
