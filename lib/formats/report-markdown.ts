import type { ExportFormat } from "./export-format.ts"
import { pieceByPiece } from "./piece-by-piece.ts"
import { type ReportBlock, ReportParts, reportBeginning, reportEnd } from "./report-blocks.ts"
import type { ReportRun } from "./report-rationale.ts"

/**
 * A report of the claims for readers, in Markdown (CommonMark with the footnotes that GitHub and Pandoc read).
 * What people wrote is escaped, so that it stays words: it makes no heading, list, link, table, footnote or HTML.
 */
export const reportMarkdown: ExportFormat = {
  extension: "md",
  mediaType: "text/markdown; charset=utf-8; variant=GFM",
  notes: true,
  write: pieceByPiece(head => {
    const report = new ReportParts(head)
    return {
      begin: reportBeginning(head).map(written).join(""),
      part: part => report.blocks(part).map(written).join(""),
      end: () => reportEnd(head).map(written).join(""),
    }
  }),
}

/** A block with the empty line that parts it from the next. Items are lists of one each, which readers join. */
function written(block: ReportBlock): string {
  switch (block.kind) {
    case "heading":
      return `${"#".repeat(block.level)} ${escaped(block.text).join(" ")}\n\n`
    case "paragraph":
      return `${runsWritten(block.runs, "")}\n\n`
    case "item":
      return `- ${runsWritten(block.runs, "  ")}\n\n`
    case "quote":
      return `> ${escaped(block.text).join("\\\n> ") || "…"}\n\n`
    case "footnote":
      return `[^${block.number}]: ${escaped(block.text).join(" ")}\n\n`
  }
}

/** Runs with their line breaks as hard ones, so that the lines after them belong to the same block. */
function runsWritten(runs: readonly ReportRun[], indent: string): string {
  const lines: string[] = [""]
  for (const { text, bold, italic, note } of runs) {
    const mark = bold && italic ? "***" : bold ? "**" : italic ? "*" : ""
    for (const [at, line] of split(text).entries()) {
      if (at > 0) lines.push("")
      const words = escapedWords(line)
      // Marks with white space inside them are none.
      const [, before = "", inner = "", after = ""] = /^(\s*)(.*?)(\s*)$/su.exec(words) ?? []
      lines[lines.length - 1] += inner === "" ? words : before + mark + inner + mark + after
    }
    if (note !== undefined) lines[lines.length - 1] += `[^${note}]`
  }
  const kept = lines.map(line => lineStart(line.trim())).filter(line => line !== "")
  return kept.join(`\\\n${indent}`)
}

/** Every break that some reader takes for the end of a line. */
const split = (text: string) => text.split(/\r\n|[\n\r\v\f\u0085\u2028\u2029]/)

/** The lines of what somebody wrote, without empty ones, none of which begins or holds anything but words. */
const escaped = (text: string): readonly string[] =>
  split(text)
    .map(line => lineStart(escapedWords(line).trim()))
    .filter(line => line !== "")

/** Signs that mean something within a line; control characters, which show nothing, are dropped. */
const escapedWords = (line: string): string =>
  line
    .toWellFormed()
    .replaceAll(/[\p{Cc}\uFEFF]+/gu, " ")
    .replaceAll(/[\\`*_[\]{}<>&~$|^@!]/g, "\\$&")

/** What would begin a heading, a list, a definition or underline a heading, if a line began with it. */
const lineStart = (line: string): string =>
  line.replace(/^[#+\-=:%(]/, "\\$&").replace(/^(\p{N}+|[A-Za-z]|[ivxlcdm]+)(?=[.)])/iu, (_, number) => `${number}\\`)
