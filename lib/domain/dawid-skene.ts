import { type RatingTable, thingsIn } from "./rating-table.ts"

/** What Dawid and Skene's model makes of ratings. Its categories are those of the table. */
export interface LatentClasses {
  /** How likely each thing is to be of each class: a row for each thing. */
  readonly posterior: Float64Array
  /** How likely a thing is to be of each class before anybody rates it. */
  readonly shares: Float64Array
  /** For each rater and class, how likely they are to give each category to a thing of it: a row for each class. */
  readonly confusion: Float64Array
  /** For each rater and class, how many of their ratings are of things of it, as the posterior counts them. */
  readonly basis: Float64Array
  readonly logLikelihood: number
  /** How many steps were taken, and whether another one would have changed nothing to speak of. */
  readonly steps: number
  readonly converged: boolean
}

const mostSteps = 1_000
/** The gain in likelihood, in proportion, below which another step changes nothing to speak of. */
const enough = 1e-12

/**
 * The model of Dawid and Skene, "Maximum Likelihood Estimation of Observer Error-Rates Using the EM Algorithm", Applied
 * Statistics 28 (1979). It begins, as they do, with the share of each category in a thing's ratings, and is not smoothed.
 * A rater may rate a thing several times. Nothing is known of how a rater rates things of a class that they never met:
 * every category is taken to be as likely then. Things that nobody rated get the classes' shares. A step is one of
 * expectation and maximisation, or a part of it.
 */
export function* dawidSkene(table: RatingTable): Generator<void, LatentClasses> {
  const { categories, people } = table
  const things = thingsIn(table)
  const posterior = sharesOfRatings(table)
  const shares = new Float64Array(categories)
  const confusion = new Float64Array(people * categories ** 2)
  const basis = new Float64Array(people * categories)
  let [logLikelihood, steps, converged] = [Number.NEGATIVE_INFINITY, 0, false]
  while (steps < mostSteps && !converged) {
    maximise(table, posterior, { shares, confusion, basis })
    yield
    const now = expect(table, posterior, { shares, confusion })
    yield
    steps += 1
    converged = now - logLikelihood <= enough * Math.max(1, Math.abs(now))
    logLikelihood = now
  }
  sharesFrom(posterior, shares)
  return { posterior, shares, confusion, basis, logLikelihood: things === 0 ? 0 : logLikelihood, steps, converged }
}

type Estimates = Pick<LatentClasses, "shares" | "confusion" | "basis">

function sharesOfRatings(table: RatingTable): Float64Array {
  const { starts, given, categories } = table
  const posterior = new Float64Array(thingsIn(table) * categories)
  for (let thing = 0; thing < thingsIn(table); thing++) {
    const [from, to] = [starts[thing]!, starts[thing + 1]!]
    for (let at = from; at < to; at++) posterior[thing * categories + given[at]!]! += 1 / (to - from)
  }
  return posterior
}

function sharesFrom(posterior: Float64Array, shares: Float64Array): void {
  const categories = shares.length
  shares.fill(0)
  for (let at = 0; at < posterior.length; at++) shares[at % categories]! += posterior[at]!
  let all = 0
  for (const share of shares) all += share
  for (let at = 0; at < categories; at++) shares[at] = all > 0 ? shares[at]! / all : 1 / categories
}

/** The estimates under which the ratings are likeliest, given how likely each thing is of each class. */
function maximise(table: RatingTable, posterior: Float64Array, { shares, confusion, basis }: Estimates): void {
  const { starts, raters, given, categories } = table
  sharesFrom(posterior, shares)
  confusion.fill(0)
  for (let thing = 0; thing < thingsIn(table); thing++)
    for (let at = starts[thing]!; at < starts[thing + 1]!; at++)
      for (let of = 0; of < categories; of++)
        confusion[(raters[at]! * categories + of) * categories + given[at]!]! += posterior[thing * categories + of]!
  for (let row = 0; row < basis.length; row++) {
    const cells = confusion.subarray(row * categories, (row + 1) * categories)
    let sum = 0
    for (const cell of cells) sum += cell
    basis[row] = sum
    for (let at = 0; at < categories; at++) cells[at] = sum > 0 ? cells[at]! / sum : 1 / categories
  }
}

/** How likely each thing is of each class, given the estimates; answers the logarithm of how likely all ratings are. */
function expect(table: RatingTable, posterior: Float64Array, known: Omit<Estimates, "basis">): number {
  const { starts, raters, given, categories } = table
  const logShares = known.shares.map(Math.log)
  const logConfusion = known.confusion.map(Math.log)
  const logs = new Float64Array(categories)
  let likelihood = 0
  for (let thing = 0; thing < thingsIn(table); thing++) {
    logs.set(logShares)
    for (let at = starts[thing]!; at < starts[thing + 1]!; at++) {
      const row = raters[at]! * categories * categories + given[at]!
      for (let of = 0; of < categories; of++) logs[of]! += logConfusion[row + of * categories]!
    }
    let most = logs[0]!
    for (const log of logs) if (log > most) most = log
    let sum = 0
    for (let of = 0; of < categories; of++) sum += Math.exp(logs[of]! - most)
    likelihood += most + Math.log(sum)
    for (let of = 0; of < categories; of++) posterior[thing * categories + of] = Math.exp(logs[of]! - most) / sum
  }
  return likelihood
}
