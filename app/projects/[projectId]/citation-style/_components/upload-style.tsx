"use client"
import { useRouter } from "next/navigation"
import { useState } from "react"
import { uuidv7 } from "uuidv7"
import { api } from "../../../../_ui/api.ts"
import { FileDrop } from "../../../../_ui/file-drop.tsx"
import { toast } from "../../../../_ui/toast.ts"

/** Takes a .csl file; what is wrong with it is said at the field, where it stays until another one is chosen. */
export function UploadStyle({ projectId }: { projectId: string }) {
  const router = useRouter()
  const [file, setFile] = useState<File | null>(null)
  const [trouble, setTrouble] = useState<string>()
  const [busy, setBusy] = useState(false)
  const take = async (chosen: File | null) => {
    setFile(chosen)
    setTrouble(undefined)
    if (!chosen) return
    setBusy(true)
    const result = await api.post<{ title?: string }>(`/projects/${projectId}/citation-style/upload`, {
      requestId: uuidv7(),
      id: uuidv7(),
      csl: await chosen.text(),
    })
    setBusy(false)
    if (!result.ok) return setTrouble(result.failure.issues?.[0]?.message ?? result.failure.sentence)
    setFile(null)
    toast({ text: `“${result.value.title ?? chosen.name}” can be chosen now.` })
    router.refresh()
  }
  return (
    <FileDrop
      label="Another style"
      optional={false}
      busy={busy}
      file={file}
      hint="Drop a .csl file here or choose one, for example from the Zotero style repository."
      accept=".csl,text/xml,application/xml"
      error={trouble}
      onFile={chosen => void take(chosen)}
    />
  )
}
