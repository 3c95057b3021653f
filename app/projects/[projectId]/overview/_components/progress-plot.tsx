"use client"
import { scaleLinear } from "@visx/scale"
import { LinePath } from "@visx/shape"
import type { ProgressPoint } from "../../../../../lib/domain/progress-series.ts"
import { counted } from "../../../../_ui/counted.ts"
import { DayTicks } from "./day-ticks.tsx"
import { spreadOut } from "./spread-out.ts"

/** The curves from the widest to the narrowest; each is part of the one before. */
export const curves = [
  { key: "claims", name: "Claims" },
  { key: "labelled", name: "Labelled" },
  { key: "settled", name: "With a verdict" },
  { key: "vetted", name: "Vetted" },
] as const
type CurveKey = (typeof curves)[number]["key"]

const [height, top, bottom, left] = [300, 14, 34, 44]

interface Props {
  readonly points: readonly ProgressPoint[]
  readonly width: number
  /** The point that is looked at. */
  readonly here: number | null
  readonly onHere: (at: number | null) => void
}

/** Curves of what there was at the end of each stretch, told apart by dashes and marks, each named at its end. */
export function ProgressPlot({ points, width, here, onHere }: Props) {
  const [first, last] = [points[0]!, points.at(-1)!]
  const right = width < 480 ? 104 : 132
  // One stretch alone has no course that a line could tell: each curve is a short stroke at its point.
  const single = points.length === 1
  const x = scaleLinear<number>({ domain: [first.from - 1, last.to], range: [left, width - right] })
  const most = Math.max(1, last.claims)
  const y = scaleLinear<number>({ domain: [0, most], range: [height - bottom, top], nice: 4 })
  const origin = { to: first.from - 1, claims: 0, labelled: 0, settled: 0, vetted: 0 }
  const all = [origin, ...points]
  const names = spreadOut(
    curves.map(({ key }) => y(last[key])),
    16,
    top,
    height - bottom,
  )
  const nearest = (clientX: number, box: DOMRect) => {
    const day = x.invert(((clientX - box.left) / box.width) * width)
    const at = points.findIndex(({ to }) => to >= day)
    return at === -1 ? points.length - 1 : at
  }
  return (
    <svg
      viewBox={`0 0 ${width} ${height}`}
      className="plot block w-full touch-pan-y"
      aria-hidden="true"
      onPointerMove={event => onHere(nearest(event.clientX, event.currentTarget.getBoundingClientRect()))}
      onPointerLeave={() => onHere(null)}
    >
      {y
        .ticks(4)
        .filter(Number.isInteger)
        .map(tick => (
          <g key={tick}>
            <line x1={left - 4} x2={left} y1={y(tick)} y2={y(tick)} className="axis" />
            <text x={left - 8} y={y(tick) + 4} textAnchor="end">
              {counted(tick)}
            </text>
          </g>
        ))}
      <line x1={left} x2={left} y1={top} y2={height - bottom} className="axis" />
      <DayTicks x={x} from={first.from} to={last.to} y={height - bottom} width={width - right - left} />
      {here !== null && points[here] && (
        <line
          data-screen
          x1={x(points[here].to)}
          x2={x(points[here].to)}
          y1={top}
          y2={height - bottom}
          className="here"
        />
      )}
      {curves.map(({ key, name }, at) => (
        <g key={key}>
          {single ? (
            <path d={`M${x(last.to) - 24} ${y(last[key])}h24`} className={`series series-${key}`} />
          ) : (
            <LinePath
              data={all}
              x={point => x(point.to)}
              y={point => y(point[key])}
              className={`series series-${key}`}
            />
          )}
          {key !== "claims" &&
            marked(points).map(point => <Mark key={point.to} of={key} x={x(point.to)} y={y(point[key])} />)}
          <text x={width - right + 8} y={names[at]! + 4} className={`name-${key}`}>
            {`${name} ${counted(last[key])}`}
          </text>
        </g>
      ))}
    </svg>
  )
}

/** A dozen points at most that carry a mark, the last among them. */
function marked(points: readonly ProgressPoint[]): readonly ProgressPoint[] {
  const step = Math.ceil(points.length / 12)
  return points.filter((_, at) => (points.length - 1 - at) % step === 0)
}

function Mark({ of, x, y }: { of: Exclude<CurveKey, "claims">; x: number; y: number }) {
  if (of === "labelled") return <circle cx={x} cy={y} r={3.5} className="mark-labelled" />
  if (of === "settled") return <rect x={x - 3.5} y={y - 3.5} width={7} height={7} className="mark-settled" />
  return <path d={`M${x} ${y - 5}l5 5l-5 5l-5 -5z`} className="mark-vetted" />
}
