import { type Stance, stances } from "../domain/citation.ts"
import {
  cellSentence,
  cellsByClaim,
  claimNumber,
  claimSign,
  claimStateWords,
  type Matrix,
  type MatrixCell,
  type MatrixClaim,
} from "../domain/evidence-matrix.ts"
import { isRated } from "../domain/grade.ts"
import { type LeftOutChoice, leftOutNote } from "../domain/left-out-passages.ts"
import { logHeadSentence } from "../domain/log-head.ts"
import { standings } from "../domain/matrix-order.ts"
import { stanceWords } from "../domain/stance-words.ts"
import type { MatrixLayout } from "./matrix-csv.ts"
import { wrappedWords } from "./wrapped-words.ts"
import { xmlText } from "./xml-text.ts"

/** How many rows and columns a picture holds at most; the rest is left out, and a sentence in the picture says so. */
export const picturedClaims = 500
export const picturedSources = 150

const [row, column, words, slope, top, margin] = [24, 26, 430, 170, 64, 24]
const colours = { ink: "#211e1a", soft: "#5e574c", rule: "#e4dccd", supports: "#0f6557", disputes: "#9a4607" }

/** The sentence that says what a picture leaves out; empty when it leaves nothing out. */
export function leftOutSentence({ claims, sources }: MatrixLayout): string {
  const parts = [
    claims.length > picturedClaims && `the first ${picturedClaims} of ${claims.length} claims`,
    sources.length > picturedSources && `the first ${picturedSources} of ${sources.length} sources`,
  ].filter(part => part !== false)
  return parts.length === 0 ? "" : `Drawn are ${parts.join(" and ")}. Choose a document or a filter to draw the others.`
}

/** What a picture says of how it was made, below the legend. */
export interface MatrixNotes {
  /** The head of the project's log. */
  readonly head: string
  readonly leaveOut: LeftOutChoice | null
}

/**
 * The matrix as a picture in SVG, in the order of `layout`. Stances are told apart by their shapes, labels by their
 * circles; colour repeats what they say. All of it is drawn with attributes, without a style sheet, scripts or fonts of its own.
 * `title` stands over it.
 */
export function matrixSvg(matrix: Matrix, layout: MatrixLayout, title: string, notes: MatrixNotes): string {
  const claims = layout.claims.slice(0, picturedClaims)
  const sources = layout.sources.slice(0, picturedSources)
  const head = top + slope
  const width = margin * 2 + words + Math.max(sources.length * column + slope / 2, 420)
  const foot = margin + head + claims.length * row
  const lines = wrappedWords(`${logHeadSentence(notes.head)}${leftOutNote(notes)}`, 120)
  const height = foot + 76 + lines.length * 14 + margin
  const note = leftOutSentence(layout)
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" role="img" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="Georgia, 'Times New Roman', serif" font-size="12.5" fill="${colours.ink}">`,
    `<title>${xmlText(title)}</title>`,
    `<defs><clipPath id="words"><rect x="${margin}" y="0" width="${words - 40}" height="${height}"/></clipPath></defs>`,
    `<rect width="${width}" height="${height}" fill="#ffffff"/>`,
    `<text x="${margin}" y="${margin + 18}" font-size="20">${xmlText(title)}</text>`,
    note && `<text x="${margin}" y="${margin + 40}" fill="${colours.soft}">${xmlText(note)}</text>`,
    ...sources.map((place, at) =>
      sourceHead(matrix.sources[place]?.short ?? "", margin + words + at * column, margin + head),
    ),
    ...rowsOf(matrix, claims, sources, margin + head),
    legend(foot + 28),
    ...lines.map(
      (line, at) =>
        `<text x="${margin}" y="${foot + 84 + at * 14}" font-size="10" fill="${colours.soft}">${xmlText(line)}</text>`,
    ),
    "</svg>",
  ]
    .filter(Boolean)
    .join("\n")
}

function sourceHead(short: string, x: number, y: number): string {
  const [middle, base] = [x + column / 2, y - 8]
  return `<text x="${middle}" y="${base}" transform="rotate(-60 ${middle} ${base})">${xmlText(cut(short, 26))}</text>`
}

function rowsOf(matrix: Matrix, claims: readonly number[], sources: readonly number[], head: number): string[] {
  const cells = cellsByClaim(matrix)
  const known = standings(matrix)
  return claims.map((place, at) => {
    const y = head + at * row
    const claim = matrix.claims[place]
    if (!claim) return ""
    const number = claimNumber(matrix, claim)
    const drawn = sources.map((source, across) => {
      const cell = cells[place]?.get(source)
      const column = matrix.sources[source]
      return cell && column ? cellAt(cell, cellSentence(number, column, cell), across, y) : ""
    })
    return [
      `<path d="M${margin} ${y}h${words + sources.length * column}" stroke="${colours.rule}"/>`,
      claimHead(claim, number, y),
      known[place]?.witnesses === 1 ? oneWitness(margin + words - 20, y + row / 2) : "",
      ...drawn,
    ]
      .filter(Boolean)
      .join("")
  })
}

function claimHead(claim: MatrixClaim, number: string, y: number): string {
  const base = y + row / 2 + 4.5
  return [
    `<g><title>${xmlText(`Claim ${number}, ${claimStateWords(claim)}: ${claim.quote}`)}</title>`,
    `<text x="${margin + 34}" y="${base}" text-anchor="end" fill="${colours.soft}" font-size="11">${number}</text>`,
    `<text x="${margin + 40}" y="${base}">${claimSign(claim)}</text>`,
    `<text x="${margin + 56}" y="${base}" clip-path="url(#words)">${xmlText(cut(claim.quote, 46))}</text></g>`,
  ].join("")
}

function cellAt(cell: MatrixCell, sentence: string, across: number, y: number): string {
  const [x, middle] = [margin + words + across * column, y + row / 2]
  const digit = isRated(cell.credibility) || cell.credibility === 6 ? String(cell.credibility) : ""
  const room = column - (digit ? 9 : 3)
  const step = room / cell.stances.length
  const size = Math.min(10, step - 1)
  const signs = cell.stances.map((stance, at) => sign(stance, x + 2 + step * (at + 0.5), middle, size))
  const rating = digit && `<text x="${x + column - 6}" y="${middle + 8}" font-size="9">${digit}</text>`
  return `<g><title>${xmlText(sentence)}</title>${signs.join("")}${rating}</g>`
}

/** A stance as a shape around a point. */
function sign(stance: Stance, x: number, y: number, size: number): string {
  const r = size / 2
  switch (stance) {
    case "supports":
      return `<path d="M${x} ${y - r}l${r} ${size}h${-size}z" fill="${colours.supports}"/>`
    case "disputes":
      return `<path d="M${x} ${y + r}l${r} ${-size}h${-size}z" fill="${colours.disputes}"/>`
    case "mentions":
      return `<path d="M${x - r} ${y}h${size}" stroke="${colours.soft}" stroke-width="2"/>`
    case "repeats":
      return `<path d="M${x + r} ${y}a${r} ${r} 0 1 1 ${-r} ${-r}l-2 -2m2 2l-2 2" fill="none" stroke="${colours.soft}" stroke-width="1.5"/>`
  }
}

const oneWitness = (x: number, y: number): string =>
  `<g><title>One witness</title><circle cx="${x}" cy="${y}" r="7" fill="none" stroke="${colours.ink}"/><text x="${x}" y="${y + 3.5}" text-anchor="middle" font-size="10">1</text></g>`

/** What the signs mean, in two lines. */
function legend(y: number): string {
  const step = 190
  const signs = stances.map((stance, at) => {
    const x = margin + at * step * 0.8
    return `${sign(stance, x + 6, y, 10)}<text x="${x + 18}" y="${y + 4.5}">${xmlText(stanceWords[stance])}</text>`
  })
  const second = y + 28
  const line =
    "● documented, ◐ disputed, ○ speculative, ◇ contested, · no verdict yet. Small digits: credibility, 1 to 6, of the best citation."
  return [
    ...signs,
    `<text x="${margin}" y="${second + 4.5}" fill="${colours.soft}">${line}</text>`,
    oneWitness(margin + step * 0.8 * 4 + 130, y),
    `<text x="${margin + step * 0.8 * 4 + 144}" y="${y + 4.5}">one witness</text>`,
  ].join("")
}

/** The beginning of words, of at most so many characters. */
function cut(line: string, most: number): string {
  const characters = [...line]
  return characters.length <= most ? line : `${characters.slice(0, most - 1).join("")}…`
}
