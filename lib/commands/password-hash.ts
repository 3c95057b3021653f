import { type Algorithm, hash, type Options, parseOptions, verify } from "@node-rs/argon2"

/**
 * argon2id with one pass over 46 MiB, the first of the settings that OWASP ASVS 5.0 (appendix C) takes for equally
 * strong. One thread, so that a sign-in takes one core for some 15 milliseconds and never all of them.
 */
const cost = { memoryCost: 47_104, timeCost: 1, parallelism: 1 } satisfies Options

/** A hash of nothing anybody knows, at today's cost, for people who have none: checking against it takes as long. */
const decoy = `$argon2id$v=19$m=${cost.memoryCost},t=${cost.timeCost},p=${cost.parallelism}$${"A".repeat(22)}$${"A".repeat(43)}`

/** The hash of a password as a PHC string. The password is taken byte for byte as it came, in UTF-8. */
export const hashPassword = (password: string): Promise<string> =>
  inTurn(() => hash(bytes(password), { ...cost, algorithm: argon2id }))

/**
 * Whether a password fits a stored hash. Without a stored hash the answer is no, after the same work, so that the
 * time of the answer doesn't tell who has an account or a password.
 */
export async function fitsPassword(stored: string | null, password: string): Promise<boolean> {
  const fits = await inTurn(() => verify(stored ?? decoy, bytes(password)))
  return stored !== null && fits
}

/** Whether a stored hash was made at another cost than today's, so that it should be made again. */
export function isOutdated(stored: string): boolean {
  const { memoryCost, timeCost, parallelism } = parseOptions(stored)
  return memoryCost !== cost.memoryCost || timeCost !== cost.timeCost || parallelism !== cost.parallelism
}

// The enum exists only as a type here: its values are erased from a module of its own.
const argon2id: Algorithm.Argon2id = 2

const bytes = (password: string) => Buffer.from(password, "utf8")

// Hashes run in the four threads that files and look-ups use too; two at a time leave room for those and bound the memory.
const most = 2
let running = 0
const waiting: (() => void)[] = []

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= most) await new Promise<void>(go => waiting.push(go))
  else running++
  try {
    return await work()
  } finally {
    const next = waiting.shift()
    if (next) next()
    else running--
  }
}
