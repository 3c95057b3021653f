import type { NoticeLine } from "../db/inbox-rows.ts"
import { noticePath, noticeSentence } from "../domain/notice-sentence.ts"

/** Notices that one e-mail tells one by one. */
export const mostTold = 40

export interface Digest {
  readonly subject: string
  readonly text: string
}

/**
 * An e-mail that tells what concerns a person: a sentence and an address for each notice, by projects, and nothing of
 * what was said. `total` counts the notices that are left out too.
 */
export function digestText(
  { name, origin, stop }: { readonly name: string; readonly origin: string; readonly stop: string },
  lines: readonly NoticeLine[],
  total: number,
): Digest {
  const projects = [...new Set(lines.map(({ projectId }) => projectId))]
  const parts = projects.map(id => {
    const own = lines.filter(({ projectId }) => projectId === id)
    const told = own.map(line => `- ${oneLine(noticeSentence(line))}\n  ${origin}${noticePath(line)}`)
    return [oneLine(own[0]!.project), ...told].join("\n\n")
  })
  const more = total - lines.length
  return {
    subject: oneLine(total === 1 ? noticeSentence(lines[0]!) : `${total} things in Apparatus concern you`).slice(
      0,
      200,
    ),
    text: `${[
      `Hello ${oneLine(name)},`,
      total === 1 ? "this concerns you:" : "these things concern you:",
      ...parts,
      ...(more > 0 ? [`and ${more} more.`] : []),
      `Your inbox: ${origin}/inbox`,
      `How often you get this: ${origin}/account`,
      `Stop these e-mails: ${stop}`,
    ].join("\n\n")}\n`,
  }
}

const oneLine = (words: string) => words.replaceAll(/\s+/g, " ").trim()
