import type { ReactNode } from "react"
import { classNames } from "./class-names.ts"

interface Props {
  readonly title: ReactNode
  /** One or two sentences on what the page is for. */
  readonly lede?: ReactNode
  readonly actions?: ReactNode
  /** text: a form or a few paragraphs, 42rem; page: most pages, 60rem; wide: tables, 78rem. */
  readonly width?: "text" | "page" | "wide"
  /** The page has its main part already, and this column is in it. */
  readonly inMain?: boolean
  readonly children: ReactNode
}

const widths = { text: "max-w-[42rem]", page: "max-w-[60rem]", wide: "max-w-[78rem]" }

/** A page: a centred column under its title. Holds the page's only <main>, unless it is in it, and its <h1>. */
export function PageFrame({ title, lede, actions, width = "page", inMain = false, children }: Props) {
  const Frame = inMain ? "div" : "main"
  return (
    <Frame
      {...(!inMain && { id: "content", tabIndex: -1 })}
      className={classNames("mx-auto w-full flex-1 px-4.5 pt-8 pb-24 outline-none sm:px-6 sm:pt-12", widths[width])}
    >
      <div className="mb-8 flex flex-wrap items-end justify-between gap-x-8 gap-y-4">
        <div className="min-w-0">
          <h1 className="text-3xl">{title}</h1>
          {lede && <p className="mt-2 max-w-[38rem] text-lg text-soft">{lede}</p>}
        </div>
        {actions && <div className="flex flex-wrap gap-2">{actions}</div>}
      </div>
      {children}
    </Frame>
  )
}
