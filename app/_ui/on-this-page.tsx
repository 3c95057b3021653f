import type { ReactNode } from "react"

/** The table of contents of a long page; beside it where there is room. Its entries are items of a list. */
export function OnThisPage({ children }: { readonly children: ReactNode }) {
  return (
    <nav
      aria-labelledby="contents"
      className="text-sm md:sticky md:top-20 md:max-h-[calc(100dvh-6rem)] md:self-start md:overflow-y-auto"
    >
      <h2 id="contents" className="mb-2 label-caps">
        On this page
      </h2>
      <ol className="grid gap-2.5">{children}</ol>
    </nav>
  )
}
