"use client"
import Link from "next/link"
import { usePathname } from "next/navigation"
import { LinkPending } from "./link-pending.tsx"

const sections = [
  { path: "", label: "Documents" },
  { path: "/overview", label: "Overview" },
  { path: "/queue", label: "Queue" },
  { path: "/work", label: "Work" },
  { path: "/norming", label: "Norming" },
  { path: "/agreement", label: "Agreement" },
  { path: "/flags", label: "Flags" },
  { path: "/contested", label: "Contested" },
  { path: "/reopened", label: "Reopened" },
  { path: "/sources", label: "Sources" },
  { path: "/matrix", label: "Matrix" },
  { path: "/export", label: "Export" },
  { path: "/members", label: "Members" },
  { path: "/policy", label: "Policy" },
  { path: "/activity", label: "Activity" },
] as const

/** The pages of a project as a row of words; it scrolls sideways where it does not fit. */
export function ProjectNav({ projectId }: { projectId: string }) {
  const here = usePathname()
  const home = `/projects/${projectId}`
  return (
    <nav
      aria-label="Project"
      className="relative overflow-x-auto border-b border-rule px-4.5 [scrollbar-width:none] sm:px-6 print:hidden"
    >
      <ul className="mx-auto flex w-max min-w-full gap-5">
        {sections.map(({ path, label }) => {
          const href = `${home}${path}`
          const current = path === "" ? here === home : here === href || here.startsWith(`${href}/`)
          return (
            <li key={label}>
              <Link
                href={href}
                {...(current && { "aria-current": here === href ? "page" : "true", ref: intoSight })}
                className="tab"
              >
                {label}
                <LinkPending />
              </Link>
            </li>
          )
        })}
      </ul>
    </nav>
  )
}

/** Scrolls the row so that the tab stands in its middle. */
function intoSight(tab: HTMLAnchorElement | null): void {
  const row = tab?.closest("nav")
  if (tab && row) row.scrollLeft = tab.offsetLeft - (row.clientWidth - tab.offsetWidth) / 2
}
