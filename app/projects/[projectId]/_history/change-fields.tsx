import type { ChangeDetails, DetailField, DetailGroup, DetailPassages } from "../../../../lib/domain/detail.ts"
import { ChangedText } from "../../../_ui/changed-text.tsx"

/** What a change changed, fact by fact, with what was taken out and put in marked. */
export function ChangeFields({ details: { groups, more, passages } }: { details: ChangeDetails }) {
  if (groups.length === 0 && !passages) return <p className="text-soft">Nothing that is shown here is different.</p>
  return (
    <>
      {passages && <ChangedPassages {...passages} />}
      {groups.map(group => (
        <FieldGroup key={`${group.title} ${JSON.stringify(group.fields[0])}`} {...group} />
      ))}
      {more > 0 && (
        <p className="text-soft">
          And {more.toLocaleString("en")} more like {more === 1 ? "it" : "these"}, too many to show at once.
        </p>
      )}
    </>
  )
}

function FieldGroup({ title, fields }: DetailGroup) {
  return (
    <div className="grid gap-1">
      {title && <p className="label-caps">{title}</p>}
      <FieldList fields={fields} />
    </div>
  )
}

/** Facts as a list: what each was and is. */
export function FieldList({ fields }: { fields: readonly DetailField[] }) {
  return (
    <dl className="grid gap-x-6 gap-y-2 sm:grid-cols-[11rem_minmax(0,1fr)]">
      {fields.map(field => (
        <div key={field.label} className="contents">
          <dt className="text-sm text-soft max-sm:mt-1">{field.label}</dt>
          <dd className="wrap-anywhere whitespace-pre-wrap">
            <FieldValue {...field} />
          </dd>
        </div>
      ))}
    </dl>
  )
}

function FieldValue({ before, after, look }: DetailField) {
  if (before === null) return <>{after}</>
  if (after === null) return <ChangedText before={before} after="" whole />
  return <ChangedText before={before} after={after} whole={look === "choice"} />
}

/** The passages before and after, beside each other. */
export function ChangedPassages({ before, after }: { before: DetailPassages; after: DetailPassages }) {
  return (
    <div className="grid gap-x-6 gap-y-4 sm:grid-cols-2">
      <PassageColumn title="Passages before" passages={before} />
      <PassageColumn title="Passages after" passages={after} />
    </div>
  )
}

function PassageColumn({ title, passages: { listed, more } }: { title: string; passages: DetailPassages }) {
  return (
    <div className="grid content-start gap-2">
      <p className="label-caps">{title}</p>
      {listed.length === 0 && <p className="text-soft">None.</p>}
      <ol className="grid gap-2">
        {listed.map(({ kind, quote, start }) => (
          <li key={`${start} ${quote}`} className="wrap-anywhere">
            <span className="font-text">“{quote}”</span> <span className="text-sm text-soft">{kind}</span>
          </li>
        ))}
      </ol>
      {more > 0 && <p className="text-soft">And {more.toLocaleString("en")} more.</p>}
    </div>
  )
}
