"use client"
import "@xyflow/react/dist/base.css"
import { Graph, layout } from "@dagrejs/dagre"
import { type Edge, Handle, MarkerType, type Node, type NodeProps, Position, ReactFlow } from "@xyflow/react"
import Link from "next/link"
import { useMemo } from "react"
import { derivationWords } from "../../../../../lib/domain/lineage.ts"
import type { SourcePage } from "../../../../../lib/queries/source.ts"

export interface GraphProps extends Pick<SourcePage["lineage"], "links" | "sources"> {
  readonly projectId: string
  readonly sourceId: string
}

interface Shown extends Record<string, unknown> {
  readonly line: string
  readonly href: string
  readonly here: boolean
  readonly root: boolean
}

/** Width and height of a source in the drawing, in pixels. */
const size = { width: 220, height: 76 }

/** The sources from the origins at the top down to what derives from them. */
export function LineageGraph({ projectId, sourceId, links, sources }: GraphProps) {
  const { nodes, edges, height } = useMemo(
    () => drawn({ projectId, sourceId, links, sources }),
    [projectId, sourceId, links, sources],
  )
  return (
    <figure className="grid gap-2">
      <div className={`lineage border border-rule ${tallness(height)}`}>
        <ReactFlow
          nodes={nodes}
          edges={edges}
          nodeTypes={nodeTypes}
          fitView
          fitViewOptions={{ maxZoom: 1, padding: 0.08 }}
          minZoom={0.2}
          nodesDraggable={false}
          nodesConnectable={false}
          nodesFocusable={false}
          edgesFocusable={false}
          elementsSelectable={false}
          zoomOnScroll={false}
          preventScrolling={false}
          proOptions={{ hideAttribution: true }}
          aria-label="Lineage, drawn; the lists above say the same"
        />
      </div>
      <figcaption className="text-sm text-soft">
        Arrows lead from an origin to what derives from it. A double border marks an origin that derives from nothing.
      </figcaption>
    </figure>
  )
}

function SourceNode({ data }: NodeProps<Node<Shown>>) {
  return (
    <Link
      href={data.href}
      title={data.line}
      {...(data.here && { "aria-current": "true" })}
      className={`grid h-[76px] w-[220px] content-center rounded-lg bg-paper px-3 text-sm leading-snug no-underline ${data.root ? "border-4 border-double" : "border"} ${data.here ? "border-accent" : "border-line"}`}
    >
      <Handle type="target" position={Position.Top} isConnectable={false} className="invisible" />
      <span className="line-clamp-3 font-text text-ink">{data.line}</span>
      <Handle type="source" position={Position.Bottom} isConnectable={false} className="invisible" />
    </Link>
  )
}

/** How tall the drawing is shown; a taller one is shrunk into it. */
const tallness = (height: number) => (height < 240 ? "h-64" : height < 400 ? "h-104" : "h-140")

const nodeTypes = { source: SourceNode }

function drawn({ projectId, sourceId, links, sources }: GraphProps) {
  const graph = new Graph()
  graph.setGraph({ rankdir: "TB", nodesep: 28, ranksep: 64 })
  graph.setDefaultEdgeLabel(() => ({}))
  for (const { id } of sources) graph.setNode(id, { ...size })
  for (const { derivedId, originId } of links) graph.setEdge(originId, derivedId)
  layout(graph)
  const nodes = sources.map(({ id, line, root }): Node<Shown> => {
    const { x, y } = graph.node(id) as { x: number; y: number }
    const data = { line, href: `/projects/${projectId}/sources/${id}`, here: id === sourceId, root }
    return { id, type: "source", position: { x: x - size.width / 2, y: y - size.height / 2 }, data }
  })
  const edges = links.map(
    ({ id, derivedId, originId, how }): Edge => ({
      id,
      source: originId,
      target: derivedId,
      label: derivationWords[how],
      markerEnd: { type: MarkerType.ArrowClosed },
    }),
  )
  return { nodes, edges, height: Number(graph.graph().height ?? 0) }
}
