"use client"
import { scaleLinear } from "@visx/scale"
import { Bar } from "@visx/shape"
import type { ProgressPoint } from "../../../../../lib/domain/progress-series.ts"
import { counted } from "../../../../_ui/counted.ts"
import { DayTicks } from "./day-ticks.tsx"

const [height, top, bottom, left, right] = [170, 18, 34, 44, 8]

interface Props {
  readonly points: readonly ProgressPoint[]
  readonly width: number
  readonly here: number | null
  readonly onHere: (at: number | null) => void
}

/** A bar for each stretch, as high as the labels that were given in it; the highest says how many. */
export function LabelPlot({ points, width, here, onHere }: Props) {
  const [first, last] = [points[0]!, points.at(-1)!]
  const most = Math.max(1, ...points.map(({ labels }) => labels))
  const peak = points.findIndex(({ labels }) => labels === most)
  const x = scaleLinear<number>({ domain: [first.from - 1, last.to], range: [left, width - right] })
  const y = scaleLinear<number>({ domain: [0, most], range: [height - bottom, top] })
  return (
    <svg
      viewBox={`0 0 ${width} ${height}`}
      className="plot block w-full"
      aria-hidden="true"
      onPointerLeave={() => onHere(null)}
    >
      <text x={left - 8} y={height - bottom + 4} textAnchor="end">
        0
      </text>
      <DayTicks x={x} before={0.5} from={first.from} to={last.to} y={height - bottom} width={width - right - left} />
      {points.map(({ from, to, labels }, at) => {
        const [a, b] = [x(from - 1), x(to)]
        const wide = Math.min(48, b - a - Math.min(4, (b - a) / 2))
        return (
          <g key={from} onPointerEnter={() => onHere(at)}>
            <rect x={a} width={b - a} y={top} height={height - bottom - top} className="piece" data-screen />
            <Bar
              x={(a + b - wide) / 2}
              width={wide}
              y={y(labels)}
              height={height - bottom - y(labels)}
              className={at === here ? "bar-here" : "bar"}
            />
          </g>
        )
      })}
      {peak >= 0 && points[peak]!.labels > 0 && (
        <text x={clamped((x(points[peak]!.from - 1) + x(points[peak]!.to)) / 2, width)} y={top - 5} textAnchor="middle">
          {counted(most)}
        </text>
      )}
    </svg>
  )
}

const clamped = (x: number, width: number) => Math.min(Math.max(x, left + 8), width - right - 12)
