import Link from "next/link"
import type { ReactNode } from "react"
import { SiteHeader } from "./site-header.tsx"

interface Props {
  readonly title: string
  readonly children: ReactNode
  readonly action?: ReactNode
  /** The number under which the log has what happened. */
  readonly digest?: string | undefined
  /** Who is signed in, when that is known. */
  readonly person?: { readonly id: string; readonly name: string; readonly email: string } | null
}

/** A page that says what went wrong and where to go from here. */
export function Trouble({ title, children, action, digest, person = null }: Props) {
  return (
    <>
      <SiteHeader person={person} />
      <main
        id="content"
        tabIndex={-1}
        className="mx-auto w-full max-w-[36rem] flex-1 px-4.5 pt-[14vh] pb-24 outline-none"
      >
        <h1 className="text-3xl">{title}</h1>
        <div className="mt-3 grid gap-3 text-lg text-soft">{children}</div>
        {digest && (
          <p className="figures mt-3 text-soft">
            If you report it, give this number: <b className="text-ink">{digest}</b>
          </p>
        )}
        <div className="mt-7 flex flex-wrap items-center gap-5">
          {action}
          <Link href="/">Go to your projects</Link>
        </div>
      </main>
    </>
  )
}
