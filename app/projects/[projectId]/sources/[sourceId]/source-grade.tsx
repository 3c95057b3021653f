import { gradeCautions, reliabilityWords } from "../../../../../lib/domain/grade.ts"
import type { SourcePage } from "../../../../../lib/queries/source.ts"
import { Time } from "../../../../_ui/time.tsx"
import { GradeChanges } from "./grade-changes.tsx"
import { GradeSource } from "./grade-source.tsx"

interface Props {
  readonly projectId: string
  readonly sourceId: string
  readonly gradings: SourcePage["gradings"]
  readonly preview: SourcePage["preview"]
  readonly mayGrade: boolean
}

/** How far the source can be relied on, on the Admiralty scale, with every grade that it had and the reason of each. */
export function SourceGrade({ projectId, sourceId, gradings, preview, mayGrade }: Props) {
  const [now] = gradings
  return (
    <section aria-labelledby="grade" className="grid gap-4">
      <div className="flex flex-wrap items-baseline justify-between gap-3">
        <h2 id="grade" className="text-xl">
          Reliability
        </h2>
        {mayGrade && <GradeSource projectId={projectId} sourceId={sourceId} now={now ?? null} />}
      </div>
      {now ? (
        <p className="flex items-baseline gap-3">
          <b className="font-text text-3xl leading-none">{now.reliability}</b>
          <span className="font-text text-lg">{reliabilityWords[now.reliability]}</span>
        </p>
      ) : (
        <p className="text-soft">
          Nobody has graded this source yet{mayGrade ? "." : "; an editor can."} Until then no condition that asks for a
          grade is met by it.
        </p>
      )}
      <ul className="grid max-w-[42rem] gap-1 text-sm text-soft">
        {gradeCautions.map(caution => (
          <li key={caution}>{caution}</li>
        ))}
      </ul>
      <GradeChanges projectId={projectId} preview={preview} />
      {gradings.length > 0 && (
        <ol className="divide-y divide-rule border-y border-rule">
          {gradings.map(({ id, reliability, reason, editor, at }) => (
            <li key={id} className="grid gap-1 py-3">
              <p className="font-text wrap-anywhere whitespace-pre-wrap">
                <b>{reliability}</b> · {reason}
              </p>
              <p className="text-sm text-soft">
                {editor}, <Time at={at} precision="minute" />
              </p>
            </li>
          ))}
        </ol>
      )}
    </section>
  )
}
