import type { UnitKind } from "../../../../lib/domain/unit.ts"
import type { ExportPreview } from "../../../../lib/queries/export-preview.ts"
import { TextLink } from "../../../_ui/text-link.tsx"

interface Props {
  readonly projectId: string
  readonly groups: ExportPreview["leftOut"]
  /** Claims that could go out and do not fit the choice. */
  readonly unfit: number
  readonly notClaims: ExportPreview["notClaims"]
  /** Documents that could not be read. */
  readonly missing: ExportPreview["missing"]
}

/** What an export leaves out: claims by the reason, each a link to where the work on it goes on, and other passages. */
export function LeftOut({ projectId, groups, unfit, notClaims, missing }: Props) {
  return (
    <section aria-labelledby="left-out">
      <h2 id="left-out" className="mb-3 text-xl">
        Not in the export, and why
      </h2>
      {unfit > 0 && (
        <p className="border-t border-rule py-3">
          <b className="figures">{unfit === 1 ? "1 claim" : `${unfit} claims`}</b>{" "}
          <span className="text-soft">Not what is chosen above.</span>
        </p>
      )}
      {missing.length > 0 && (
        <p className="border-t border-rule py-3">
          <b className="figures">{missing.length === 1 ? "1 document" : `${missing.length} documents`}</b>{" "}
          <span className="text-soft">
            Could not be read just now, so nothing of it goes out: {missing.map(({ title }) => `“${title}”`).join(", ")}
            . Tell whoever runs the server.
          </span>
        </p>
      )}
      {groups.length === 0 ? (
        <p className="border-t border-rule py-4">No claim is kept back.</p>
      ) : (
        <ul className="divide-y divide-rule border-t border-rule">
          {groups.map(group => (
            <li key={group.why}>
              <details className="group py-3">
                <summary className="cursor-pointer">
                  <b className="figures">{group.count === 1 ? "1 claim" : `${group.count} claims`}</b>{" "}
                  <span className="text-soft">{group.why}</span>
                </summary>
                <ul className="mt-2 grid gap-1.5 pl-4.5">
                  {group.claims.map(({ unitId, documentId, start, end, quote }) => (
                    <li key={unitId}>
                      <TextLink
                        href={`/projects/${projectId}/documents/${documentId}?unit=${unitId}`}
                        kind="quiet"
                        prefetch={false}
                        className="line-clamp-2 font-text"
                      >
                        {quote.trim() || `from ${start} to ${end}`}
                      </TextLink>
                    </li>
                  ))}
                </ul>
                {group.count > group.claims.length && (
                  <p className="mt-2 pl-4.5 text-sm text-soft">
                    {group.count - group.claims.length} more are not listed here.
                  </p>
                )}
              </details>
            </li>
          ))}
        </ul>
      )}
      <p className="border-t border-rule pt-3 text-soft">{otherPassages(notClaims)}</p>
    </section>
  )
}

const kindWords: Record<Exclude<UnitKind, "claim">, readonly [string, string]> = {
  opinion: ["opinion", "opinions"],
  question: ["question", "questions"],
  instruction: ["instruction", "instructions"],
  meta: ["remark about the text", "remarks about the text"],
  boilerplate: ["piece of boilerplate", "pieces of boilerplate"],
  fragment: ["fragment", "fragments"],
}

function otherPassages(counts: ExportPreview["notClaims"]): string {
  const kinds = Object.entries(kindWords)
    .map(([kind, words]) => ({
      words,
      count: counts[kind as UnitKind] ?? 0,
    }))
    .filter(({ count }) => count > 0)
  const total = kinds.reduce((sum, { count }) => sum + count, 0)
  if (total === 0) return "Every passage is a claim."
  const list = kinds.map(({ words, count }) => `${count} ${count === 1 ? words[0] : words[1]}`).join(", ")
  return `${total} ${total === 1 ? "passage is no claim" : "passages are no claims"}: ${list}.`
}
