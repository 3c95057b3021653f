import { apart } from "../db/apart.ts"
import { exportSight } from "../db/export-job-rows.ts"
import { currentText, exportUnits } from "../db/export-rows.ts"
import { logHead } from "../db/log-in-project.ts"
import { type Actor, type ProjectPass, readWholeProject } from "../db/pass.ts"
import { DocumentTrouble } from "../domain/document-trouble.ts"
import { mostClaims } from "../domain/export-format-name.ts"
import type { ExportSight, MissingDocument } from "../domain/export-job.ts"
import { claimsAskedFor } from "../domain/export-state.ts"
import { type Failure, fail, ok, type Result } from "../domain/failure.ts"
import type { ChosenClaims, ExportFormat, ExportHead, ExportPart } from "../formats/export-format.ts"
import { exportFormats } from "../formats/export-formats.ts"
import { fileChoice } from "../schema/export-input.ts"
import { parse } from "../schema/parse.ts"
import { exportCrate } from "./export-crate.ts"
import { setNotes, setSources } from "./export-head.ts"
import { exportParts, type ReadPart } from "./export-parts.ts"
import { type ExportChoice, type ExportPlan, exportPlan, leftOutOf, without } from "./export-plan.ts"
import { styleOf } from "./style-of.ts"

/** Where a file is put while it is written. */
export interface FileSink {
  /** Begins the file, once more when the reading or the writing had to begin once more. */
  readonly begin: () => Promise<void>
  readonly write: (piece: string | Uint8Array) => Promise<void>
  /** The most claims that it takes; any number when nothing is said. */
  readonly most?: number
  /** Hears how many claims are written, of how many. */
  readonly reached?: (done: number, total: number) => void
  /** Asked now and then before anything is written; throws to end it. */
  readonly ongoing?: () => void
}

/** A file for somebody to keep: its name as people read it, and what it is. */
export interface ExportFile {
  readonly name: string
  readonly mediaType: string
  /** Documents that could not be read or written and are not in it. */
  readonly missing: readonly MissingDocument[]
  /** What hid anything from its reader when it was made. */
  readonly sight: ExportSight
}

const emptyNotes: ReadonlyMap<string, string> = new Map()

/** Documents that may turn out bad after some of them is written, each of which makes the writing begin once more. */
const mostBegun = 20

/**
 * Writes the vetted claims of a project, or those that a choice asks for, to `sink`, piece by piece, as one moment shows
 * them. `input` comes from an address and is checked here; addresses in the file begin with `origin`. A document that
 * can't be read or written is missing in it and named in the answer; the name of such a file says that it is incomplete.
 */
export async function exportFile(
  actor: Actor,
  input: unknown,
  origin: string,
  sink: FileSink,
): Promise<Result<ExportFile>> {
  const parsed = parse(fileChoice, input)
  if (!parsed.ok) return parsed
  const { projectId, format: name, positions, ...chosen } = parsed.value
  const choice = { ...chosen, quotes: !positions }
  return readWholeProject(actor, projectId, "claims.export", async pass => {
    const plan = await exportPlan(pass, choice, { ongoing: sink.ongoing })
    if (choice.documentId && plan.documents.length === 0) return fail({ code: "not-found" })
    const style = await styleOf(pass)
    const sources = await setSources(style, plan)
    const format = name === "ro-crate" ? null : exportFormats[name]
    if (sink.most !== undefined && chosenOf(plan) > sink.most) return fail({ code: "export-too-big", most: sink.most })
    const most = mostClaims[name]
    if (most !== undefined && chosenOf(plan) > most) return fail(tooMany(most))
    const notesOf = !format || format.notes ? await setNotes(style, plan) : () => emptyNotes
    const { project, policyVersion, documents, naming, lineage } = plan
    const file = fileName(plan, choice, pass.at)
    const { quotes } = choice
    const head = {
      name: file,
      projectId,
      project,
      policyVersion,
      exportedAt: pass.at,
      logHead: await logHead(pass),
      origin,
      quotes,
      names: naming.names,
      chosen: chosenClaims(choice),
      documents,
      sources,
      lineage,
    }
    const missing = await writeWhole(pass, { choice, plan, head, format, notesOf }, sink)
    return ok({
      name: `${file}${missing.length > 0 ? ", incomplete" : ""}.${format?.extension ?? "zip"}`,
      mediaType: format?.mediaType ?? "application/zip",
      missing,
      sight: await exportSight(pass),
    })
  })
}
exportFile.input = fileChoice

interface Whole {
  readonly choice: ExportChoice
  readonly plan: ExportPlan
  readonly head: ExportHead
  /** The format; null for a crate of many. */
  readonly format: ExportFormat | null
  readonly notesOf: (part: ReadPart) => ReadonlyMap<string, string>
}

/** Writes the file, again without each document that turns out bad when some of it is written; answers which are missing. */
async function writeWhole(pass: ProjectPass, whole: Whole, sink: FileSink): Promise<readonly MissingDocument[]> {
  const { choice, plan, head, format, notesOf } = whole
  const spoiled = new Set<string>()
  const total = chosenOf(plan)
  const textOf = async (documentId: string) => {
    const text = await apart(pass, async () => {
      const units = await exportUnits(pass, documentId)
      const { without } = await leftOutOf(pass, documentId, units, choice)
      return without(await currentText(pass, documentId))
    })
    if (!text.ok) throw new DocumentTrouble(documentId, text.cause)
    return text.value
  }
  for (;;) {
    const missing = new Map<string, MissingDocument>()
    let most = 0
    // What wraps several files reads the parts once for each.
    async function* parts(): AsyncGenerator<ExportPart> {
      let done = 0
      for await (const part of exportParts(pass, choice, without(plan, spoiled))) {
        const { documentId, title } = part.document
        if (part.trouble !== null) missing.set(documentId, { documentId, title })
        sink.reached?.(most, total)
        yield { ...part, notes: noted(notesOf, part) }
        done += part.claims.length
        most = Math.max(most, done)
      }
    }
    await sink.begin()
    try {
      const whole = head.documents.filter(({ documentId }) => !spoiled.has(documentId))
      const pieces = format ? format.write(head, parts()) : exportCrate(head, { partsOf: parts, texts: whole, textOf })
      for await (const piece of pieces) await sink.write(piece)
      sink.reached?.(most, total)
      return [...missing.values()]
    } catch (error) {
      if (!(error instanceof DocumentTrouble) || spoiled.size >= mostBegun) throw error
      spoiled.add(error.documentId)
    }
  }
}

const chosenClaims = ({ state, documentId, label, dissent, search, leaveOut }: ExportChoice): ChosenClaims => ({
  state: state ?? "vetted",
  documentId: documentId ?? null,
  label: label ?? null,
  dissent: dissent ?? null,
  search: search || null,
  leaveOut: leaveOut ?? null,
})

const chosenOf = ({ documents }: ExportPlan) => documents.reduce((sum, { chosen }) => sum + chosen, 0)

const tooMany = (most: number): Failure => ({
  code: "invalid",
  issues: [
    {
      path: "format",
      message: `This format holds at most ${most} claims. Choose fewer claims, or Markdown, which holds any number.`,
    },
  ],
})

function noted(notesOf: Whole["notesOf"], part: ReadPart): ReadonlyMap<string, string> {
  try {
    return notesOf(part)
  } catch (cause) {
    throw new DocumentTrouble(part.document.documentId, cause)
  }
}

function fileName(
  { project, documents }: ExportPlan,
  { documentId, state = "vetted" }: ExportChoice,
  at: Date,
): string {
  const about = (documentId && documents[0]?.title) || project
  return `${about.slice(0, 60)}, ${claimsAskedFor[state]} ${at.toISOString().slice(0, 10)}`
}
