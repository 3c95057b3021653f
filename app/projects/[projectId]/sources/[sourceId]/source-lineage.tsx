import { derivationWords } from "../../../../../lib/domain/lineage.ts"
import type { SourcePage } from "../../../../../lib/queries/source.ts"
import { TextLink } from "../../../../_ui/text-link.tsx"
import { DeriveSource } from "./derive-source.tsx"
import { LineageDrawing } from "./lineage-drawing.tsx"
import { WithdrawDerivation } from "./withdraw-derivation.tsx"

interface Props {
  readonly projectId: string
  readonly sourceId: string
  readonly lineage: SourcePage["lineage"]
  readonly mayEdit: boolean
}

/** What the source derives from and what derives from it: as a list, and drawn. */
export function SourceLineage({ projectId, sourceId, lineage, mayEdit }: Props) {
  const { links, sources } = lineage
  const lines = new Map(sources.map(({ id, line }) => [id, line]))
  const origins = links.filter(({ derivedId }) => derivedId === sourceId)
  const derived = links.filter(({ originId }) => originId === sourceId)
  const roots = sources.filter(({ id, root }) => root && id !== sourceId)
  const entry = ({ id, derivedId, originId, how, note }: (typeof links)[number]) => {
    const other = derivedId === sourceId ? originId : derivedId
    const line = lines.get(other) ?? ""
    return (
      <li key={id} className="grid gap-1 py-3">
        <p className="wrap-anywhere">
          <span className="text-soft">
            {derivedId === sourceId ? `It ${derivationWords[how]}` : `This one ${derivationWords[how]} it:`}
          </span>{" "}
          <TextLink kind="quiet" className="font-text" href={`/projects/${projectId}/sources/${other}`}>
            {line}
          </TextLink>
        </p>
        {note && <p className="text-sm wrap-anywhere whitespace-pre-wrap text-soft">{note}</p>}
        {mayEdit && <WithdrawDerivation projectId={projectId} sourceId={derivedId} derivationId={id} words={line} />}
      </li>
    )
  }
  return (
    <section aria-labelledby="lineage" className="grid gap-4">
      <div className="flex flex-wrap items-baseline justify-between gap-3">
        <h2 id="lineage" className="text-xl">
          Lineage
        </h2>
        {mayEdit && <DeriveSource projectId={projectId} sourceId={sourceId} />}
      </div>
      <p className="max-w-[42rem]">
        {roots.length === 0
          ? "It is not known to derive from another source: it counts as a witness of its own."
          : `It is no witness of its own: its word goes back to ${listed(roots.map(({ line }) => `“${line}”`))}.`}
      </p>
      {links.length > 0 && (
        <>
          {origins.length > 0 && (
            <div>
              <h3 className="label-caps">It derives from</h3>
              <ul className="divide-y divide-rule">{origins.map(entry)}</ul>
            </div>
          )}
          {derived.length > 0 && (
            <div>
              <h3 className="label-caps">Derived from it</h3>
              <ul className="divide-y divide-rule">{derived.map(entry)}</ul>
            </div>
          )}
          <LineageDrawing projectId={projectId} sourceId={sourceId} links={links} sources={sources} />
        </>
      )}
    </section>
  )
}

const listed = (words: readonly string[]) =>
  words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`
