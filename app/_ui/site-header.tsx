import Link from "next/link"
import type { ReactNode } from "react"
import { AccountMenu } from "./account-menu.tsx"
import { InboxLink } from "./inbox-link.tsx"

/** One step on the way to this page; the last one is the page itself and needs no address. */
export interface Crumb {
  readonly label: string
  readonly href?: string
}

interface Props {
  readonly crumbs?: readonly Crumb[]
  /** What stands at the right, before the account: progress, who else is here. */
  readonly right?: ReactNode
  /** Who is signed in; null on pages for people who are not. */
  readonly person: { readonly id: string; readonly name: string; readonly email: string } | null
  /** Whether everything but the account waits for a second step. */
  readonly waits?: boolean
}

/** The line at the top of every page. On a phone only the last crumb stays beside the name of the house. */
export function SiteHeader({ crumbs = [], right, person, waits = false }: Props) {
  return (
    <header className="sticky top-0 z-30 flex h-14 shrink-0 items-center gap-3 border-b border-rule bg-paper px-4 sm:gap-5 sm:px-6 print:static print:bg-transparent">
      <Link
        href="/"
        className="font-text text-[1.0625rem] leading-none font-semibold tracking-[0.01em] text-ink no-underline hover:no-underline"
      >
        Apparatus
      </Link>
      {crumbs.length > 0 && (
        <nav aria-label="Where you are" className="min-w-0">
          <ol className="flex min-w-0 gap-2 text-soft">
            {crumbs.map((crumb, index) => (
              <li
                key={crumb.label}
                className="min-w-0 truncate not-last:shrink-[3] not-last:after:ml-2 not-last:after:text-line not-last:after:content-['/'] max-sm:not-last:hidden"
              >
                <CrumbText crumb={crumb} last={index === crumbs.length - 1} />
              </li>
            ))}
          </ol>
        </nav>
      )}
      <div className="ml-auto flex shrink-0 items-center gap-3 sm:gap-4 print:hidden">
        {right}
        {person && !waits && <InboxLink />}
        {person && <AccountMenu id={person.id} name={person.name} email={person.email} />}
      </div>
    </header>
  )
}

function CrumbText({ crumb, last }: { crumb: Crumb; last: boolean }) {
  if (last)
    return (
      <b aria-current="page" className="text-ink">
        {crumb.label}
      </b>
    )
  return crumb.href ? (
    <Link href={crumb.href} className="link-quiet">
      {crumb.label}
    </Link>
  ) : (
    crumb.label
  )
}
