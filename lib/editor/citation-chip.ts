import { mergeAttributes, Node } from "@tiptap/core"

/** A citation of the claim inside of a rationale, shown as its number in the order of `ids`. */
export const citationChip = (ids: readonly string[]) =>
  Node.create({
    name: "citation",
    group: "inline",
    inline: true,
    atom: true,
    addAttributes: () => ({ citationId: { default: null } }),
    parseHTML: () => [
      { tag: "cite[data-citation]", getAttrs: element => ({ citationId: element.dataset["citation"] }) },
    ],
    renderHTML: ({ node, HTMLAttributes }) => {
      const at = ids.indexOf(String(node.attrs["citationId"]))
      return [
        "cite",
        mergeAttributes(HTMLAttributes, { "data-citation": String(node.attrs["citationId"]), class: "citation-chip" }),
        at < 0 ? "[withdrawn citation]" : `[${at + 1}]`,
      ]
    },
  })
