"use client"
import { useRouter } from "next/navigation"
import { type FormEvent, useEffect, useRef, useState } from "react"
import type { ArchivePreview } from "../../lib/domain/archive-preview.ts"
import { type ApiFailure, api, type Way } from "../_ui/api.ts"
import { Button } from "../_ui/button.tsx"
import { FileDrop } from "../_ui/file-drop.tsx"
import { FormError } from "../_ui/form-error.tsx"
import { Progress } from "../_ui/progress.tsx"
import { sizeWords } from "../_ui/size-words.ts"
import { toast } from "../_ui/toast.ts"
import { ArchiveContents } from "./archive-contents.tsx"

const zip = "application/zip"

/** Takes the archive of a project, shows what is in it, and brings it in when the person says so. */
export function BringIn({ limit }: { limit: number }) {
  const router = useRouter()
  const [file, setFile] = useState<File | null>(null)
  const [found, setFound] = useState<ArchivePreview | null>(null)
  const [failure, setFailure] = useState<ApiFailure | null>(null)
  const [way, setWay] = useState<Way | null>(null)
  const [leaving, setLeaving] = useState(false)
  const shown = useRef<HTMLElement>(null)
  useEffect(() => {
    if (found) shown.current?.focus()
  }, [found])
  const tooLarge = file !== null && file.size > limit
  const busy = way !== null || leaving

  const choose = (chosen: File | null) => {
    setFile(chosen)
    setFound(null)
    setFailure(null)
  }
  const send = async <T,>(path: string): Promise<T | null> => {
    if (!file || tooLarge || busy) return null
    setFailure(null)
    setWay({ sent: 0, done: 0 })
    const result = await api.uploadFile<T>(path, file, zip, setWay)
    setWay(null)
    if (!result.ok) setFailure(result.failure)
    return result.ok ? result.value : null
  }
  const look = async (event: FormEvent) => {
    event.preventDefault()
    setFound(await send<ArchivePreview>("/projects/archive/read"))
  }
  const bringIn = async () => {
    const brought = await send<{ projectId: string; name: string; recomputed: number }>("/projects/archive")
    if (!brought) return
    setLeaving(true)
    const again = brought.recomputed > 0 ? ` ${brought.recomputed} verdicts were computed anew and differ.` : ""
    toast({ text: `“${brought.name}” is here.${again}` })
    router.push(`/projects/${brought.projectId}`)
  }
  return (
    <form method="post" noValidate className="grid gap-5" onSubmit={event => void look(event)}>
      <FormError failure={failure} />
      <FileDrop
        label="Archive"
        optional={false}
        busy={busy}
        file={file}
        hint="The file that an owner downloaded on another instance, on the project’s page “Export”. Nothing is stored before you have seen what is in it."
        accept=".zip,application/zip"
        error={tooLarge ? `This is larger than ${sizeWords(limit)}, which is what this server takes.` : undefined}
        onFile={choose}
      />
      {way && (
        <Progress
          label={way.sent < 1 ? "Sending the archive" : found ? "Bringing the project in" : "Reading the archive"}
          share={way.sent < 1 ? way.sent : way.done}
        />
      )}
      {found ? (
        <ArchiveContents archive={found} place={shown}>
          <Button kind="primary" busy={busy} onClick={() => void bringIn()}>
            Bring it in
          </Button>
        </ArchiveContents>
      ) : (
        <Button type="submit" busy={busy} disabled={!file || tooLarge} className="justify-self-start">
          Look into it
        </Button>
      )}
    </form>
  )
}
