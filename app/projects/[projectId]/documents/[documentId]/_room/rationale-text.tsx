import { Children, type ReactNode } from "react"
import { linkAllowed, type RationaleNode } from "../../../../../../lib/domain/rationale.ts"

/** A stored rationale as elements of our own making; a citation is its number in the order of `citations`. */
export function RationaleText({ rationale, citations }: { rationale: RationaleNode; citations: readonly string[] }) {
  return <div className="grid gap-2 font-text">{children(rationale, citations)}</div>
}

const children = (node: RationaleNode, citations: readonly string[]): ReactNode =>
  Children.toArray((node.content ?? []).map(child => Part({ node: child, citations })))

function Part({ node, citations }: { node: RationaleNode; citations: readonly string[] }): ReactNode {
  const inner = children(node, citations)
  switch (node.type) {
    case "text":
      return <Words node={node} />
    case "hardBreak":
      return <br />
    case "citation": {
      const at = citations.indexOf(node.attrs?.citationId ?? "")
      return <cite className="text-accent not-italic">[{at < 0 ? "withdrawn citation" : at + 1}]</cite>
    }
    case "blockquote":
      return <blockquote className="border-l-2 border-rule pl-3">{inner}</blockquote>
    case "bulletList":
      return <ul className="list-disc pl-5">{inner}</ul>
    case "orderedList":
      return (
        <ol className="list-decimal pl-5" start={node.attrs?.start ?? 1}>
          {inner}
        </ol>
      )
    case "listItem":
      return <li>{inner}</li>
    default:
      return <p>{inner}</p>
  }
}

function Words({ node }: { node: RationaleNode }) {
  let words: ReactNode = node.text ?? ""
  for (const mark of node.marks ?? []) {
    const href = mark.attrs?.href ?? ""
    if (mark.type === "bold") words = <strong>{words}</strong>
    else if (mark.type === "italic") words = <em>{words}</em>
    else if (linkAllowed(href))
      words = (
        <a href={href} rel="noreferrer noopener nofollow" target="_blank">
          {words}
        </a>
      )
  }
  return words
}
