import { uuidv7 } from "uuidv7"
import { actOnFlags } from "../../lib/commands/act-on-flags.ts"
import { adjudicateClaim } from "../../lib/commands/adjudicate-claim.ts"
import { askAnnotators } from "../../lib/commands/ask-annotators.ts"
import { restoreCitation } from "../../lib/commands/restore-citation.ts"
import { restoreFlag } from "../../lib/commands/restore-flag.ts"
import { undoFlags } from "../../lib/commands/undo-flags.ts"
import { withdrawCitation } from "../../lib/commands/withdraw-citation.ts"
import { withdrawFlag } from "../../lib/commands/withdraw-flag.ts"
import { database } from "../../lib/db/client.ts"
import type { Result } from "../../lib/domain/failure.ts"
import type { Label } from "../../lib/domain/label.ts"
import type { Person } from "../queries/project.ts"
import type { room } from "./room.ts"

interface Step {
  readonly what: "act" | "take-back" | "decide-as" | "recite-back" | "reflag" | "ask"
  readonly row: number
  readonly at: number
  readonly more: number
  readonly label: Label
}

const pick = <T>(list: readonly T[], n: number): T | undefined => list[n % Math.max(1, list.length)]

const acts = (me: string) => [
  { do: "answer", answer: "It is cited now." },
  { do: "assign", assigneeId: me },
  { do: "assign", assigneeId: null },
  { do: "date", dueOn: "2026-12-24" },
  { do: "withdraw" },
  { do: "reopen" },
]

/** Does a step of the flag desk, of the decisions, or one that brings something back, as somebody who sees the rows. */
export async function deskStep(
  { documentId, projectId, asked }: Awaited<ReturnType<typeof room>>,
  { what, row, at, more, label }: Step,
  who: Person,
  unitId: string,
): Promise<Result<unknown> | null> {
  const list = { where: { documentId }, orderBy: { id: "asc" } } as const
  const found = { where: { unitId, current: true } }
  const act = async () => {
    const chosen = (await database().flag.findMany(list)).filter((_, at) => (more >> (at % 5)) % 2 === 0)
    const flags = chosen.map(({ id, version }) => ({ documentId, id, version }))
    if (flags.length === 0) return null
    return actOnFlags(who, { projectId, requestId: uuidv7(), act: pick(acts(who.id), at), flags })
  }
  switch (what) {
    case "act":
      return act()
    case "take-back": {
      const done = await act()
      if (!done?.ok || done.value.changes.length === 0) return done
      return undoFlags(who, { projectId, requestId: uuidv7(), changes: done.value.changes })
    }
    case "decide-as": {
      const said = await database().annotation.findMany({ ...found, orderBy: { id: "asc" } })
      const all = said.map(({ reviewerId }) => reviewerId)
      const ways = [
        { how: "take", label: said[0]?.label ?? label, follows: all.slice(0, 1) },
        { how: "combine", label, follows: all },
        { how: "against", label, follows: [] },
        { how: "disputed", label: "disputed", follows: [] },
      ]
      const seen = (await database().adjudication.findFirst(found))?.id ?? null
      const words = { unitId, id: uuidv7(), reason: "So it is weighed.", seen }
      return adjudicateClaim(who, { ...asked(), ...words, ...pick(ways, at) })
    }
    case "recite-back": {
      const citation = pick(await database().citation.findMany(list), row)
      if (!citation) return null
      const { id: citationId, version, withdrawnAt } = citation
      const gone = withdrawnAt ?? (await withdrawCitation(who, { ...asked(), citationId, version })).ok
      if (!gone) return null
      return restoreCitation(who, { ...asked(), citationId, version: version + (withdrawnAt ? 0 : 1) })
    }
    case "reflag": {
      const flag = pick(await database().flag.findMany(list), row)
      if (!flag) return null
      const gone = flag.status === "withdrawn"
      const { id: flagId, version } = flag
      if (!gone) await withdrawFlag(who, { ...asked(), flagId, version })
      return restoreFlag(who, { ...asked(), flagId, version: version + (gone ? 0 : 1) })
    }
    case "ask": {
      const said = await database().annotation.findMany(found)
      const asks = said.map(({ reviewerId }) => reviewerId).filter(id => id !== who.id)
      const words = { unitId, threadId: uuidv7(), id: uuidv7(), text: "Where is that said?", asks }
      return asks.length > 0 ? askAnnotators(who, { ...asked(), ...words }) : null
    }
  }
}
