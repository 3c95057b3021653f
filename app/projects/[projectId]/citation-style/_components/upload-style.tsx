"use client"
import { useRouter } from "next/navigation"
import { useState } from "react"
import { uuidv7 } from "uuidv7"
import { api } from "../../../../_ui/api.ts"
import { FieldError } from "../../../../_ui/field-error.tsx"
import { toast } from "../../../../_ui/toast.ts"

/** Takes a .csl file; what is wrong with it is said at the field. */
export function UploadStyle({ projectId }: { projectId: string }) {
  const router = useRouter()
  const [trouble, setTrouble] = useState<string>()
  const [busy, setBusy] = useState(false)
  const take = async (file: File | undefined) => {
    if (!file) return
    setBusy(true)
    setTrouble(undefined)
    const result = await api.post<{ title?: string }>(`/projects/${projectId}/citation-style/upload`, {
      requestId: uuidv7(),
      id: uuidv7(),
      csl: await file.text(),
    })
    setBusy(false)
    if (!result.ok) return setTrouble(result.failure.issues?.[0]?.message ?? result.failure.sentence)
    toast({ text: `“${result.value.title ?? file.name}” can be chosen now.` })
    router.refresh()
  }
  return (
    <div className="grid gap-1.5">
      <label htmlFor="csl-file" className="font-semibold">
        Another style
      </label>
      <p id="csl-file-hint" className="text-sm text-soft">
        A .csl file, for example from the Zotero style repository.
      </p>
      <input
        id="csl-file"
        type="file"
        accept=".csl,text/xml,application/xml"
        disabled={busy}
        aria-describedby={trouble ? "csl-file-hint csl-file-error" : "csl-file-hint"}
        aria-invalid={trouble ? true : undefined}
        onChange={event => void take(event.target.files?.[0])}
      />
      <FieldError id="csl-file-error" error={trouble} />
    </div>
  )
}
