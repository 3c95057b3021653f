import type { OverviewPage } from "../../../../../lib/queries/overview.ts"
import { countOf } from "../../../../_ui/counted.ts"
import { TextLink } from "../../../../_ui/text-link.tsx"
import { listAddress } from "../../_components/list-address.ts"
import { Part } from "./part.tsx"

/** Where the most claims are contested, stretch by stretch. */
export function HotSpots({ projectId, spots }: { projectId: string; spots: OverviewPage["hotSpots"] }) {
  return (
    <Part title="Contested" lede="The stretches of twenty claims on which reviewers or sources disagree most.">
      {spots.length === 0 ? (
        <p>No claim is contested.</p>
      ) : (
        <ol className="border-t border-rule">
          {spots.map(({ documentId, title, first, last, contested, start }) => (
            <li
              key={`${documentId} ${first}`}
              className="flex flex-wrap items-baseline justify-between gap-x-4 border-b border-rule py-2"
            >
              <TextLink
                kind="quiet"
                href={`/projects/${projectId}/documents/${documentId}?at=${start}`}
                className="min-w-0 break-words"
              >
                {title}, claims {first}–{last}
              </TextLink>
              <TextLink
                href={listAddress(`/projects/${projectId}/claims`, {
                  state: "contested",
                  document: documentId,
                  from: first,
                  to: last,
                })}
                className="figures"
              >
                {countOf(contested, "contested", "contested")}
              </TextLink>
            </li>
          ))}
        </ol>
      )}
    </Part>
  )
}
