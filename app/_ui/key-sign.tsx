import type { ReactNode } from "react"
import { Kbd } from "./kbd.tsx"

/** A key beside the words of a control, for the eye only: the page's list of keys says it to everybody. */
export const KeySign = ({ children }: { children: ReactNode }) => (
  <span aria-hidden="true">
    <Kbd>{children}</Kbd>
  </span>
)
