"use client"
import type { ReactNode } from "react"
import { LazyOverlay, type LoadPart } from "./lazy-part.tsx"

export interface ConfirmProps {
  readonly open: boolean
  readonly onClose: () => void
  /** The question: "Remove this member?" */
  readonly title: ReactNode
  /** What will happen, and whether it can be undone. */
  readonly text?: ReactNode
  /** What the button does, as a verb: "Remove". */
  readonly confirmLabel: string
  readonly cancelLabel?: string
  readonly danger?: boolean
  readonly busy?: boolean
  /** Closing is the caller's: after a failure it can stay open and say so in `children`. */
  readonly onConfirm: () => void
  readonly children?: ReactNode
}

const load: LoadPart<ConfirmProps> = () => import("./confirm-panel.tsx").then(module => module.ConfirmPanel)

/** Asks before something that can't be taken back. Only its buttons and Escape close it, and Escape means no. */
export const ConfirmDialog = (props: ConfirmProps) => <LazyOverlay load={load} props={props} />
