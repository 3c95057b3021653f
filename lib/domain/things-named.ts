import type { Change } from "./change.ts"
import type { Step } from "./effect.ts"

/** The ids of things other than people and sources that a change names, for the words of its details. */
export interface ThingsNamed {
  readonly units: readonly string[]
  readonly comments: readonly string[]
  readonly snapshots: readonly string[]
}

export function thingsNamed(change: Change): ThingsNamed {
  const steps = "effect" in change ? change.effect : "comments" in change ? change : {}
  const { comments, threads } = steps
  const citations = "effect" in change ? change.effect.citations : []
  const linked = "link" in change ? [change.link.unitAId, change.link.unitBId] : []
  return {
    units: [...states(threads).flatMap(({ unitId }) => unitId ?? []), ...linked],
    comments: states(comments).map(({ id }) => id),
    snapshots: states(citations).flatMap(({ snapshotId }) => snapshotId ?? []),
  }
}

const states = <S>(steps: readonly Step<S>[] = []): readonly S[] =>
  steps.flatMap(({ before, after }) => [before, after]).filter(state => state !== null)
