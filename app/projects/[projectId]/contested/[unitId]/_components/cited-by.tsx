import { admiralty } from "../../../../../../lib/domain/admiralty.ts"
import { type Stance, stances } from "../../../../../../lib/domain/citation.ts"
import { locatorLine } from "../../../../../../lib/domain/citation-line.ts"
import { stanceSigns, stanceWords } from "../../../../../../lib/domain/stance-words.ts"
import type { ContestedClaimPage } from "../../../../../../lib/queries/contested-claim.ts"
import { TextLink } from "../../../../../_ui/text-link.tsx"

interface Props {
  readonly projectId: string
  readonly citations: ContestedClaimPage["card"]["citations"]
  /** The ids of all the claim's citations, by whose order rationales number them. */
  readonly order: readonly string[]
  readonly unitId: string
  readonly none: string
  /** Says who cited each. */
  readonly named?: boolean
}

/** Citations by what they do to the claim, each with its source, its grade, its place and the source's words. */
export function CitedBy({ projectId, citations, order, unitId, none, named = false }: Props) {
  if (citations.length === 0) return <p className="text-soft">{none}</p>
  return (
    <div className="grid gap-3">
      {stances.map(stance => {
        const own = citations.filter(one => one.stance === stance)
        return (
          own.length > 0 && (
            <div key={stance}>
              <p className={`text-sm font-semibold ${tones[stance]}`}>
                <span aria-hidden="true">{stanceSigns[stance]}</span> {stanceWords[stance]}
              </p>
              <ul className="grid gap-2">
                {own.map(({ id, unitId: on, sourceId, source, locatorLabel, locator, quotation, note, ...one }) => (
                  <li key={id} className="min-w-0 text-sm">
                    <p className="break-words">
                      {order.includes(id) && `[${order.indexOf(id) + 1}] `}
                      <TextLink kind="quiet" href={`/projects/${projectId}/sources/${sourceId}`}>
                        {source}
                      </TextLink>
                    </p>
                    <p className="text-soft">
                      {[
                        locatorLine(locatorLabel, locator),
                        admiralty(one.reliability, one.credibility) || "not graded",
                        one.rank,
                        named && one.author,
                        on !== unitId && "from before the passage was split or merged, so it does not count here",
                      ]
                        .filter(Boolean)
                        .join(" · ")}
                    </p>
                    {quotation && <p className="font-text break-words">“{quotation}”</p>}
                    {note && <p className="break-words">{note}</p>}
                  </li>
                ))}
              </ul>
            </div>
          )
        )
      })}
    </div>
  )
}

const tones: Readonly<Record<Stance, string>> = {
  supports: "text-documented",
  disputes: "text-disputed",
  mentions: "text-soft",
  repeats: "text-soft",
}
