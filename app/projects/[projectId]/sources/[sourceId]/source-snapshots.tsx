import type { SourcePage } from "../../../../../lib/queries/source.ts"
import { sizeWords } from "../../../../_ui/size-words.ts"
import { AddSnapshot } from "./add-snapshot.tsx"

interface Props {
  readonly projectId: string
  readonly sourceId: string
  readonly snapshots: SourcePage["snapshots"]
  readonly mayAdd: boolean
}

/** What the source said on certain days, kept byte for byte. */
export function SourceSnapshots({ projectId, sourceId, snapshots, mayAdd }: Props) {
  return (
    <section aria-labelledby="snapshots" className="grid gap-4">
      <div className="flex flex-wrap items-baseline justify-between gap-3">
        <h2 id="snapshots" className="text-xl">
          Snapshots
        </h2>
        {mayAdd && <AddSnapshot projectId={projectId} sourceId={sourceId} />}
      </div>
      {snapshots.length === 0 ? (
        <p className="max-w-[42rem] text-soft">
          A page changes or goes. Keep what it said as text, as a saved page or as a PDF, and cite that.
        </p>
      ) : (
        <ul className="divide-y divide-rule border-y border-rule">
          {snapshots.map(({ id, takenOn, fileName, bytes, sha256, by, citations }) => (
            <li key={id} className="grid gap-1 py-3">
              <p className="wrap-anywhere">
                <a href={`/api/v1/projects/${projectId}/sources/${sourceId}/snapshots/${id}`} download>
                  {fileName}
                </a>{" "}
                <span className="figures text-soft">
                  · taken on {takenOn} · {sizeWords(bytes)}
                </span>
              </p>
              <p className="text-sm wrap-anywhere text-soft">
                SHA-256 <code className="text-xs">{sha256}</code>
              </p>
              <p className="text-sm text-soft">
                added by {by}
                {citations > 0 && ` · ${citations === 1 ? "one citation names it" : `${citations} citations name it`}`}
              </p>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
