import type * as z from "zod"
import {
  type ActivityFilter,
  type ActivityRow,
  activityCount,
  activityRows,
  type ChangeKey,
  type Cursor,
  everyMember,
  mostCounted,
  unitPlaces,
} from "../db/activity-rows.ts"
import { currentPlaces } from "../db/citing-units.ts"
import { documentNames } from "../db/flag-lists.ts"
import type { HistoryScope } from "../db/history-scope.ts"
import type { ProjectPass } from "../db/pass.ts"
import { projectWordsRow } from "../db/project-lists.ts"
import type { ChangeKind } from "../domain/change.ts"
import { type ChangeGroup, changeGroups, kindsOfGroup } from "../domain/change-groups.ts"
import { changeSentence } from "../domain/change-sentence.ts"
import { versionOf } from "../domain/effect.ts"
import { shortened } from "../domain/sentence-words.ts"
import { type historyFilter, pageSize } from "../schema/list-filter.ts"
import { changeWords } from "./change-words.ts"

/** One thing that happened, told in a sentence that begins with `actor`. */
export interface Happening {
  readonly streamId: string
  readonly revision: number
  readonly at: Date
  readonly actorId: string
  readonly actor: string
  readonly kind: ChangeKind
  readonly sentence: string
  readonly documentId: string | null
  readonly document: string | null
  /** The live unit that it is about. */
  readonly unitId: string | null
  /** Where in the text it happened, when that is known. */
  readonly start: number | null
  /** The older version of the text that the passage or the flag stood in, when it is not the current one. */
  readonly behind: number | null
  /** The beginning of the passage, or nothing. */
  readonly quote: string
}

type HistoryFilter = z.output<typeof historyFilter>

/** A page of what happened, with what there is to choose from; `older` and `newer` are where the pages beside it begin. */
export async function happeningsPage(pass: ProjectPass, scope: HistoryScope, filter: HistoryFilter) {
  const wanted = wantedOf(filter)
  const cursor = cursorOf(filter)
  // One more than is shown tells whether there are more.
  const found = await activityRows(pass, scope, wanted, cursor, pageSize + 1)
  const missing = cursor !== null && found === null
  const rows = found ?? (await activityRows(pass, scope, wanted, null, pageSize + 1)) ?? []
  const more = rows.length > pageSize
  const backward = cursor?.side === "newer" && !missing
  const shown = backward ? rows.slice(-pageSize) : rows.slice(0, pageSize)
  const begins = !missing && cursor !== null && (backward ? more : shown.length > 0)
  const people = await everyMember(pass)
  const total = await activityCount(pass, scope, wanted)
  return {
    project: (await projectWordsRow(pass)).name,
    people: people.map(({ shownId, name }) => ({ id: shownId, name })),
    documents: await documentNames(pass),
    total: Math.min(total, mostCounted),
    /** Whether there are more than were counted. */
    uncounted: total > mostCounted,
    /** Whether the change that the address begins at is not there, so that the newest are shown instead. */
    missing,
    changes: await happeningsOf(pass, shown),
    newer: begins ? keyOf(shown[0]) : null,
    older: (backward ? shown.length > 0 : more) ? keyOf(shown.at(-1)) : null,
  }
}

const keyOf = (row: ActivityRow | undefined): ChangeKey | null =>
  row ? { streamId: row.streamId, revision: row.revision } : null

const cursorOf = ({ at, older, newer }: HistoryFilter): Cursor | null => {
  if (at) return { ...at, side: "from" }
  if (older) return { ...older, side: "older" }
  return newer ? { ...newer, side: "newer" } : null
}

const isGroup = (kind: string): kind is ChangeGroup => (changeGroups as readonly string[]).includes(kind)

function wantedOf({ person, kind, from, to }: HistoryFilter): ActivityFilter {
  const kinds = kind && (isGroup(kind) ? kindsOfGroup(kind) : [kind])
  return {
    person,
    kinds,
    from: from ? new Date(`${from}T00:00:00Z`) : undefined,
    until: to ? new Date(Date.parse(`${to}T00:00:00Z`) + 86_400_000) : undefined,
  }
}

/** Changes as the actor is told of them, in their order. */
export async function happeningsOf(pass: ProjectPass, rows: readonly ActivityRow[]): Promise<readonly Happening[]> {
  const words = await changeWords(
    pass,
    rows.map(({ change }) => change),
  )
  const places = await unitPlaces(
    pass,
    rows.flatMap(({ unitId }) => (unitId ? [unitId] : [])),
  )
  const current = new Map((await currentPlaces(pass)).map(({ documentId, number }) => [documentId, number]))
  const titles = new Map((await documentNames(pass)).map(({ id, title }) => [id, title]))
  return rows.map(({ change, unitId, ...rest }) => {
    const unit = unitId ? places.get(unitId) : undefined
    // What a new version of the text did to flags is not about any one of them.
    const flag = "effect" in change && !change.effect.versions ? (change.effect.flags?.[0]?.after ?? null) : null
    const documentId = rest.documentId ?? ("documentId" in change ? change.documentId : null)
    const number = unit?.number ?? (flag && versionOf(flag))
    return {
      ...rest,
      kind: change.kind,
      sentence: changeSentence(change, words(rest.actorId)),
      documentId,
      document: documentId ? (titles.get(documentId) ?? null) : null,
      unitId: unit && !unit.retired ? unitId : null,
      start: unit?.start ?? flag?.start ?? null,
      behind: number && number !== (current.get(documentId ?? "") ?? number) ? number : null,
      quote: shortened(unit?.quote ?? flag?.quote ?? ""),
    }
  })
}
