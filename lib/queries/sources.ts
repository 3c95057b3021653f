import { type Actor, readProject } from "../db/pass.ts"
import { projectWordsRow, sourceLines } from "../db/project-lists.ts"
import { offers } from "../domain/access.ts"
import { ok } from "../domain/failure.ts"
import { searchScore } from "../domain/source-search.ts"
import { sourceChoice } from "../schema/source-form-input.ts"

interface Choice {
  /** Words that all have to be in the line, in any order. */
  readonly q?: string
  readonly kind?: string
  /** How many at most; without it, all of them. */
  readonly limit?: number
}

/** The project's bibliography, by author and title; with words to look for, what fits them best first. */
export const sources = (actor: Actor, projectId: string, { q = "", kind = "", limit = Infinity }: Choice = {}) =>
  readProject(actor, projectId, "project.read", async pass => {
    const { name } = await projectWordsRow(pass)
    const all = await sourceLines(pass)
    const found = all
      .filter(source => kind === "" || source.kind === kind)
      .map(source => ({ source, score: searchScore(source.line, q) }))
      .filter(({ score }) => score > 0)
      .sort((a, b) => b.score - a.score)
      .slice(0, limit)
      .map(({ source }) => source)
    return ok({ project: name, sources: found, total: all.length, offers: offers(pass.role) })
  })
sources.input = sourceChoice

type Answer = Awaited<ReturnType<typeof sources>>
export type SourceLine = Extract<Answer, { ok: true }>["value"]["sources"][number]
