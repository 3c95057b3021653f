/** Encodings that a person can choose, by their labels in the WHATWG standard. */
export const encodings = [
  { value: "utf-8", label: "UTF-8" },
  { value: "utf-16le", label: "UTF-16" },
  { value: "utf-16be", label: "UTF-16, big-endian" },
  { value: "windows-1251", label: "Windows-1251 (Cyrillic)" },
  { value: "windows-1252", label: "Windows-1252 (Western)" },
  { value: "koi8-r", label: "KOI8-R (Cyrillic)" },
] as const

export const encodingWords = (encoding: string): string =>
  encodings.find(({ value }) => value === encoding)?.label ?? encoding
