"use client"
import { useState } from "react"
import { isoDay, type Pace, type ProgressPoint, paces } from "../../../../../lib/domain/progress-series.ts"
import { counted, countOf } from "../../../../_ui/counted.ts"
import { DataTable } from "../../../../_ui/data-table.tsx"
import { dateWords } from "../../../../_ui/date-words.ts"
import { TextLink } from "../../../../_ui/text-link.tsx"
import { LabelPlot } from "./label-plot.tsx"
import { PlotFigure } from "./plot-figure.tsx"
import { curves, ProgressPlot } from "./progress-plot.tsx"
import { useWidth } from "./use-width.ts"

interface Props {
  readonly path: string
  readonly points: readonly ProgressPoint[]
  readonly pace: Pace
  /** Whether something is hidden from who looks at it. */
  readonly bound: boolean
  readonly logHead: string
}

/** How far the project came, as curves, and how many labels were given when, as bars under the same days. */
export function ProgressPart({ path, points, pace, bound, logHead }: Props) {
  const [frame, width] = useWidth<HTMLDivElement>()
  const [here, setHere] = useState<number | null>(null)
  const [first, last] = [points[0], points.at(-1)]
  if (!first || !last) return null
  const shown = points[here ?? points.length - 1] ?? last
  const labels = points.reduce((sum, point) => sum + point.labels, 0)
  const busiest = points.reduce((best, point) => (point.labels > best.labels ? point : best), first)
  const reader = (name: string) => (
    <PointReader
      name={name}
      points={points}
      here={here ?? points.length - 1}
      words={name === "progress" ? pointWords(shown) : `${stretchWords(shown)}: ${countOf(shown.labels, "label")}`}
      onHere={setHere}
    />
  )
  return (
    <div ref={frame}>
      <PlotFigure
        logHead={logHead}
        title="Progress"
        file="progress"
        summary={`${points.length > 1 ? `From ${dayInWords(first.from)} to ${dayInWords(last.to)}` : stretchWords(last)}: of ${countOf(last.claims, "claim")} ${counted(last.labelled)} are labelled, ${counted(last.settled)} have a verdict and ${counted(last.vetted)} are vetted.`}
        note={
          <>
            {points.length === 1 && `There is one ${pace} only so far; lines are drawn from the second one on. `}
            Of the claims that there are now. A label counts from the day on which its author first gave one. A verdict
            counts from the last label, citation or decision on its claim; when it first stood, and verdicts that fell
            since, are not drawn. Days are those of UTC.{bound && " Only what you may see is counted."}
          </>
        }
        rows={[["from", "to", ...curves.map(({ key }) => columns[key])], ...points.map(rowOf)]}
        table={<PointTable points={points} />}
      >
        <PaceLinks path={path} pace={pace} />
        <ProgressPlot points={points} width={width} here={here} onHere={setHere} />
        {reader("progress")}
      </PlotFigure>
      <PlotFigure
        logHead={logHead}
        title={`Labels given each ${pace}`}
        file={`labels-each-${pace}`}
        summary={`${countOf(labels, "label")} in all${busiest.labels > 0 ? `, most of them (${counted(busiest.labels)}) ${pace === "day" ? "on" : "in the " + pace + " from"} ${dayInWords(busiest.from)}` : ""}.`}
        rows={[
          ["from", "to", "labels"],
          ...points.map(({ from, to, labels: given }) => [isoDay(from), isoDay(to), given]),
        ]}
        table={
          <DataTable
            caption={`Labels given each ${pace}`}
            rows={[...points].reverse()}
            rowKey={({ from }) => String(from)}
            columns={[
              { key: "when", heading: "When", namesRow: true, cell: stretchWords },
              { key: "labels", heading: "Labels", align: "end", cell: point => counted(point.labels) },
            ]}
          />
        }
      >
        <LabelPlot points={points} width={width} here={here} onHere={setHere} />
        {reader("labels")}
      </PlotFigure>
    </div>
  )
}

const columns = { claims: "claims", labelled: "labelled", settled: "with_verdict", vetted: "vetted" } as const

const rowOf = ({ from, to, ...sums }: ProgressPoint) => [
  isoDay(from),
  isoDay(to),
  ...curves.map(({ key }) => sums[key]),
]

const dayInWords = (day: number) => dateWords(new Date(day * 86_400_000))
const stretchWords = ({ from, to }: ProgressPoint) =>
  from === to ? dayInWords(to) : `${dayInWords(from)} to ${dayInWords(to)}`
const pointWords = (point: ProgressPoint) =>
  `${dayInWords(point.to)}: ${counted(point.labelled)} labelled, ${counted(point.settled)} with a verdict, ${counted(point.vetted)} vetted, of ${countOf(point.claims, "claim")}`

function PaceLinks({ path, pace }: { path: string; pace: Pace }) {
  return (
    <nav aria-label="How long the stretches are" className="mb-2 flex gap-4 text-sm print:hidden">
      {paces.map(one => (
        <TextLink
          key={one}
          kind={one === pace ? "quiet" : "text"}
          href={`${path}?per=${one}`}
          scroll={false}
          {...(one === pace && { "aria-current": "true" })}
          className={one === pace ? "font-semibold" : ""}
        >
          by {one}
        </TextLink>
      ))}
    </nav>
  )
}

interface Reader {
  readonly name: string
  readonly points: readonly ProgressPoint[]
  readonly here: number
  readonly words: string
  readonly onHere: (at: number | null) => void
}

/** Reads one point out, by the arrow keys as well as by pointing. */
function PointReader({ name, points, here, words, onHere }: Reader) {
  return (
    <div className="mt-1 grid gap-1">
      {points.length > 1 && (
        <input
          type="range"
          min={0}
          max={points.length - 1}
          value={here}
          aria-label={`Look at a day, ${name}`}
          aria-valuetext={words}
          onChange={event => onHere(Number(event.target.value))}
          className="h-4 w-full accent-accent print:hidden"
        />
      )}
      <p className="figures text-sm text-soft">{words}.</p>
    </div>
  )
}

function PointTable({ points }: { points: readonly ProgressPoint[] }) {
  return (
    <DataTable
      caption="What there was at the end of each stretch, the newest first"
      rows={[...points].reverse()}
      rowKey={({ from }) => String(from)}
      columns={[
        { key: "when", heading: "Up to", namesRow: true, cell: ({ to }) => dayInWords(to) },
        ...curves.map(({ key, name }) => ({
          key,
          heading: name,
          align: "end" as const,
          cell: (point: ProgressPoint) => counted(point[key]),
        })),
      ]}
    />
  )
}
