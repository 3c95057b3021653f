"use client"
import { type ReactNode, useState } from "react"
import { uuidv7 } from "uuidv7"
import { type ExportFormatName, exportFormatWords, mostClaims } from "../../../../lib/domain/export-format-name.ts"
import { type ExportNames, exportNamesWords } from "../../../../lib/domain/export-names.ts"
import { claimsAskedFor, type ExportState } from "../../../../lib/domain/export-state.ts"
import type { ExportJobShown } from "../../../../lib/queries/export-jobs.ts"
import type { ExportPreview } from "../../../../lib/queries/export-preview.ts"
import { type ApiFailure, api } from "../../../_ui/api.ts"
import { countOf } from "../../../_ui/counted.ts"
import { FormError } from "../../../_ui/form-error.tsx"
import { toast } from "../../../_ui/toast.ts"
import { listAddress } from "../_components/list-address.ts"
import { DownloadList } from "./download-list.tsx"
import { FileRow } from "./file-row.tsx"
import { useFiles } from "./use-files.ts"

interface Props {
  readonly projectId: string
  readonly choice: Readonly<Record<string, string | undefined>>
  readonly chosen: number
  /** Whether so many claims are made into files in the background. */
  readonly inBackground: boolean
  readonly documents: ExportPreview["names"]
  readonly files: readonly ExportJobShown[]
  /** What a reader of some formats needs beside the file. */
  readonly notes: Readonly<Partial<Record<ExportFormatName, ReactNode>>>
}

/** The formats of the chosen claims, and the files that are made or were made in the background. */
export function ExportFiles({ projectId, choice, chosen, inBackground, documents, files: before, notes }: Props) {
  const path = `/projects/${projectId}/exports`
  const { files, refresh, away } = useFiles(path, before)
  const [failure, setFailure] = useState<ApiFailure | null>(null)
  const [asking, setAsking] = useState<ExportFormatName | null>(null)

  const send = async (address: string, body: object, done: () => void): Promise<void> => {
    setFailure(null)
    const sent = await api.post(address, body)
    if (!sent.ok) setFailure(sent.failure)
    await refresh()
    if (sent.ok) done()
  }
  const ask = async (format: ExportFormatName) => {
    if (asking) return
    setAsking(format)
    const words = Object.fromEntries(Object.entries(choice).filter(([, word]) => word))
    const { title } = exportFormatWords[format]
    await send(path, { jobId: uuidv7(), format, choice: words }, () =>
      toast({ text: `${title} is being made.`, action: { label: "Show it", onPress: showFiles } }),
    )
    setAsking(null)
  }
  const link = `/api/v1${path}`.replace(/s$/, "")
  return (
    <>
      {chosen > 0 && inBackground && (
        <p className="max-w-[42rem]">
          {countOf(chosen, "claim")} are many, so the file is made in the background. Choose a format: you may leave
          this page meanwhile and find the file here.
        </p>
      )}
      {chosen > 0 && (
        <DownloadList
          notes={notes}
          offer={(format, title) =>
            chosen > (mostClaims[format] ?? chosen) ? (
              <p>
                <b>{title}</b> <span className="text-sm text-soft">holds at most {mostClaims[format]} claims</span>
              </p>
            ) : inBackground ? (
              <button
                type="button"
                className="text-link cursor-pointer py-1 text-left font-semibold text-accent hover:underline aria-disabled:opacity-55"
                aria-disabled={asking !== null || undefined}
                aria-busy={asking === format || undefined}
                onClick={() => ask(format)}
              >
                {title}
              </button>
            ) : (
              <a href={listAddress(link, { ...choice, format })} download className="font-semibold">
                {title}
              </a>
            )
          }
        />
      )}
      <FormError failure={failure} />
      {(files.length > 0 || (chosen > 0 && inBackground)) && (
        <section aria-labelledby="files">
          <h2 id="files" tabIndex={-1} className="mb-3 text-xl">
            Files being made
          </h2>
          {away && (
            <p className="mb-3 text-soft">The server can’t be reached right now; this list may be out of date.</p>
          )}
          {files.length === 0 ? (
            <p className="border-t border-rule py-4 text-soft">No file was asked for yet. Choose a format above.</p>
          ) : (
            <ul className="divide-y divide-rule border-y border-rule">
              {files.map(file => (
                <FileRow
                  key={file.id}
                  file={file}
                  address={`/api/v1${path}/${file.id}/file`}
                  about={choiceWords(file.choice, documents)}
                  onCancel={() =>
                    send(`${path}/${file.id}/cancel`, {}, () => toast({ text: "The file is cancelled." }))
                  }
                  onRetry={() => send(`${path}/${file.id}/retry`, {}, () => toast({ text: "The file is made again." }))}
                />
              ))}
            </ul>
          )}
        </section>
      )}
    </>
  )
}

// The formats are many, so that the list may be out of sight.
const showFiles = () => document.getElementById("files")?.focus()

/** What a file was asked to hold, in words. */
function choiceWords(choice: ExportJobShown["choice"], documents: ExportPreview["names"]): string {
  const { state, documentId, label, dissent, search, positions, names, leaveOut } = choice
  const title = documentId && (documents.find(({ id }) => id === documentId)?.title ?? "a document that is gone")
  const words = [
    state && state !== "vetted" && state in claimsAskedFor ? claimsAskedFor[state as ExportState] : "",
    title ? `“${title}”` : "",
    label ?? "",
    dissent ? `${dissent} dissent` : "",
    search ? `with the words “${search}”` : "",
    positions ? "positions only" : "",
    leaveOut ? "without flagged passages" : "",
    names && names in exportNamesWords ? `people ${exportNamesWords[names as ExportNames].toLowerCase()}` : "",
  ].filter(word => word !== "")
  return words.length > 0 ? words.join(", ") : "All vetted claims"
}
