"use client"
import { useState } from "react"
import { Dialog } from "../../../_ui/dialog.tsx"
import { LazyPart, type LoadPart } from "../../../_ui/lazy-part.tsx"
import type { SavedSource, SourceStart } from "./source-form.tsx"

interface Props {
  readonly projectId: string
  readonly initial?: SourceStart
  readonly title: string
  readonly open: boolean
  readonly onClose: () => void
  readonly onDone: (source: SavedSource) => void
}

type FormProps = Parameters<typeof import("./source-form.tsx").SourceForm>[0]
const load: LoadPart<FormProps> = () => import("./source-form.tsx").then(module => module.SourceForm)

/** The form of a source in a dialog that asks before it drops what was typed. */
export function SourceDialog({ projectId, initial, title, open, onClose, onDone }: Props) {
  const [dirty, setDirty] = useState(false)
  const close = () => {
    setDirty(false)
    onClose()
  }
  const done = (source: SavedSource) => {
    setDirty(false)
    onDone(source)
  }
  const props = { projectId, ...(initial && { initial }), onDone: done, onCancel: close, onDirty: setDirty }
  return (
    <Dialog open={open} onClose={close} title={title} width="wide" dirty={dirty}>
      <LazyPart load={load} props={props} />
    </Dialog>
  )
}
