"use client"
import { useRouter } from "next/navigation"
import type { Provenance } from "../../../../lib/domain/change.ts"
import { FormDialog } from "../../../_ui/form-dialog.tsx"
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
  const name = `Edit “${document.words.title}”`
  return (
    <FormDialog
      button={{ size: "small", kind: "plain", "aria-label": name, children: "Edit" }}
      title="Edit the document"
      description="Where the text comes from. The text itself never changes."
      onClosed={() => router.refresh()}
    >
      {({ close, onTyped }) => <DescribeDocumentForm {...document} onTyped={onTyped} onDone={close} />}
    </FormDialog>
  )
}
