import type { Actor } from "../../lib/db/pass.ts"
import { ok } from "../../lib/domain/failure.ts"
import { ownData } from "../../lib/queries/own-data.ts"

/** Somebody's own file, as text. */
export async function ownDataOf(actor: Actor) {
  let pieces: string[] = []
  const made = await ownData(actor, {}, "https://apparatus.example", {
    begin: async () => {
      pieces = []
    },
    write: async piece => void pieces.push(piece as string),
  })
  return made.ok ? ok({ ...made.value, text: pieces.join("") }) : made
}
