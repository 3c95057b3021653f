"use client"
import { useState } from "react"
import { type ExportFormatName, exportFormatWords } from "../../../../lib/domain/export-format-name.ts"
import type { ExportJobShown } from "../../../../lib/queries/export-jobs.ts"
import { Button } from "../../../_ui/button.tsx"
import { buttonLook } from "../../../_ui/button-look.ts"
import { counted, countOf } from "../../../_ui/counted.ts"
import { Progress } from "../../../_ui/progress.tsx"
import { sizeWords } from "../../../_ui/size-words.ts"
import { Time } from "../../../_ui/time.tsx"
import { VisuallyHidden } from "../../../_ui/visually-hidden.tsx"

interface Props {
  readonly file: ExportJobShown
  readonly address: string
  /** What it holds, in words. */
  readonly about: string
  readonly onCancel: () => Promise<void>
  readonly onRetry: () => Promise<void>
}

/** A file that is made or was made in the background: how far it is, and what can be done with it. */
export function FileRow({ file, address, about, onCancel, onRetry }: Props) {
  const [busy, setBusy] = useState(false)
  const { title } = exportFormatWords[file.format as ExportFormatName]
  const underWay = file.state === "waiting" || file.state === "running"
  const ready = file.state === "done" && !file.expired
  const act = async () => {
    setBusy(true)
    await (underWay ? onCancel() : onRetry())
    setBusy(false)
  }
  return (
    <li className="grid gap-x-6 gap-y-3 py-4 sm:grid-cols-[minmax(0,1fr)_auto] sm:items-start">
      <div className="grid min-w-0 gap-1.5">
        <h3 className="text-lg">{title}</h3>
        <p className="text-sm text-soft wrap-anywhere">{about}</p>
        <Standing file={file} />
        {file.state === "done" && <Missing missing={file.missing} />}
      </div>
      {ready ? (
        <a href={address} download className={`${buttonLook("quiet", "normal")} justify-self-start`}>
          Download<VisuallyHidden> {title}</VisuallyHidden>
        </a>
      ) : (
        <Button className="justify-self-start" busy={busy} onClick={act}>
          {underWay ? "Cancel" : "Make again"}
          <VisuallyHidden> {title}</VisuallyHidden>
        </Button>
      )}
    </li>
  )
}

function Standing({ file }: { readonly file: ExportJobShown }) {
  const { state, done, total, bytes, failure, expiresAt, expired, requestedAt } = file
  if (state === "waiting") return <Progress label="Waiting for its turn" />
  if (state === "running")
    return total === null ? (
      <Progress label="Counting the claims" />
    ) : (
      <Progress
        label="Being made"
        share={total === 0 ? 1 : done / total}
        detail={`${counted(done)} of ${countOf(total, "claim")}`}
      />
    )
  if (state === "failed") return <p className="text-danger">{failure}</p>
  if (state === "cancelled")
    return (
      <p className="text-soft">
        Cancelled. It was asked for on <Time at={requestedAt} />.
      </p>
    )
  if (expired)
    return (
      <p className="text-soft">
        Expired: it was kept until <Time at={expiresAt!} />. Make it again to have it as the project stands now.
      </p>
    )
  return (
    <p className="text-soft">
      {countOf(done, "claim")}, {sizeWords(bytes)}. Kept for download until <Time at={expiresAt!} precision="minute" />.
    </p>
  )
}

/** Documents that are not in the file, by their titles. */
function Missing({ missing }: { readonly missing: ExportJobShown["missing"] }) {
  if (missing.length === 0) return null
  return (
    <div className="border-l-2 border-contested pl-3 text-sm">
      <p>
        {missing.length === 1 ? "One document" : `${missing.length} documents`} could not be read, so{" "}
        {missing.length === 1 ? "its claims are" : "their claims are"} missing in this file. Everything else is in it.
      </p>
      <ul className="mt-1 list-disc pl-4.5">
        {missing.map(({ documentId, title }) => (
          <li key={documentId} className="wrap-anywhere">
            {title || "Untitled"}
          </li>
        ))}
      </ul>
    </div>
  )
}
