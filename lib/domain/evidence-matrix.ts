import { type Stance, stances } from "./citation.ts"
import { type Credibility, isRated, type Reliability } from "./grade.ts"
import { type Label, labelGlyph } from "./label.ts"
import type { SourceKind } from "./source.ts"
import { stanceWords } from "./stance-words.ts"
import type { ClaimState } from "./verdict.ts"

/** A row of the matrix. */
export interface MatrixClaim {
  readonly id: string
  readonly documentId: string
  /** Its place among the claims of its document, from 1, whatever is filtered. */
  readonly number: number
  /** The first `quoteLength` characters of its passage, on one line. */
  readonly quote: string
  readonly state: ClaimState
  readonly verdict: Label | null
}

/** A column of the matrix. */
export interface MatrixSource {
  readonly id: string
  readonly line: string
  /** Author and year, different for every source of the matrix. */
  readonly short: string
  readonly kind: SourceKind
  readonly reliability: Reliability | null
  /** Where its word comes from in the end (`rootsOf`): itself when it derives from nothing. */
  readonly rootIds: readonly string[]
}

/** What one source says about one claim: all its citations there together. There is no cell where there is none. */
export interface MatrixCell {
  /** Places in `claims` and `sources`, from 0. */
  readonly claim: number
  readonly source: number
  /** Every stance that its citations take, the strongest first: supports, disputes, mentions, repeats. */
  readonly stances: readonly Stance[]
  readonly citations: number
  /** The best of its credibilities; 6 when nobody could judge any, null when nobody tried. */
  readonly credibility: Credibility | null
}

/** Claims by sources. Claims stand in the order of documents and text, sources by their lines. */
export interface Matrix {
  /** Every document of the project, in the order they were added. */
  readonly documents: readonly { readonly id: string; readonly title: string }[]
  readonly claims: readonly MatrixClaim[]
  readonly sources: readonly MatrixSource[]
  readonly cells: readonly MatrixCell[]
  /** Lines of sources that are roots of a column and no column themselves, by their ids. */
  readonly origins: Readonly<Record<string, string>>
}

/** A citation as a cell counts it. */
export interface MatrixCitation {
  readonly unitId: string
  readonly sourceId: string
  readonly stance: Stance
  readonly credibility: Credibility | null
}

/** The cells that citations make, whatever their order; a citation of what is no row or no column makes none. */
export function cellsOf(
  { claims, sources }: Pick<Matrix, "claims" | "sources">,
  citations: readonly MatrixCitation[],
): readonly MatrixCell[] {
  const rowOf = new Map(claims.map(({ id }, place) => [id, place]))
  const columnOf = new Map(sources.map(({ id }, place) => [id, place]))
  const cells = new Map<number, MatrixCell>()
  for (const { unitId, sourceId, stance, credibility } of citations) {
    const [claim, source] = [rowOf.get(unitId), columnOf.get(sourceId)]
    if (claim === undefined || source === undefined) continue
    const key = claim * sources.length + source
    const known = cells.get(key) ?? { claim, source, stances: [], citations: 0, credibility: null }
    cells.set(key, {
      ...known,
      stances: known.stances.includes(stance) ? known.stances : byStrength([...known.stances, stance]),
      citations: known.citations + 1,
      credibility: better(known.credibility, credibility),
    })
  }
  return [...cells.values()].sort((a, b) => a.claim - b.claim || a.source - b.source)
}

const byStrength = (taken: readonly Stance[]) => stances.filter(stance => taken.includes(stance))
const better = (a: Credibility | null, b: Credibility | null) => (a === null || (b !== null && b < a) ? b : a)

/** How much of a claim's passage the matrix carries, in characters. */
export const quoteLength = 200

/** The beginning of a passage on one line, never cut inside a character. */
export function matrixQuote(passage: string): string {
  const line = passage.trim().replaceAll(/\s+/g, " ")
  const characters = line.length <= quoteLength ? [] : [...line]
  return characters.length <= quoteLength ? line : `${characters.slice(0, quoteLength - 1).join("")}…`
}

/** "12", or "2.12" for the twelfth claim of the second document when there are several. */
export function claimNumber({ documents }: Pick<Matrix, "documents">, claim: MatrixClaim): string {
  if (documents.length < 2) return String(claim.number)
  return `${documents.findIndex(({ id }) => id === claim.documentId) + 1}.${claim.number}`
}

/** The cells of each claim by their source, in the order of the claims. */
export function cellsByClaim({ claims, cells }: Matrix): readonly ReadonlyMap<number, MatrixCell>[] {
  const rows = claims.map(() => new Map<number, MatrixCell>())
  for (const cell of cells) rows[cell.claim]?.set(cell.source, cell)
  return rows
}

/** "supports and disputes, credibility 2, of 3 citations": what a cell says, in words. */
export function cellWords(cell: MatrixCell | undefined): string {
  if (!cell) return "not cited"
  const { stances, credibility, citations } = cell
  const rating =
    credibility !== null && `credibility ${credibility}${isRated(credibility) ? "" : " (cannot be judged)"}`
  return [
    stances.map(stance => stanceWords[stance]).join(" and "),
    rating,
    citations > 1 && `of ${citations} citations`,
  ]
    .filter(Boolean)
    .join(", ")
}

/** "Claim 12, Volkogonov 1989: supports, credibility 2": a cell for somebody who does not see where it stands. */
export const cellSentence = (number: string, source: MatrixSource, cell: MatrixCell | undefined): string =>
  `Claim ${number}, ${source.short}: ${cellWords(cell)}`

/** A claim's state in words. */
export function claimStateWords({ state, verdict }: Pick<MatrixClaim, "state" | "verdict">): string {
  if (state === "vetted" && verdict) return verdict
  const words = { open: "open", "in-review": "in review", contested: "contested", blocked: "blocked", vetted: "vetted" }
  return verdict ? `${words[state]}, ${verdict}` : words[state]
}

/** A claim's state as one sign: the circle of its label, a diamond while it is contested, a dot before there is a label. */
export const claimSign = ({ state, verdict }: Pick<MatrixClaim, "state" | "verdict">): string =>
  state === "contested" ? "◇" : verdict ? labelGlyph[verdict] : "·"

/** "3 witnesses", "one witness", "no witness": how many independent sources stand behind a claim. */
export const witnessWords = (witnesses: number): string =>
  witnesses > 1 ? `${witnesses} witnesses` : witnesses === 1 ? "one witness" : "no witness"
