import { TextLink } from "../../../../_ui/text-link.tsx"

interface Props {
  readonly projectId: string
  readonly here: "figures" | "claims" | "second-opinion"
}

const pages = [
  { page: "figures", path: "", label: "Figures" },
  { page: "claims", path: "/claims", label: "Claims behind them" },
  { page: "second-opinion", path: "/second-opinion", label: "Second opinion" },
] as const

/** The pages about agreement. */
export function AgreementTabs({ projectId, here }: Props) {
  return (
    <nav aria-label="Agreement" className="mb-6 print:hidden">
      <ul className="flex flex-wrap gap-x-5 gap-y-1">
        {pages.map(({ page, path, label }) => (
          <li key={page}>
            {page === here ? (
              <span aria-current="page" className="font-semibold">
                {label}
              </span>
            ) : (
              <TextLink href={`/projects/${projectId}/agreement${path}`}>{label}</TextLink>
            )}
          </li>
        ))}
      </ul>
    </nav>
  )
}
