import type { ReactNode, RefObject } from "react"
import type { ArchivePreview } from "../../lib/domain/archive-preview.ts"
import { countOf } from "../_ui/counted.ts"
import { Time } from "../_ui/time.tsx"

interface Props {
  readonly archive: ArchivePreview
  readonly place: RefObject<HTMLElement | null>
  readonly children: ReactNode
}

/** What an archive would bring: the project, how much of it, and who stands in it. */
export function ArchiveContents({ archive, place, children }: Props) {
  const { name, exportedAt, people, counts } = archive
  return (
    <section
      ref={place}
      tabIndex={-1}
      aria-labelledby="archive-contents"
      className="grid gap-3 border-l-3 border-accent py-1 pl-4 outline-none"
    >
      <h3 id="archive-contents" className="font-text text-xl">
        {name}
      </h3>
      <p className="figures">
        {countOf(counts.documents, "document")}, {countOf(counts.units, "passage")},{" "}
        {countOf(counts.annotations, "label")}, {countOf(counts.citations, "citation")},{" "}
        {countOf(counts.sources, "source")}, {countOf(counts.changes, "change")} in the history. Made on{" "}
        <Time at={exportedAt} />.
      </p>
      <details>
        <summary className="cursor-pointer">{countOf(people.length, "person", "people")} in it</summary>
        <ul className="mt-2 grid gap-1">
          {people.map(({ id, name, role }) => (
            <li key={id}>
              {name} <span className="text-soft">{role ?? "no member any more"}</span>
            </li>
          ))}
        </ul>
      </details>
      <p className="text-soft">
        They stay who they were, and nobody can sign in as them. You will own the project here. The archive is whole and
        its history unbroken; that does not prove who made it, so bring in what you have from somebody you trust.
      </p>
      <p>{children}</p>
    </section>
  )
}
