"use client"
import { Dialog } from "@base-ui/react/dialog"
import { useLayoutEffect, useRef, useState } from "react"
import { classNames } from "./class-names.ts"
import { ConfirmPanel } from "./confirm-panel.tsx"
import type { DialogProps } from "./dialog.tsx"
import { DiscardContext } from "./discard.ts"

const typedWords = {
  title: "Close without saving?",
  text: "What you typed here is not saved yet and will be gone.",
  discard: "Discard it",
  stay: "Keep writing",
}

/** What Dialog shows, with Base UI; to be used through Dialog only, which fetches it when it is needed. */
export function DialogPanel({
  open,
  onClose,
  title,
  description,
  children,
  width = "narrow",
  dirty = false,
  asking: words = typedWords,
}: DialogProps) {
  const [asking, setAsking] = useState(false)
  const [discards] = useState(() => new Set<() => void>())
  const typedAt = useRef(Number.NEGATIVE_INFINITY)
  const latest = useRef(dirty)
  useLayoutEffect(() => {
    latest.current = dirty
  }, [dirty])
  // The last key may not have reached `dirty` yet.
  const leave = () => {
    const decide = () => (latest.current ? setAsking(true) : onClose())
    if (performance.now() - typedAt.current < 1000) setTimeout(decide, 100)
    else decide()
  }
  return (
    <Dialog.Root open={open} onOpenChange={next => next || leave()}>
      <Dialog.Portal>
        <Dialog.Backdrop className="fixed inset-0 z-40 bg-scrim transition-opacity duration-150 data-ending-style:opacity-0 data-starting-style:opacity-0" />
        <Dialog.Viewport className="fixed inset-0 z-40 grid items-end overflow-y-auto sm:items-start sm:px-6 sm:py-[8vh]">
          <Dialog.Popup
            onInput={() => {
              typedAt.current = performance.now()
            }}
            className={classNames(
              "floating relative mx-auto w-full rounded-b-none px-5 pt-5 pb-6 transition-opacity duration-150 sm:rounded-b-lg sm:px-7 sm:pt-6",
              "data-ending-style:opacity-0 data-starting-style:opacity-0",
              width === "wide" ? "max-w-[52rem]" : "max-w-[30rem]",
            )}
          >
            <Dialog.Title className="pr-8 text-2xl">{title}</Dialog.Title>
            {description && <Dialog.Description className="mt-1 text-soft">{description}</Dialog.Description>}
            <div className="mt-4">
              <DiscardContext value={discards}>{children}</DiscardContext>
            </div>
            <Dialog.Close
              aria-label="Close"
              className="absolute top-4 right-4 grid size-9 place-items-center rounded-md text-soft hover:bg-wash"
            >
              <span aria-hidden>✕</span>
            </Dialog.Close>
          </Dialog.Popup>
        </Dialog.Viewport>
      </Dialog.Portal>
      <ConfirmPanel
        open={asking}
        onClose={() => setAsking(false)}
        title={words.title}
        text={words.text}
        confirmLabel={words.discard}
        cancelLabel={words.stay}
        danger
        onConfirm={() => {
          setAsking(false)
          for (const discard of discards) discard()
          onClose()
        }}
      />
    </Dialog.Root>
  )
}
