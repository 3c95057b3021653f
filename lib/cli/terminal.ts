/** Where a command reads and writes, so that a test can stand in for it. */
export interface Terminal {
  readonly stdin: NodeJS.ReadStream
  readonly stdout: NodeJS.WriteStream
  readonly stderr: NodeJS.WriteStream
}

/** Rows as columns of plain text, two blanks apart; what is longer than `widest` characters is shortened. */
export function table(head: readonly string[], rows: readonly (readonly string[])[], widest = 60): string {
  const cells = [head, ...rows].map(row => row.map(cell => cut(oneLine(cell), widest)))
  const widths = head.map((_, at) => Math.max(...cells.map(row => [...(row[at] ?? "")].length)))
  return cells
    .map(row =>
      row
        .map((cell, at) => (at === row.length - 1 ? cell : cell + " ".repeat(widths[at]! - [...cell].length)))
        .join("  ")
        .trimEnd(),
    )
    .join("\n")
}

// Escape sequences in somebody's words must not reach a terminal.
const oneLine = (words: string) => words.replaceAll(/[\p{Cc}\s]+/gu, " ").trim()
const cut = (words: string, most: number) => {
  const signs = [...words]
  return signs.length > most ? `${signs.slice(0, most - 1).join("")}…` : words
}

/** Shows how far something is, on a terminal only: a script's log has no use for it. */
export function progress({ stderr }: Terminal, what: string): (share: number) => void {
  if (!stderr.isTTY) return () => {}
  return share => stderr.write(`\r${what}: ${Math.round(share * 100)} %${share >= 1 ? "\n" : ""}`)
}

/** A line that is typed without being shown, or the first line of standard input when nobody types. */
export async function secretLine({ stdin, stderr }: Terminal, question: string): Promise<string> {
  if (!stdin.isTTY) return (await firstLine(stdin)).trim()
  stderr.write(question)
  stdin.setRawMode(true)
  stdin.setEncoding("utf8")
  let typed = ""
  try {
    for await (const chunk of stdin)
      for (const sign of String(chunk)) {
        if (sign === "\r" || sign === "\n") return typed.trim()
        if (sign === "\u0003" || sign === "\u0004") return ""
        typed = sign === "\u007f" || sign === "\b" ? typed.slice(0, -1) : typed + sign
      }
    return typed.trim()
  } finally {
    stdin.setRawMode(false)
    stdin.pause()
    stderr.write("\n")
  }
}

async function firstLine(stdin: NodeJS.ReadStream): Promise<string> {
  let text = ""
  for await (const chunk of stdin) {
    text += String(chunk)
    if (text.includes("\n")) break
  }
  return text.split("\n")[0] ?? ""
}
