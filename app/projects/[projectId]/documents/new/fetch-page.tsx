"use client"
import { type KeyboardEvent, useState } from "react"
import type { FetchedFile } from "../../../../../lib/queries/file-preview.ts"
import { api } from "../../../../_ui/api.ts"
import { Button } from "../../../../_ui/button.tsx"
import { TextField } from "../../../../_ui/text-field.tsx"

interface Props {
  readonly projectId: string
  /** The file as it was fetched, the address that it came from in the end, and the encoding that the site names. */
  readonly onFile: (file: File, address: string, encoding: string) => void
}

/** Fetches a page or a file by its address. What was fetched is looked at and added like an uploaded file. */
export function FetchPage({ projectId, onFile }: Props) {
  const [address, setAddress] = useState("")
  const [busy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState<string>()
  const take = async () => {
    if (busy) return
    setTrouble(undefined)
    setBusy(true)
    const answer = await api.post<FetchedFile>(`/projects/${projectId}/documents/fetch`, { address })
    setBusy(false)
    if (!answer.ok) return setTrouble(answer.failure.sentence)
    const { file, address: from } = answer.value
    const bytes = Uint8Array.from(atob(file.base64), sign => sign.charCodeAt(0))
    onFile(new File([bytes], file.name, { type: file.mediaType }), from, file.encoding)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Enter") return
    event.preventDefault()
    void take()
  }
  return (
    <div className="grid gap-2">
      <TextField
        label="Or fetch it from an address"
        hint="A page or a file that anybody can open on the web."
        optional
        type="url"
        value={address}
        error={trouble}
        onChange={event => setAddress(event.target.value)}
        onKeyDown={onKeyDown}
      />
      <Button size="small" busy={busy} onClick={() => void take()} className="justify-self-start">
        Fetch
      </Button>
    </div>
  )
}
