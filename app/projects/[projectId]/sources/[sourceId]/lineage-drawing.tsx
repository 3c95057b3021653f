"use client"
import { LazyPart, type LoadPart } from "../../../../_ui/lazy-part.tsx"
import type { GraphProps } from "./lineage-graph.tsx"

const load: LoadPart<GraphProps> = () => import("./lineage-graph.tsx").then(module => module.LineageGraph)

/** The lineage as a drawing. Its code is fetched when it is shown; the lists above it say the same in words. */
export function LineageDrawing(props: GraphProps) {
  return <LazyPart load={load} props={props} meanwhile={<p className="text-soft">Drawing the lineage …</p>} />
}
