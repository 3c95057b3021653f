import { dawidSkene, type LatentClasses } from "./dawid-skene.ts"
import { type Label, labels } from "./label.ts"
import { type LabelledClaims, labelsOn, onlyClaims, verdictOf } from "./labelled-claims.ts"

/** What the model needs before it says anything: with two people it can't tell who of them errs. */
export const fewestPeople = 3
export const fewestClaims = 20
/** How many of a person's labels have to be on claims of a class before their row in the matrix says anything. */
export const fewestLabels = 10
/** Below which chance the likeliest class of a claim is called uncertain. */
export const certain = 0.9

/** Why there is no second opinion. */
export type NoOpinion = "few-people" | "few-claims"

export const noOpinionSentence: Readonly<Record<NoOpinion, string>> = {
  "few-people": `The model needs at least ${fewestPeople} people who labelled claims that others labelled too; with two it could not tell who of them errs.`,
  "few-claims": `The model needs at least ${fewestClaims} claims with two labels or more.`,
}

/** What the model makes of the claims with two labels or more. */
export interface Opinions {
  readonly claims: LabelledClaims
  readonly model: LatentClasses
  /** For each person by number: how many labels of theirs it rests on. */
  readonly given: Uint32Array
}

/** Asks the model about the claims with two labels or more; says why when there are too few. */
export function* opinionsOn(all: LabelledClaims): Generator<void, Opinions | NoOpinion> {
  const claims = onlyClaims(
    all,
    [...all.ids.keys()].filter(claim => labelsOn(all, claim).count > 1),
  )
  const given = new Uint32Array(all.personIds.length)
  for (const person of claims.labels.raters) given[person]! += 1
  yield
  if (given.filter(count => count > 0).length < fewestPeople) return "few-people"
  if (claims.ids.length < fewestClaims) return "few-claims"
  return { claims, given, model: yield* dawidSkene(claims.labels) }
}

/** How likely each label is to fit a claim, in the order of the labels; the likeliest one, and what there is to look at. */
export interface Opinion {
  readonly chances: readonly number[]
  readonly likeliest: Label
  readonly chance: number
  readonly verdict: Label | null
  /** The verdict is another one than the likeliest; no label is likely enough; or there is no verdict to compare with. */
  readonly differs: boolean
  readonly uncertain: boolean
}

export function opinionOn({ claims, model }: Opinions, claim: number): Opinion {
  const chances = [...model.posterior.subarray(claim * labels.length, (claim + 1) * labels.length)]
  const chance = Math.max(...chances)
  const likeliest = labels[chances.indexOf(chance)]!
  const verdict = verdictOf(claims, claim)
  const differs = verdict !== null && verdict !== likeliest
  return { chances, likeliest, chance, verdict, differs, uncertain: chance < certain }
}

/** Which claims to look at: where it differs from the verdict, where it is uncertain, where there is no verdict, or all. */
export const opinionLists = ["differs", "uncertain", "undecided", "all"] as const
export type OpinionList = (typeof opinionLists)[number]

/**
 * The numbers of the claims of each list, of one document or of all: those first whose verdict is least likely, or whose
 * likeliest label is. A step is a thousand claims.
 */
export function* opinionsToSee(
  opinions: Opinions,
  documentId?: string,
): Generator<void, Readonly<Record<OpinionList, readonly number[]>>> {
  const { claims } = opinions
  const document = documentId === undefined ? -1 : claims.documentIds.indexOf(documentId)
  const doubts = new Float64Array(claims.ids.length)
  const lists: Record<OpinionList, number[]> = { differs: [], uncertain: [], undecided: [], all: [] }
  for (const claim of claims.ids.keys()) {
    if (claim % 1000 === 999) yield
    if (documentId !== undefined && claims.documents[claim] !== document) continue
    const { chances, verdict, chance, differs, uncertain } = opinionOn(opinions, claim)
    doubts[claim] = verdict ? chances[labels.indexOf(verdict)]! : chance
    lists.all.push(claim)
    if (differs) lists.differs.push(claim)
    if (uncertain) lists.uncertain.push(claim)
    if (verdict === null) lists.undecided.push(claim)
  }
  for (const list of opinionLists) {
    yield
    lists[list].sort((a, b) => doubts[a]! - doubts[b]! || a - b)
  }
  return lists
}

/** How a person labels claims of each class, as the model sees it; a row whose class they met too rarely has no chances. */
export interface ConfusionRow {
  readonly of: Label
  /** How many of their labels are on claims of this class, as the model counts them: a number with a fraction. */
  readonly rests: number
  readonly chances: readonly number[] | null
}

export function confusionOf({ model }: Opinions, person: number): readonly ConfusionRow[] {
  const width = labels.length
  return labels.map((of, at) => {
    const row = person * width + at
    const rests = model.basis[row]!
    const chances = [...model.confusion.subarray(row * width, (row + 1) * width)]
    return { of, rests, chances: rests < fewestLabels ? null : chances }
  })
}
