import { createWriteStream } from "node:fs"
import { rename, rm } from "node:fs/promises"
import { Readable } from "node:stream"
import { pipeline } from "node:stream/promises"
import type { ReadableStream as NodeStream } from "node:stream/web"
import { uuidv7 } from "uuidv7"
import type { InputOf } from "../client/call-types.ts"
import type { Client, FileAnswer } from "../client/client.ts"
import { exportFormatNames } from "../domain/export-format-name.ts"
import { exportStates } from "../domain/export-state.ts"
import type { CliCommand, Given } from "./command-line.ts"
import { progress } from "./terminal.ts"
import { CliTrouble, exits, refusal } from "./trouble.ts"

const choices = ["state", "documentId", "label", "dissent", "search", "names", "positions", "leaveOut"] as const

/** How long to wait between two looks at how far a file is, in milliseconds. */
const look = 500

export const exportCommand: CliCommand = {
  usage:
    "export PROJECT FORMAT -o FILE [--state STATE] [--document ID] [--label LABEL] [--names name|pseudonym|none] [--leave-out open|any] [--positions]",
  says: `Writes the vetted claims of a project into a file, or with --state others: ${exportStates.join(", ")}. FILE may be - for standard output. Formats: ${exportFormatNames.join(", ")}.`,
  takes: 2,
  options: {
    out: { type: "string", short: "o" },
    state: { type: "string" },
    document: { type: "string" },
    label: { type: "string" },
    names: { type: "string" },
    "leave-out": { type: "string" },
    positions: { type: "boolean" },
  },
  run: async given => {
    const out = given.values["out"]
    if (typeof out !== "string")
      throw new CliTrouble("Say with -o where the file goes; - is standard output.", exits.usage)
    const api = await given.api()
    const file = (await atOnce(api, given)) ?? (await inBackground(api, given))
    const source = Readable.fromWeb(file.body as NodeStream<Uint8Array>)
    try {
      if (out === "-") await pipeline(source, given.terminal.stdout, { end: false })
      else await whole(source, out)
    } catch {
      throw new CliTrouble(`The file could not be written to ${out}. Check the folder, then try again.`)
    }
    if (out !== "-") given.print(`Written to ${out}${file.name?.includes("incomplete") ? ", incomplete" : ""}.`)
  },
}

/** A file is there when it is whole, and what stood under its name stays until then. */
async function whole(source: Readable, out: string): Promise<void> {
  const part = `${out}.part`
  try {
    await pipeline(source, createWriteStream(part))
    await rename(part, out)
  } finally {
    await rm(part, { force: true })
  }
}

const choiceOf = ({ values }: Given): Record<string, string> => {
  const renamed = { documentId: values["document"], leaveOut: values["leave-out"] }
  const said = { ...values, ...renamed, positions: values["positions"] ? "1" : undefined }
  return Object.fromEntries(
    choices.flatMap(name =>
      typeof said[name as "documentId"] === "string" ? [[name, String(said[name as "documentId"])]] : [],
    ),
  )
}

/** The file as an answer; null when it is so big that it is made in the background. */
async function atOnce({ file }: Client, given: Given): Promise<FileAnswer | null> {
  const [projectId = "", format = ""] = given.words
  const found = await file("exportFile", { projectId, format, ...choiceOf(given) } as InputOf<"exportFile">)
  if (found.ok) return found.value
  if (found.failure.code === "export-too-big") return null
  throw refusal(found.failure)
}

async function inBackground({ call, file }: Client, given: Given): Promise<FileAnswer> {
  const [projectId = "", format = ""] = given.words
  const jobId = uuidv7()
  const asked = await call("requestExport", { projectId, jobId, format: format as "json", choice: choiceOf(given) })
  if (!asked.ok) throw refusal(asked.failure)
  const tell = progress(given.terminal, "Making the file")
  for (;;) {
    const jobs = await call("exportJobs", { projectId })
    if (!jobs.ok) throw refusal(jobs.failure)
    const job = jobs.value.jobs.find(({ id }) => id === jobId)
    if (job?.state === "failed" || job?.state === "cancelled")
      throw new CliTrouble("The file could not be made. Try again, or look at the page Export.")
    if (job?.state === "done") break
    tell(job?.total ? (0.99 * job.done) / job.total : 0)
    await new Promise(done => setTimeout(done, look))
  }
  tell(1)
  const made = await file("exportedFile", { projectId, jobId })
  if (!made.ok) throw refusal(made.failure)
  return made.value
}
