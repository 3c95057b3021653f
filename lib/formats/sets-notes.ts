/** Whether a style of CSL sets notes, and does not cite in the text. */
export const setsNotes = (style: string): boolean => /<style\b[^>]*\sclass\s*=\s*["']note["']/.test(style)
