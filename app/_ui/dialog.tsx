"use client"
import type { ReactNode } from "react"
import { useInHand } from "./in-hand.ts"
import { fetchAhead, LazyOverlay, type LoadPart } from "./lazy-part.tsx"

export interface DialogProps {
  readonly open: boolean
  readonly onClose: () => void
  readonly title: ReactNode
  readonly description?: ReactNode
  readonly children: ReactNode
  /** narrow: a short form, 28rem; wide: a long one or two columns, 52rem. */
  readonly width?: "narrow" | "wide"
  /** Something was typed that would be lost: closing asks first. */
  readonly dirty?: boolean
  /** What closing asks, when it is not about typed words. */
  readonly asking?: {
    readonly title: string
    readonly text: string
    readonly discard: string
    readonly stay: string
  }
}

const load: LoadPart<DialogProps> = () => import("./dialog-panel.tsx").then(module => module.DialogPanel)

/** Fetch the code of dialogs ahead, where the next key press may open one. */
export const fetchDialogs = (): void => void fetchAhead(load)

/**
 * A dialog over the page. It takes the focus when it opens and gives it back when it closes; Escape and
 * a press beside it close it. Its code is fetched when it first opens, and its contents are rendered
 * only while it is open.
 */
export function Dialog(props: DialogProps) {
  useInHand(props.open)
  return <LazyOverlay load={load} props={props} />
}
