import pg from "pg"
import { uuidv7 } from "uuidv7"
import { addDocument } from "../../lib/commands/add-document.ts"
import { createProject } from "../../lib/commands/create-project.ts"
import { giveAnnotation } from "../../lib/commands/give-annotation.ts"
import { insertUser, newUserId } from "../../lib/db/accounts.ts"
import { emptyRationale } from "../../lib/domain/rationale.ts"
import { claimCard } from "../../lib/queries/claim-card.ts"
import { readingRoom } from "../../lib/queries/reading-room.ts"

const rounds = 60

/** Lines of a table: milliseconds, and how many times the baseline's that is. */
export async function measure(address: string, sizes: readonly number[], now: () => number): Promise<string[]> {
  const raw = new pg.Client(address)
  await raw.connect()
  await raw.query("CREATE TABLE baseline (id uuid PRIMARY KEY, body text)")
  const base = await times(rounds, now, () => raw.query("INSERT INTO baseline VALUES ($1, $2)", [uuidv7(), "words"]))
  await raw.end()
  const me = { id: newUserId() }
  await insertUser({ id: me.id, email: "bench@example.org", name: "Bench", passwordHash: null })
  const projectId = uuidv7()
  await createProject(me, { id: projectId, name: "Bench", description: "", requestId: uuidv7() })
  const lines = [line("one row with pg", base, base)]
  for (const claims of sizes) {
    const documentId = uuidv7()
    const text = Array.from(
      { length: claims },
      (_, at) => `The commander number ${at} was arrested in the spring of 1937.`,
    )
    const words = { title: `${claims}`, author: "", foundAt: "", foundOn: "", licence: "", language: "en" }
    const input = { projectId, id: documentId, ...words, text: text.join(" "), again: false, requestId: uuidv7() }
    const added = await times(1, now, () => addDocument(() => 50_000_000)(me, input))
    const room = await readingRoom(me, documentId)
    if (!room.ok) throw new Error("The document was not added.")
    const { units } = room.value
    const label = (at: number) =>
      giveAnnotation(me, {
        documentId,
        unitId: units[at]!.id,
        id: uuidv7(),
        requestId: uuidv7(),
        seen: null,
        label: "documented",
        confidence: "high",
        rationale: emptyRationale,
      })
    lines.push(line(`${units.length} units: add and split`, added, base))
    lines.push(
      line(`${units.length} units: open the room`, await times(10, now, () => readingRoom(me, documentId)), base),
    )
    const card = (at: number) => claimCard(me, documentId, units[(at * 37) % units.length]!.id)
    lines.push(line(`${units.length} units: a card with repeats`, await times(rounds, now, card), base))
    lines.push(line(`${units.length} units: give a label`, await times(rounds, now, label), base))
  }
  return lines
}

/** Milliseconds that each of `count` runs takes, the shortest first. */
export async function times(
  count: number,
  now: () => number,
  work: (at: number) => Promise<unknown>,
): Promise<number[]> {
  const spent: number[] = []
  for (let at = 0; at < count; at++) {
    const start = now()
    await work(at)
    spent.push(now() - start)
  }
  return spent.sort((a, b) => a - b)
}

const at = (sorted: readonly number[], share: number) =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!

/** A line of the table: how long it takes, and how many times what `base` takes. */
export const line = (name: string, spent: readonly number[], base: readonly number[], baseName = "baseline") =>
  `${name.padEnd(36)} median ${at(spent, 0.5).toFixed(1)} ms, p95 ${at(spent, 0.95).toFixed(1)} ms, ${(at(spent, 0.5) / at(base, 0.5)).toFixed(1)} x ${baseName}`
