import { passagePath } from "../../../../../lib/domain/passage-path.ts"
import type { OverviewPage } from "../../../../../lib/queries/overview.ts"
import { counted } from "../../../../_ui/counted.ts"
import { TextLink } from "../../../../_ui/text-link.tsx"
import { Time } from "../../../../_ui/time.tsx"
import { Part } from "./part.tsx"

/** The last changes, with the way to all of them. */
export function Lately({ projectId, lately }: { projectId: string; lately: OverviewPage["lately"] }) {
  return (
    <Part title="Lately">
      <ul className="border-t border-rule">
        {lately.changes.map(({ key, actor, at, sentence, documentId, document, ...place }) => (
          <li key={key} className="border-b border-rule py-2.5">
            <p className="break-words">
              <b>{actor}</b> {sentence}
            </p>
            <p className="text-sm break-words text-soft">
              <Time at={at} precision="minute" />
              {documentId && document && (
                <>
                  {" · "}
                  <TextLink kind="quiet" href={`/projects/${projectId}${passagePath({ ...place, documentId })}`}>
                    {document}
                  </TextLink>
                </>
              )}
            </p>
          </li>
        ))}
      </ul>
      <p className="mt-3">
        <TextLink href={`/projects/${projectId}/activity`}>All {counted(lately.total)} changes</TextLink>
      </p>
    </Part>
  )
}
