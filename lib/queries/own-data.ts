import { holdMoment, ownAccountData, ownProjectNames, ownRows } from "../db/own-data-rows.ts"
import { type Actor, ownAccount } from "../db/pass.ts"
import { withMentions } from "../domain/comment-text.ts"
import { ok, type Result } from "../domain/failure.ts"
import { ownTables } from "../domain/own-data.ts"
import type { FileSink } from "./export-file.ts"

type Row = Readonly<Record<string, unknown>>

const about = [
  "Everything that Apparatus keeps of you: what your account says, and what you did in every project that you are or were in, as it stands now.",
  "It holds your own words and no others: texts of projects, and what others said, stand in the exports of the project. Passages are named by positions that count UTF-16 code units of a version of a text.",
  "Whom you mention in a comment stands as @[somebody]. Passwords, tokens and recovery codes are stored as hashes alone, which are not in it.",
  "What you wrote in comments and sources before you changed it stands in the log of the project, and letters that were sent are not kept.",
]

/** Milliseconds that it may take to read it all. */
const longest = 600_000

/**
 * Writes everything that is kept of the actor to `sink` as JSON, as one moment shows it: a list for each table, its rows in
 * the order of their keys. Nothing of it is somebody else's, so that it holds nothing that blindness hides, and what is
 * told of projects that they left is what they did there.
 */
export async function ownData(
  actor: Actor,
  _input: unknown,
  _origin: string,
  sink: FileSink,
): Promise<Result<{ readonly name: string; readonly mediaType: string }>> {
  return ownAccount(
    actor,
    async pass => {
      await holdMoment(pass)
      await sink.begin()
      const account = await ownAccountData(pass)
      await sink.write(`{"about":${JSON.stringify(about)},\n"madeAt":${JSON.stringify(pass.at)},\n`)
      await sink.write(`"account":${JSON.stringify(account)},\n`)
      await sink.write(`"projects":${JSON.stringify(await ownProjectNames(pass))}`)
      for (const name of Object.keys(ownTables) as (keyof typeof ownTables)[]) {
        await sink.write(`,\n"${name}":[`)
        let first = true
        for await (const rows of ownRows(pass, name)) {
          if (rows.length === 0) continue
          const told = name === "comments" ? rows.map(namingNobody) : rows
          await sink.write(`${first ? "\n" : ",\n"}${told.map(row => JSON.stringify(row)).join(",\n")}`)
          first = false
        }
        await sink.write("]")
      }
      await sink.write("}\n")
      const day = pass.at.toISOString().slice(0, 10)
      return ok({ name: `What Apparatus keeps of ${account["name"]}, ${day}.json`, mediaType: "application/json" })
    },
    longest,
  )
}
ownData.scope = "account" as const

const namingNobody = (row: Row): Row => ({ ...row, text: withMentions(row["text"] as string, () => "somebody") })
