"use client"
import { Toast } from "@base-ui/react/toast"
import { usePathname } from "next/navigation"
import { type FocusEvent, useEffect } from "react"
import { buttonLook } from "./button-look.ts"
import { receiveToasts } from "./toast.ts"

interface Where {
  readonly under: string | undefined
}

const manager = Toast.createToastManager<Where>()

/** Shows the toasts in a corner, with a polite live region; F6 moves the focus to them. */
export function ToastList() {
  return (
    <Toast.Provider toastManager={manager} limit={4}>
      <Receiver />
      <Toast.Portal>
        <Toast.Viewport
          onFocus={came}
          className="fixed right-4 bottom-4 z-50 flex w-[calc(100vw-2rem)] flex-col gap-2 sm:right-6 sm:bottom-6 sm:w-96 print:hidden"
        >
          <List />
        </Toast.Viewport>
      </Toast.Portal>
    </Toast.Provider>
  )
}

/** What had the focus before a toast took it. */
let before: HTMLElement | null = null

const came = ({ relatedTarget, currentTarget }: FocusEvent) => {
  if (currentTarget.contains(relatedTarget)) return
  before = relatedTarget instanceof HTMLElement ? relatedTarget : null
}

/** Gives the focus back to where somebody was at work, whose keys are heard there again. */
function giveBack(): void {
  if (before?.isConnected) before.focus({ preventScroll: true })
  else if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
}

/** Waits until the empty live region is in the page: what is in it from the start is not announced. */
function Receiver() {
  useEffect(() => {
    let stop: (() => void) | undefined
    const timer = setTimeout(() => {
      stop = receiveToasts(({ text, action, kind = "note", place, under, seconds }) => {
        const id = manager.add({
          // What is said again takes the place of what is still in sight; what can be undone is each its own.
          ...(place !== undefined ? { id: place } : !action && { id: text }),
          data: { under },
          title: text,
          type: kind,
          priority: kind === "trouble" ? "high" : "low",
          timeout: kind === "trouble" ? 0 : (seconds ?? (action ? 12 : 6)) * 1000,
          actionProps: action && {
            children: action.label,
            onClick: () => {
              giveBack()
              manager.close(id)
              action.onPress()
            },
          },
        })
      })
    }, 100)
    return () => {
      clearTimeout(timer)
      stop?.()
    }
  }, [])
  return null
}

function List() {
  const { toasts, close } = Toast.useToastManager<Where>()
  const path = usePathname()
  useEffect(() => {
    for (const { id, data, transitionStatus } of toasts)
      if (transitionStatus !== "ending" && data?.under !== undefined && !path.startsWith(data.under)) close(id)
  }, [toasts, path, close])
  return toasts.map(toast => (
    <Toast.Root
      key={toast.id}
      toast={toast}
      swipeDirection={["right", "down"]}
      className="floating transition-opacity duration-150 data-ending-style:opacity-0 data-limited:hidden data-starting-style:opacity-0 data-[type=trouble]:border-l-3 data-[type=trouble]:border-l-danger"
    >
      <Toast.Content className="flex items-center gap-2 py-2 pr-2 pl-4">
        <Toast.Title render={<p />} className="min-w-0 flex-1 py-1.5" />
        {toast.actionProps && <Toast.Action className={buttonLook("plain", "small")} />}
        <Toast.Close
          aria-label="Dismiss"
          className="grid size-8 shrink-0 place-items-center rounded-md text-soft hover:bg-wash"
        >
          <span aria-hidden>✕</span>
        </Toast.Close>
      </Toast.Content>
    </Toast.Root>
  ))
}
