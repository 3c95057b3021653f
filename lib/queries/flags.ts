import { sourceNames } from "../db/activity-rows.ts"
import { flagTalk } from "../db/discussion-rows.ts"
import {
  chosenFlags,
  type DeskCount,
  type DeskLine,
  deskCounts,
  deskLines,
  deskPeople,
  isPlace,
} from "../db/flag-desk-rows.ts"
import { documentNames } from "../db/flag-lists.ts"
import { type Actor, type ProjectPass, readProject } from "../db/pass.ts"
import { projectWordsRow } from "../db/project-lists.ts"
import { type SavedViewLine, savedViews } from "../db/saved-view-rows.ts"
import { offers } from "../domain/access.ts"
import { fail, ok, type Result } from "../domain/failure.ts"
import { isFlagRule } from "../domain/flag.ts"
import { type DeskFilter, givenViews } from "../domain/flag-desk.ts"
import { ruleSentence } from "../domain/flag-words.ts"
import { findingOf, type RuleFinding } from "../domain/rule-flags.ts"
import { shortened } from "../domain/sentence-words.ts"
import { deskAddress, deskFilter, deskMore } from "../schema/flag-desk-input.ts"
import { parse } from "../schema/parse.ts"
import { readFilter } from "./read-filter.ts"

/** How many flags a list shows at once, and how many more it fetches at a time. */
const pageSize = 100

/** How many flags can be chosen at once. */
const mostChosen = 20_000

/** How many documents the desk offers to choose from: those with the most flags. */
const mostDocuments = 100

/**
 * The flag desk: the first flags that an address asks for, how many there are of each kind, and the views of the project.
 * `input` comes from an address; what it says itself goes before what its view says.
 */
export async function flags(actor: Actor, projectId: string, input: unknown) {
  const address = readFilter(deskAddress, input)
  if (!address.ok) return address
  return readProject(actor, projectId, "project.read", async pass => {
    const views = await savedViews(pass)
    const filter = filterOf(views, address.value.view, input)
    if (!filter.ok) return filter
    const counts = await deskCounts(pass, filter.value)
    const list = await listed(pass, filter.value, null)
    const documents = countsOf(counts, "document")
    const shown = (await documentNames(pass)).filter(({ id }) => documents[id] || filter.value.document.includes(id))
    return ok({
      project: (await projectWordsRow(pass)).name,
      me: actor.id,
      role: pass.role,
      offers: offers(pass.role),
      filter: filter.value,
      view: address.value.view ?? null,
      from: views.find(({ id }) => id === address.value.from)?.id ?? null,
      views,
      total: counts.find(({ facet }) => facet === "total")?.count ?? 0,
      counts: {
        status: countsOf(counts, "status"),
        by: countsOf(counts, "by"),
        reason: countsOf(counts, "reason"),
        document: documents,
        assignee: countsOf(counts, "assignee"),
        due: countsOf(counts, "due"),
        age: countsOf(counts, "age"),
        blocking: countsOf(counts, "blocking"),
        group: countsOf(counts, "group"),
      },
      documents: shown
        .sort((a, b) => (documents[b.id] ?? 0) - (documents[a.id] ?? 0))
        .filter(({ id }, at) => at < mostDocuments || filter.value.document.includes(id)),
      people: await deskPeople(pass),
      ...list,
    })
  })
}
flags.input = deskFilter.extend(deskAddress.shape)

/** More flags of a list, from behind the place on that the list ended with. */
export async function moreFlags(actor: Actor, projectId: string, input: unknown) {
  const filter = readFilter(deskFilter, input)
  if (!filter.ok) return filter
  const place = readFilter(deskMore, input)
  if (!place.ok) return place
  const after = wordsIn(place.value.after)
  return readProject(actor, projectId, "project.read", async pass =>
    after && isPlace(pass, filter.value, after)
      ? ok(await listed(pass, filter.value, after))
      : fail({ code: "invalid", issues: [{ path: "after", message: "Load the list again from its beginning." }] }),
  )
}
moreFlags.input = deskFilter.extend(deskMore.shape)

/** All flags that a filter asks for, as far as an act on many has to know them; no more than `most`. */
export async function flagsChosen(actor: Actor, projectId: string, input: unknown) {
  const filter = readFilter(deskFilter, input)
  if (!filter.ok) return filter
  return readProject(actor, projectId, "project.read", async pass => {
    const flags = await chosenFlags(pass, filter.value, mostChosen + 1)
    return ok({ flags: flags.slice(0, mostChosen), most: flags.length > mostChosen ? mostChosen : null })
  })
}
flagsChosen.input = deskFilter

function filterOf(views: readonly SavedViewLine[], view: string | undefined, input: unknown): Result<DeskFilter> {
  if (!view) return readFilter(deskFilter, input)
  const saved = givenViews.find(({ id }) => id === view) ?? views.find(({ id }) => id === view)
  if (!saved) return fail({ code: "not-found" })
  const own = Object.fromEntries(Object.entries(input as object).filter(([, value]) => value !== ""))
  return readFilter(deskFilter, { ...saved.filter, ...own })
}

const countsOf = (counts: readonly DeskCount[], facet: DeskCount["facet"]): Readonly<Record<string, number>> =>
  Object.fromEntries(counts.filter(one => one.facet === facet).map(({ value, count }) => [value, count]))

function wordsIn(json: string): readonly string[] | null {
  try {
    const words = JSON.parse(json) as unknown
    return Array.isArray(words) && words.every(word => typeof word === "string") ? (words as string[]) : null
  } catch {
    return null
  }
}

async function listed(pass: ProjectPass, filter: DeskFilter, after: readonly string[] | null) {
  const lines = await deskLines(pass, filter, after, pageSize + 1)
  const page = lines.slice(0, pageSize)
  const talk = await flagTalk(
    pass,
    page.map(({ id }) => id),
  )
  const sentenceOf = await ruleSentences(pass, page)
  return {
    flags: page.map(({ keys: _keys, detail: _detail, raisedAt, answeredAt, ...line }) => ({
      ...line,
      raisedAt: raisedAt.toISOString(),
      answeredAt: answeredAt?.toISOString() ?? null,
      /** What the rule found, in a sentence; null for a flag that a person raised. */
      found: sentenceOf(line.id),
      talk: talk.get(line.id) ?? { comments: 0, unread: 0 },
    })),
    after: lines.length > pageSize ? JSON.stringify(page.at(-1)!.keys) : null,
  }
}

/** What rules found, in sentences with the names of sources. */
export async function ruleSentences(
  pass: ProjectPass,
  lines: readonly Pick<DeskLine, "id" | "reason" | "detail">[],
): Promise<(flagId: string) => string | null> {
  const found = new Map<string, RuleFinding>()
  for (const { id, reason, detail } of lines) if (isFlagRule(reason)) found.set(id, findingOf(reason, detail))
  const sources = [...found.values()].flatMap(one =>
    one.rule === "source-downgraded" ? one.sources.map(({ sourceId }) => sourceId) : [],
  )
  const names = await sourceNames(pass, [...new Set(sources)])
  const nameOf = (id: string) => shortened(names.get(id) ?? "a source")
  return id => {
    const finding = found.get(id)
    return finding ? ruleSentence(finding, nameOf) : null
  }
}

type Answer = Awaited<ReturnType<typeof flags>>
export type FlagsPage = Extract<Answer, { ok: true }>["value"]
export type ListedFlag = FlagsPage["flags"][number]
export type MoreFlags = Extract<Awaited<ReturnType<typeof moreFlags>>, { ok: true }>["value"]
export type ChosenFlags = Extract<Awaited<ReturnType<typeof flagsChosen>>, { ok: true }>["value"]
