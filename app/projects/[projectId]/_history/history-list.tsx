import type { ActivityPage } from "../../../../lib/queries/activity.ts"
import type { Happening } from "../../../../lib/queries/happenings.ts"
import { ButtonLink } from "../../../_ui/button-link.tsx"
import { dateWords } from "../../../_ui/date-words.ts"
import { EmptyState } from "../../../_ui/empty-state.tsx"
import { TextLink } from "../../../_ui/text-link.tsx"
import { changeName, type HistoryFilter, historyAddress } from "./history-address.ts"
import { HistoryEntry } from "./history-entry.tsx"
import { HistoryFilterForm } from "./history-filter-form.tsx"

interface Props {
  readonly projectId: string
  readonly path: string
  readonly page: Omit<ActivityPage, "filter" | "head">
  readonly filter: HistoryFilter
  /** Whether it is a project's, of which a document can be chosen. */
  readonly ofProject?: boolean
  /** The passage whose history it is. */
  readonly claim?: string
}

/** What happened, the newest first, day by day, with what is listed chosen above it. */
export function HistoryList({ projectId, path, page, filter, ofProject = false, claim }: Props) {
  const { people, documents, changes, newer, older, missing } = page
  const opened = filter.at && !missing ? changeName(filter.at) : null
  return (
    <>
      <HistoryFilterForm path={path} filter={filter} people={people} {...(ofProject && { documents })} />
      {missing && (
        <p role="status" className="mb-6 border-l-3 border-accent bg-wash px-4 py-3">
          The change that this address names is not here, or hidden from you. These are the newest ones.
        </p>
      )}
      {newer && (
        <p className="mb-4">
          <ButtonLink href={historyAddress(path, filter, { side: "newer", change: newer })} rel="prev" size="small">
            Newer changes
          </ButtonLink>
        </p>
      )}
      {changes.length === 0 ? (
        <EmptyState title="Nothing matches" action={<TextLink href={path}>Show everything</TextLink>}>
          {ofProject
            ? "Choose another person, kind, document or time to see more."
            : "Choose another person, kind or time to see more."}
        </EmptyState>
      ) : (
        byDay(changes).map(({ day, changes: ofDay }) => (
          <section key={`${day} ${changeName(ofDay[0]!)}`} aria-label={day} className="mb-8">
            <h2 className="label-caps border-b border-rule pb-2">{day}</h2>
            <ol>
              {ofDay.map(change => (
                <HistoryEntry
                  key={changeName(change)}
                  projectId={projectId}
                  happening={change}
                  opened={changeName(change) === opened}
                  path={path}
                  {...(claim && { claim })}
                />
              ))}
            </ol>
          </section>
        ))
      )}
      <Foot page={page} path={path} filter={filter} older={older} />
    </>
  )
}

function Foot({ page, path, filter, older }: Pick<Props, "page" | "path" | "filter"> & Pick<Props["page"], "older">) {
  const { total, uncounted } = page
  if (total === 0) return null
  const many = total.toLocaleString("en")
  return (
    <nav aria-label="Pages of changes" className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 py-3">
      <p className="figures text-soft">
        {uncounted ? `More than ${many} changes` : `${many} ${total === 1 ? "change" : "changes"} in all`}
      </p>
      {older && (
        <ButtonLink href={historyAddress(path, filter, { side: "older", change: older })} rel="next" size="small">
          Older changes
        </ButtonLink>
      )}
    </nav>
  )
}

/** Changes in their order under the days on which they happened. */
function byDay(changes: readonly Happening[]): { day: string; changes: Happening[] }[] {
  const days: { day: string; changes: Happening[] }[] = []
  for (const change of changes) {
    const day = dateWords(change.at)
    const last = days.at(-1)
    if (last?.day === day) last.changes.push(change)
    else days.push({ day, changes: [change] })
  }
  return days
}
