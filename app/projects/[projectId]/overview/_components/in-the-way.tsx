import { lackWords } from "../../../../../lib/domain/claim-lacks.ts"
import { flagReasonWords } from "../../../../../lib/domain/flag-words.ts"
import type { OverviewPage } from "../../../../../lib/queries/overview.ts"
import { counted } from "../../../../_ui/counted.ts"
import { TextLink } from "../../../../_ui/text-link.tsx"
import { listAddress } from "../../_components/list-address.ts"
import { CountedBars } from "./counted-bars.tsx"
import { Part } from "./part.tsx"

interface Props {
  readonly projectId: string
  readonly bound: boolean
  readonly inTheWay: OverviewPage["inTheWay"]
}

/** What keeps the most claims from being vetted: the policy's conditions and the flags that block. */
export function InTheWay({ projectId, bound, inTheWay: { lacks, flags } }: Props) {
  const path = `/projects/${projectId}/claims`
  return (
    <Part
      title="What is in the way"
      lede="Of the claims that are not vetted. A claim that lacks two things is counted at both."
    >
      {lacks.length === 0 ? (
        <p>Nothing: every claim is vetted.</p>
      ) : (
        <CountedBars
          caption="What claims lack"
          lines={lacks.map(({ kind, claims, alone }) => ({
            key: kind,
            name: kind === "label" && bound ? "Not labelled, as far as you may see" : lackWords[kind],
            count: claims,
            href: listAddress(path, { lacks: kind }),
            more: alone > 0 && alone < claims && (
              <TextLink kind="quiet" href={listAddress(path, { lacks: kind, alone: "1" })}>
                nothing else at {counted(alone)}
              </TextLink>
            ),
          }))}
        />
      )}
      {flags.length > 0 && (
        <>
          <h3 className="mt-6 mb-1 text-lg">Claims under a blocking flag, by its reason</h3>
          <CountedBars
            caption="Claims under a blocking flag, by its reason"
            lines={flags.map(({ reason, claims }) => ({
              key: reason,
              name: flagReasonWords[reason],
              count: claims,
              href: listAddress(path, { flag: reason }),
              more: (
                <TextLink kind="quiet" href={listAddress(`/projects/${projectId}/flags`, { reason })}>
                  the flags
                </TextLink>
              ),
            }))}
          />
        </>
      )}
    </Part>
  )
}
