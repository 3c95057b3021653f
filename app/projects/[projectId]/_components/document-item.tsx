import type { DocumentLine } from "../../../../lib/queries/project-overview.ts"
import { PeopleIn } from "../../../_live/people-here.tsx"
import { dateWords } from "../../../_ui/date-words.ts"
import { ProportionBar } from "../../../_ui/proportion-bar.tsx"
import { TextLink } from "../../../_ui/text-link.tsx"
import { DescribeDocument } from "./describe-document.tsx"
import { DocumentReview } from "./document-review.tsx"

interface ItemProps {
  readonly projectId: string
  readonly document: DocumentLine
  readonly mayEdit: boolean
  /** Whether one may choose what its reviewers see of each other. */
  readonly mayBlind: boolean
}

/** One document: how far the work on it is, and where its text comes from. */
export function DocumentItem({ projectId, document, mayEdit, mayBlind }: ItemProps) {
  const { documented, disputed, speculative, contested, claims } = document
  const { title, author, foundAt, foundOn, licence, language } = document
  const vetted = documented + disputed + speculative
  const counts = [
    `${vetted.toLocaleString("en")} of ${counted(claims, "claim")} vetted`,
    documented > 0 && `${documented} documented`,
    disputed > 0 && `${disputed} disputed`,
    speculative > 0 && `${speculative} speculative`,
    contested > 0 && `${contested} contested`,
    document.openFlags > 0 && counted(document.openFlags, "open flag"),
  ].filter(words => words !== false)
  return (
    <li className="grid gap-2 py-5">
      <div className="flex items-start justify-between gap-4">
        <TextLink
          href={`/projects/${projectId}/documents/${document.id}`}
          kind="quiet"
          className="min-w-0 font-text text-xl break-words"
        >
          {title}
        </TextLink>
        <span className="flex">
          {mayBlind && (
            <DocumentReview projectId={projectId} documentId={document.id} title={title} blind={document.blind} />
          )}
          {mayEdit && (
            <DescribeDocument
              projectId={projectId}
              documentId={document.id}
              words={{ title, author, foundAt, foundOn, licence, language }}
              version={document.version}
            />
          )}
        </span>
      </div>
      <p className="figures text-sm text-soft">
        {[author, counted(document.words, "word")].filter(Boolean).join(" · ")}
      </p>
      <ProportionBar
        label={`${vetted} of ${claims} claims vetted`}
        total={claims}
        parts={[
          { count: documented, tone: "documented" },
          { count: disputed, tone: "disputed" },
          { count: speculative, tone: "speculative" },
          { count: contested, tone: "contested" },
        ]}
      />
      <p className="figures text-sm text-soft">{counts.join(" · ")}</p>
      {document.bound && (
        <p className="text-sm text-soft">Reviewed blind: only claims that you labelled are counted as vetted.</p>
      )}
      <PeopleIn projectId={projectId} documentId={document.id} />
      <p className="flex gap-4 text-sm">
        <TextLink href={`/projects/${projectId}/documents/${document.id}/history`} kind="quiet">
          History
        </TextLink>
        <TextLink href={`/projects/${projectId}/documents/${document.id}/versions`} kind="quiet">
          Versions
        </TextLink>
      </p>
      <details className="text-sm text-soft">
        <summary className="w-fit">Where the text comes from</summary>
        <dl className="mt-2 grid gap-x-6 gap-y-1 sm:grid-cols-[9rem_minmax(0,1fr)]">
          {origin(document).map(({ label, value }) => (
            <div key={label} className="contents">
              <dt className="max-sm:mt-1 max-sm:text-xs">{label}</dt>
              <dd className="text-ink wrap-anywhere">{value}</dd>
            </div>
          ))}
        </dl>
      </details>
    </li>
  )
}

const counted = (count: number, noun: string) => `${count.toLocaleString("en")} ${noun}${count === 1 ? "" : "s"}`

/** Where a text comes from and its hash; what nobody said is left out. */
const origin = (document: DocumentLine) =>
  [
    { label: "Where it was found", value: document.foundAt },
    { label: "When it was found", value: document.foundOn },
    { label: "Licence", value: document.licence },
    { label: "Language", value: document.language },
    { label: "Added", value: dateWords(document.addedAt) },
    { label: "SHA-256 of the text", value: document.sha256 },
  ].filter(({ value }) => value !== "")
