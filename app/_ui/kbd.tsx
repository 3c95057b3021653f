import type { ReactNode } from "react"

/** A key of the keyboard, shown where it acts. */
export function Kbd({ children }: { children: ReactNode }) {
  return (
    <kbd className="inline-block rounded-sm border border-b-2 border-rule bg-sheet px-1.5 py-0.5 font-frame text-xs leading-none font-medium text-soft pointer-coarse:hidden print:hidden">
      {children}
    </kbd>
  )
}
