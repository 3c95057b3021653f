"use client"
import { AlertDialog } from "@base-ui/react/alert-dialog"
import { useRef } from "react"
import { Button } from "./button.tsx"
import type { ConfirmProps } from "./confirm-dialog.tsx"

/** What ConfirmDialog shows, with Base UI; to be used through ConfirmDialog, which fetches it when it is needed. */
export function ConfirmPanel(props: ConfirmProps) {
  const {
    open,
    onClose,
    title,
    text,
    confirmLabel,
    cancelLabel = "Cancel",
    danger,
    busy = false,
    onConfirm,
    children,
  } = props
  const cancel = useRef<HTMLButtonElement>(null)
  return (
    <AlertDialog.Root open={open} onOpenChange={next => next || onClose()}>
      <AlertDialog.Portal>
        <AlertDialog.Backdrop className="fixed inset-0 z-50 bg-scrim transition-opacity duration-150 data-ending-style:opacity-0 data-starting-style:opacity-0" />
        <AlertDialog.Popup
          initialFocus={cancel}
          className="floating fixed top-[30%] left-1/2 z-50 w-[calc(100vw-2rem)] max-w-[26rem] -translate-x-1/2 p-6 transition-opacity duration-150 data-ending-style:opacity-0 data-starting-style:opacity-0"
        >
          <AlertDialog.Title className="text-xl">{title}</AlertDialog.Title>
          {text && <AlertDialog.Description className="mt-1.5 text-soft">{text}</AlertDialog.Description>}
          {children}
          <div className="mt-5 flex flex-wrap justify-end gap-2">
            <Button ref={cancel} onClick={onClose}>
              {cancelLabel}
            </Button>
            <Button kind={danger ? "danger" : "primary"} busy={busy} onClick={onConfirm}>
              {confirmLabel}
            </Button>
          </div>
        </AlertDialog.Popup>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  )
}
