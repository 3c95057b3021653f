import type { ChangeKind } from "../../../../../lib/domain/change.ts"
import type { Happening } from "../../../../../lib/queries/activity.ts"
import { TextLink } from "../../../../_ui/text-link.tsx"
import { Time } from "../../../../_ui/time.tsx"

/** One thing that happened, with the way to where it happened. */
export function HappeningItem({ projectId, happening }: { projectId: string; happening: Happening }) {
  const { actor, sentence, at, quote } = happening
  const place = placeOf(happening)
  return (
    <li className="grid gap-1 border-b border-rule py-3.5">
      <p className="break-words">
        <b>{actor}</b> {sentence}
      </p>
      {quote && place && (
        <p className="truncate font-text">
          <TextLink kind="quiet" href={`/projects/${projectId}${place.path}`}>
            “{quote}”
          </TextLink>
        </p>
      )}
      <p className="text-sm break-words text-soft">
        <Time at={at} precision="time" />
        {place && (
          <>
            {" · "}
            <TextLink kind="quiet" href={`/projects/${projectId}${place.path}`}>
              {place.label}
            </TextLink>
          </>
        )}
      </p>
    </li>
  )
}

function placeOf({ kind, documentId, document, unitId, start }: Happening): { path: string; label: string } | null {
  if (documentId && document) {
    const search = unitId ? `?unit=${unitId}` : start === null ? "" : `?at=${start}`
    return { path: `/documents/${documentId}${search}`, label: document }
  }
  return pages[kind] ?? null
}

const members = { path: "/members", label: "Members" }
const sources = { path: "/sources", label: "Sources" }
const pages: Partial<Record<ChangeKind, { path: string; label: string }>> = {
  "policy-changed": { path: "/policy", label: "Policy" },
  "member-invited": members,
  "invitation-withdrawn": members,
  "member-joined": members,
  "role-changed": members,
  "member-removed": members,
  "source-added": sources,
  "source-changed": sources,
  "source-deleted": sources,
  "source-graded": sources,
  "sources-imported": sources,
  "snapshot-added": sources,
  "sources-merged": sources,
  "merge-withdrawn": sources,
  "source-derived": sources,
  "derivation-withdrawn": sources,
}
