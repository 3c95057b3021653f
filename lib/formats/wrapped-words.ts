/** Words on lines of fewer than `most` characters, a longer word on one of its own. */
export function wrappedWords(said: string, most: number): readonly string[] {
  const lines: string[] = []
  for (const word of said.split(" ")) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + word.length < most) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines
}
