import type { UnitKind } from "../../../../lib/domain/unit.ts"
import { leftOutGroups, type VettedDocument } from "../../../../lib/domain/vetted-claims.ts"
import { TextLink } from "../../../_ui/text-link.tsx"

const shown = 50

/** What an export leaves out: claims by the reason, each a link to where the work on it goes on, and other passages. */
export function LeftOut({ projectId, documents }: { projectId: string; documents: readonly VettedDocument[] }) {
  const claims = documents.flatMap(({ documentId, leftOut }) =>
    leftOut.map(claim => ({ ...claim, href: `/projects/${projectId}/documents/${documentId}?unit=${claim.unitId}` })),
  )
  return (
    <section aria-labelledby="left-out">
      <h2 id="left-out" className="mb-3 text-xl">
        Not in the export, and why
      </h2>
      {claims.length === 0 ? (
        <p className="border-t border-rule py-4">Every claim is vetted.</p>
      ) : (
        <ul className="divide-y divide-rule border-t border-rule">
          {leftOutGroups(claims).map(group => (
            <li key={group.why}>
              <details className="group py-3">
                <summary className="cursor-pointer">
                  <b className="figures">{group.claims.length === 1 ? "1 claim" : `${group.claims.length} claims`}</b>{" "}
                  <span className="text-soft">{group.why}</span>
                </summary>
                <ul className="mt-2 grid gap-1.5 pl-4.5">
                  {group.claims.slice(0, shown).map(({ unitId, quote, href }) => (
                    <li key={unitId}>
                      <TextLink href={href} kind="quiet" prefetch={false} className="line-clamp-2 font-text">
                        {quote.trim()}
                      </TextLink>
                    </li>
                  ))}
                </ul>
                {group.claims.length > shown && (
                  <p className="mt-2 pl-4.5 text-sm text-soft">
                    {group.claims.length - shown} more are not listed here.
                  </p>
                )}
              </details>
            </li>
          ))}
        </ul>
      )}
      <p className="border-t border-rule pt-3 text-soft">{otherPassages(documents)}</p>
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

function otherPassages(documents: readonly VettedDocument[]): string {
  const kinds = Object.entries(kindWords)
    .map(([kind, words]) => ({
      words,
      count: documents.reduce((sum, { notClaims }) => sum + (notClaims[kind as UnitKind] ?? 0), 0),
    }))
    .filter(({ count }) => count > 0)
  const total = kinds.reduce((sum, { count }) => sum + count, 0)
  if (total === 0) return "Every passage is a claim."
  const list = kinds.map(({ words, count }) => `${count} ${count === 1 ? words[0] : words[1]}`).join(", ")
  return `${total} ${total === 1 ? "passage is no claim" : "passages are no claims"}: ${list}.`
}
