import { admiralty } from "../../../../../lib/domain/admiralty.ts"
import {
  cellWords,
  claimNumber,
  claimStateWords,
  type Matrix,
  type MatrixCell,
  type MatrixSource,
  witnessWords,
} from "../../../../../lib/domain/evidence-matrix.ts"
import { reliabilityWords } from "../../../../../lib/domain/grade.ts"
import type { Standing } from "../../../../../lib/domain/matrix-order.ts"
import { sourceKindWords } from "../../../../../lib/domain/source-words.ts"
import { TextLink } from "../../../../_ui/text-link.tsx"
import { claimAddress, sourceAddress } from "./place-address.ts"

interface Props {
  readonly projectId: string
  readonly matrix: Matrix
  readonly known: readonly Standing[]
  readonly cells: readonly ReadonlyMap<number, MatrixCell>[]
  /** Places in the matrix; null for a head. */
  readonly claimAt: number | null
  readonly sourceAt: number | null
}

/** The place at hand in full: the claim, the source, and what the one says about the other. */
export function CellDetail({ projectId, matrix, known, cells, claimAt, sourceAt }: Props) {
  const claim = claimAt === null ? undefined : matrix.claims[claimAt]
  const standing = claimAt === null ? undefined : known[claimAt]
  const source = sourceAt === null ? undefined : matrix.sources[sourceAt]
  const cell = claimAt === null || sourceAt === null ? undefined : cells[claimAt]?.get(sourceAt)
  return (
    <dl className="grid min-h-[8.5rem] content-start gap-1.5 py-3 sm:min-h-[7rem] [&>div]:grid [&>div]:gap-x-3 sm:[&>div]:grid-cols-[6rem_minmax(0,1fr)]">
      {claim && (
        <div>
          <dt className="text-soft">Claim {claimNumber(matrix, claim)}</dt>
          <dd className="min-w-0">
            <TextLink
              href={claimAddress(projectId, claim)}
              kind="quiet"
              prefetch={false}
              className="line-clamp-2 font-text"
            >
              {claim.quote}
            </TextLink>
            <span className="text-sm text-soft">
              {claimStateWords(claim)}
              {standing && ` · ${witnessWords(standing.witnesses)}`}
            </span>
          </dd>
        </div>
      )}
      {source && (
        <div>
          <dt className="text-soft">Source</dt>
          <dd className="min-w-0">
            <TextLink href={sourceAddress(projectId, source)} kind="quiet" prefetch={false} className="line-clamp-2">
              {source.line}
            </TextLink>
            <span className="text-sm text-soft">{sourceFacts(matrix, source)}</span>
          </dd>
        </div>
      )}
      {claim && source && (
        <div>
          <dt className="text-soft">Evidence</dt>
          <dd>
            {cellWords(cell)}
            {cell && admiralty(source.reliability, cell.credibility) && (
              <b className="figures ml-2 rounded-sm border border-rule px-1.5 text-sm">
                {admiralty(source.reliability, cell.credibility)}
              </b>
            )}
          </dd>
        </div>
      )}
    </dl>
  )
}

function sourceFacts({ sources, origins }: Matrix, { id, kind, reliability, rootIds }: MatrixSource): string {
  const lines = new Map(sources.map(source => [source.id, source.line]))
  const from = rootIds.filter(root => root !== id).map(root => lines.get(root) ?? origins[root] ?? "")
  const grade = reliability ? `${reliability}: ${reliabilityWords[reliability].toLowerCase()}` : "not graded"
  return [sourceKindWords[kind], grade, from.length > 0 && `its word comes from ${from.join("; ")}`]
    .filter(Boolean)
    .join(" · ")
}
