import type { OverviewPage } from "../../../../../lib/queries/overview.ts"
import { counted } from "../../../../_ui/counted.ts"
import { TextLink } from "../../../../_ui/text-link.tsx"

interface Props {
  readonly projectId: string
  readonly claims: number
  readonly vetted: number
  readonly page: Pick<OverviewPage, "sums" | "openFlags" | "reopened">
}

/** The numbers of the project, each of which leads to what it counts. */
export function FigureRow({ projectId, claims, vetted, page: { sums, openFlags, reopened } }: Props) {
  const home = `/projects/${projectId}`
  const figures = [
    { name: "claims", count: claims, href: `${home}/claims` },
    { name: "labelled", count: sums.labelled, href: `${home}/claims?labelled=some` },
    { name: "with a verdict", count: sums.settled, href: `${home}/claims?verdict=any` },
    { name: "vetted", count: vetted, href: `${home}/claims?state=vetted` },
    { name: "contested", count: sums.counts.contested, href: `${home}/claims?state=contested` },
    { name: "reopened", count: reopened, href: `${home}/reopened` },
    { name: "open flags", count: openFlags, href: `${home}/flags` },
  ]
  return (
    <ul aria-label="The project in numbers" className="mb-12 flex flex-wrap gap-x-8 gap-y-4 border-y border-rule py-4">
      {figures.map(({ name, count, href }) => (
        <li key={name}>
          <TextLink kind="quiet" href={href} className="grid">
            <span className="figures font-text text-2xl">{counted(count)}</span>{" "}
            <span className="text-sm text-soft">{name}</span>
          </TextLink>
        </li>
      ))}
    </ul>
  )
}
