import { unitPlaces } from "../db/activity-rows.ts"
import { currentPlaces } from "../db/citing-units.ts"
import { currentPolicy, factsReader } from "../db/claim-facts.ts"
import { type ClaimLine, claimCount, claimLines, claimSpans } from "../db/claim-lists.ts"
import { currentTexts } from "../db/export-rows.ts"
import { documentNames } from "../db/flag-lists.ts"
import { type Actor, type ProjectPass, readProject } from "../db/pass.ts"
import { projectWordsRow } from "../db/project-lists.ts"
import { may } from "../domain/access.ts"
import { fail, ok } from "../domain/failure.ts"
import { shortened } from "../domain/sentence-words.ts"
import { verdictConditions } from "../domain/verdict-conditions.ts"
import { type ClaimsFilter, claimsFilter } from "../schema/claims-input.ts"
import { pageSize, placeIn } from "../schema/list-filter.ts"
import { claimLacks } from "./claim-lacks.ts"
import { peopleNamed } from "./people-named.ts"
import { readFilter } from "./read-filter.ts"

/**
 * The claims of a project that fit a filter, 50 at once, each with its state and the first condition that keeps it from
 * being vetted. Whose assignments are left is asked only by who assigns work, or of oneself. `input` comes from an address.
 */
export async function claims(actor: Actor, projectId: string, input: unknown) {
  const filter = readFilter(claimsFilter, input)
  if (!filter.ok) return filter
  const { sort, page: _page, after: _after, assigned, ...rest } = filter.value
  return readProject(actor, projectId, "project.read", async pass => {
    if (assigned && assigned !== actor.id && !may(pass.role, "work.assign"))
      return fail({ code: "forbidden", needs: "work.assign" })
    const documents = await documentNames(pass)
    if (rest.document && !documents.some(({ id }) => id === rest.document)) return fail({ code: "not-found" })
    const choice = { ...rest, assigned, ids: await idsOf(pass, filter.value) }
    const lines = await claimLines(pass, choice, sort, placeIn(filter.value), pageSize)
    if (!lines.ok) return lines
    return ok({
      project: (await projectWordsRow(pass)).name,
      filter: filter.value,
      documents,
      people: await peopleNamed(pass),
      total: await claimCount(pass, choice),
      after: lines.value.after,
      claims: await told(pass, lines.value.rows),
    })
  })
}
claims.input = claimsFilter

/** The claims that the parts of a filter leave that no row says; undefined when it has none of them. */
async function idsOf(pass: ProjectPass, filter: ClaimsFilter): Promise<readonly string[] | undefined> {
  const { lacks, alone, flag, search, document = null } = filter
  let ids: readonly string[] | undefined
  if (lacks || flag || alone) {
    const found = await claimLacks(pass, document)
    ids = [...found.lacks].flatMap(([id, all]) =>
      (!lacks || all.includes(lacks)) && (!alone || all.length === 1) && (!flag || found.flags.get(id)?.has(flag))
        ? [id]
        : [],
    )
  }
  if (!search) return ids
  const texts = await currentTexts(pass, document)
  const among = ids && new Set(ids)
  const words = plain(search)
  return (await claimSpans(pass, document, "all"))
    .filter(({ id }) => !among || among.has(id))
    .filter(({ documentId, start, end }) => plain((texts.get(documentId) ?? "").slice(start, end)).includes(words))
    .map(({ id }) => id)
}

/** Words without regard to case, composition and the width of white space. */
const plain = (words: string) => words.normalize("NFC").toLowerCase().replaceAll(/\s+/g, " ")

/** Lines with the beginning of their passages and what keeps each claim from being vetted. */
async function told(pass: ProjectPass, lines: readonly ClaimLine[]) {
  const places = await unitPlaces(
    pass,
    lines.map(({ id }) => id),
  )
  const why = await whyNot(
    pass,
    lines.filter(({ state }) => state !== "open" && state !== "vetted"),
  )
  return lines.map(line => ({
    ...line,
    lastAt: line.lastAt?.toISOString() ?? null,
    quote: shortened(places.get(line.id)?.quote ?? ""),
    why: why.get(line.id) ?? [],
  }))
}

/** The sentences of the conditions that claims fail, by their ids. */
async function whyNot(pass: ProjectPass, lines: readonly ClaimLine[]): Promise<ReadonlyMap<string, readonly string[]>> {
  const sentences = new Map<string, readonly string[]>()
  if (lines.length === 0) return sentences
  const { policy } = await currentPolicy(pass)
  const factsOf = await factsReader(pass, "seen")
  const wanted = new Set(lines.map(({ documentId }) => documentId))
  for (const place of (await currentPlaces(pass)).filter(({ documentId }) => wanted.has(documentId))) {
    const ids = lines.filter(({ documentId }) => documentId === place.documentId).map(({ id }) => id)
    for (const { id, facts } of await factsOf(place, ids))
      sentences.set(
        id,
        verdictConditions(facts, policy).flatMap(({ met, sentence }) => (met ? [] : [sentence])),
      )
  }
  return sentences
}

type Answer = Awaited<ReturnType<typeof claims>>
export type ClaimsPage = Extract<Answer, { ok: true }>["value"]
export type ListedClaim = ClaimsPage["claims"][number]
