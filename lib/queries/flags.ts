import { flagTalk } from "../db/discussion-rows.ts"
import { documentNames, flagCount, flagLines } from "../db/flag-lists.ts"
import { type Actor, readProject } from "../db/pass.ts"
import { projectWordsRow } from "../db/project-lists.ts"
import { offers } from "../domain/access.ts"
import { ok } from "../domain/failure.ts"
import { flagFilter, pageSize } from "../schema/list-filter.ts"
import { readFilter } from "./read-filter.ts"

/** The flags over all documents of a project, 50 at once, the newest first. `input` comes from an address. */
export async function flags(actor: Actor, projectId: string, input: unknown) {
  const filter = readFilter(flagFilter, input)
  if (!filter.ok) return filter
  const { page, mine, ...rest } = filter.value
  const wanted = { ...rest, mine: mine === "1" }
  return readProject(actor, projectId, "project.read", async pass => {
    const lines = await flagLines(pass, wanted, (page - 1) * pageSize, pageSize)
    const talk = await flagTalk(
      pass,
      lines.map(({ id }) => id),
    )
    return ok({
      project: (await projectWordsRow(pass)).name,
      me: actor.id,
      offers: offers(pass.role),
      filter: filter.value,
      documents: await documentNames(pass),
      total: await flagCount(pass, wanted),
      flags: lines.map(line => ({ ...line, talk: talk.get(line.id) ?? { comments: 0, unread: 0 } })),
    })
  })
}

type Answer = Awaited<ReturnType<typeof flags>>
export type FlagsPage = Extract<Answer, { ok: true }>["value"]
