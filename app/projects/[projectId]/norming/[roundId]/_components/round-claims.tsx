import type { Label } from "../../../../../../lib/domain/label.ts"
import { passagePath } from "../../../../../../lib/domain/passage-path.ts"
import type { NormedPerson, Revealed, RoundPage } from "../../../../../../lib/queries/round.ts"
import { TextLink } from "../../../../../_ui/text-link.tsx"
import { LabelMark } from "../../../export/label-mark.tsx"

interface Props {
  readonly projectId: string
  readonly claims: RoundPage["claims"]
  readonly revealed: Revealed | null
}

/** The claims of a round in its order, each with one's own label or, once revealed, with everybody's. */
export function RoundClaims({ projectId, claims, revealed }: Props) {
  return (
    <ol className="divide-y divide-rule border-y border-rule">
      {claims.map(({ unitId, documentId, document, quote, retired, behind, mine }, at) => (
        <li key={unitId} className="grid gap-1.5 py-4">
          <p className="font-text text-lg break-words">
            {retired ? (
              quote
            ) : (
              <TextLink
                href={`/projects/${projectId}${passagePath({ documentId, unitId, start: null, behind })}`}
                kind="quiet"
              >
                {quote}
              </TextLink>
            )}
          </p>
          <p className="text-sm text-soft">
            {at + 1} · {document}
            {retired ? " · split or merged since" : behind !== null && " · lost in a new version"}
            {!revealed && (
              <>
                {" · "}
                {mine ? (
                  <>
                    yours: <LabelMark label={mine} />
                  </>
                ) : (
                  "you have not labelled it"
                )}
              </>
            )}
          </p>
          {revealed && <Labels people={revealed.people} at={at} />}
        </li>
      ))}
    </ol>
  )
}

function Labels({ people, at }: { people: readonly NormedPerson[]; at: number }) {
  const here = people
    .map(({ id, name, before, after }) => ({ id, name, before: before[at] ?? null, after: after[at] ?? null }))
    .filter(({ before, after }) => before || after)
  if (here.length === 0) return <p className="text-sm text-soft">Nobody labelled it.</p>
  return (
    <ul aria-label="Labels" className="grid gap-1 sm:grid-cols-2">
      {here.map(({ id, name, before, after }) => (
        <li key={id}>
          {name}: <Move before={before} after={after} />
        </li>
      ))}
    </ul>
  )
}

function Move({ before, after }: { before: Label | null; after: Label | null }) {
  if (before === after) return <LabelMark label={before!} />
  return (
    <>
      {before ? <LabelMark label={before} /> : <span className="text-soft">nothing</span>}
      <span className="text-soft">, then </span>
      {after ? <LabelMark label={after} /> : <span className="text-soft">nothing</span>}
    </>
  )
}
