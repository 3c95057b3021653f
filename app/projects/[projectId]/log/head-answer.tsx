import type { ProjectLog } from "../../../../lib/queries/project-log.ts"
import { Time } from "../../../_ui/time.tsx"

interface Props {
  readonly asked: NonNullable<ProjectLog["asked"]>
}

/** Whether a head is one of this project's history, of when, and whether what it covers still stands. */
export function HeadAnswer({ asked: { head, state } }: Props) {
  return (
    <div role="status" className="mt-3 border-l-3 border-accent bg-wash px-4 py-3">
      <p className="wrap-anywhere">
        <code>{head}</code>
      </p>
      {state === null ? (
        <p className="mt-2">
          <b>This project’s log never had this head.</b> It is of another project, was copied wrongly, or what it covers
          was rewritten.
        </p>
      ) : state.sound ? (
        <p className="mt-2">
          <b>This is a head of this project’s history.</b> It is change {state.covers} of {state.changes}, of{" "}
          <Time at={state.at} precision="minute" />, and nothing before it was rewritten.
        </p>
      ) : (
        <p className="mt-2">
          <b>This was a head of this project’s history, but what it covers no longer stands.</b> It is change{" "}
          {state.covers} of {state.changes}, of <Time at={state.at} precision="minute" />. Whoever runs the server can
          find out where with npm run verify-log.
        </p>
      )}
    </div>
  )
}
