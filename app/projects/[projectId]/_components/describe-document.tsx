"use client"
import { useRouter } from "next/navigation"
import { useState } from "react"
import type { Provenance } from "../../../../lib/domain/change.ts"
import { Button } from "../../../_ui/button.tsx"
import { Dialog } from "../../../_ui/dialog.tsx"
import { DescribeDocumentForm } from "./describe-document-form.tsx"

export interface DescribedDocument {
  readonly projectId: string
  readonly documentId: string
  readonly words: Provenance
  readonly version: number
}

/** Opens the dialog in which an editor corrects where a text comes from. */
export function DescribeDocument(document: DescribedDocument) {
  const router = useRouter()
  const [open, setOpen] = useState(false)
  const [dirty, setDirty] = useState(false)
  const close = () => {
    setOpen(false)
    setDirty(false)
    router.refresh()
  }
  return (
    <>
      <Button size="small" kind="plain" aria-label={`Edit “${document.words.title}”`} onClick={() => setOpen(true)}>
        Edit
      </Button>
      <Dialog
        open={open}
        onClose={close}
        title="Edit the document"
        description="Where the text comes from. The text itself never changes."
        dirty={dirty}
      >
        <DescribeDocumentForm {...document} onTyped={setDirty} onDone={close} />
      </Dialog>
    </>
  )
}
