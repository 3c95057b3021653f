"use client"
import { type ComponentProps, type ReactNode, useState } from "react"
import { Button } from "./button.tsx"
import { Dialog, type DialogProps } from "./dialog.tsx"

/** What a form in a dialog is given. */
export interface InDialog {
  readonly close: () => void
  /** Hears whether something was typed that closing would lose; it asks first then. */
  readonly onTyped: (typed: boolean) => void
}

type Props = Pick<DialogProps, "title" | "description" | "width"> & {
  /** The button that opens it. */
  readonly button: Omit<ComponentProps<typeof Button>, "onClick">
  /** Hears that it was closed, however that came about. */
  readonly onClosed?: () => void
  readonly children: (form: InDialog) => ReactNode
}

/** A button and the dialog with a form that it opens. */
export function FormDialog({ button, onClosed, children, ...words }: Props) {
  const [open, setOpen] = useState(false)
  const [typed, setTyped] = useState(false)
  const close = () => {
    setOpen(false)
    setTyped(false)
    onClosed?.()
  }
  return (
    <>
      <Button {...button} onClick={() => setOpen(true)} />
      <Dialog open={open} onClose={close} dirty={typed} {...words}>
        {children({ close, onTyped: setTyped })}
      </Dialog>
    </>
  )
}
