"use client"
import { type JSONContent, mergeAttributes, Node } from "@tiptap/core"
import { EditorContent, useEditor } from "@tiptap/react"
import StarterKit from "@tiptap/starter-kit"
import { linkAllowed, type RationaleNode } from "../domain/rationale.ts"

export interface CitationChoice {
  readonly id: string
  readonly line: string
}

export interface RationaleEditorProps {
  readonly start: RationaleNode
  readonly citations: readonly CitationChoice[]
  readonly onChange: (rationale: RationaleNode) => void
  readonly onSave: () => void
}

const Citation = Node.create({
  name: "citation",
  group: "inline",
  inline: true,
  atom: true,
  addAttributes: () => ({ citationId: { default: null } }),
  parseHTML: () => [{ tag: "cite[data-citation]", getAttrs: element => ({ citationId: element.dataset["citation"] }) }],
  renderHTML: ({ node, HTMLAttributes }) => [
    "cite",
    mergeAttributes(HTMLAttributes, { "data-citation": String(node.attrs["citationId"]), class: "citation-chip" }),
    "cited",
  ],
})

/** Writes a rationale: bold, italic, quotation, lists, links and citations, and nothing else. */
export function RationaleEditor({ start, citations, onChange, onSave }: RationaleEditorProps) {
  const editor = useEditor({
    immediatelyRender: false,
    shouldRerenderOnTransaction: true,
    injectCSS: false,
    extensions: [
      StarterKit.configure({
        heading: false,
        code: false,
        codeBlock: false,
        horizontalRule: false,
        strike: false,
        underline: false,
        link: { openOnClick: false, isAllowedUri: href => linkAllowed(href ?? "") },
      }),
      Citation,
    ],
    content: start as unknown as JSONContent,
    editorProps: {
      attributes: {
        role: "textbox",
        "aria-multiline": "true",
        "aria-label": "Rationale",
        class: "rationale control font-text",
      },
      handleKeyDown: (_view, event) => {
        if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return false
        onSave()
        return true
      },
    },
    onUpdate: ({ editor: changed }) => onChange(plain(changed.getJSON() as RationaleNode)),
  })
  if (!editor) return <div className="rationale control" />
  const link = () => {
    const href = window.prompt(
      "Address of the link, beginning with https://",
      editor.getAttributes("link")["href"] ?? "https://",
    )
    if (href === null) return
    if (linkAllowed(href)) editor.chain().focus().extendMarkRange("link").setLink({ href }).run()
    else editor.chain().focus().unsetLink().run()
  }
  const tools = [
    { words: "Bold", on: editor.isActive("bold"), press: () => editor.chain().focus().toggleBold().run() },
    { words: "Italic", on: editor.isActive("italic"), press: () => editor.chain().focus().toggleItalic().run() },
    { words: "Quote", on: editor.isActive("blockquote"), press: () => editor.chain().focus().toggleBlockquote().run() },
    { words: "List", on: editor.isActive("bulletList"), press: () => editor.chain().focus().toggleBulletList().run() },
    { words: "Link", on: editor.isActive("link"), press: link },
  ]
  return (
    <div>
      <div role="toolbar" aria-label="Format" className="mb-1 flex flex-wrap gap-x-3 text-sm">
        {tools.map(({ words, on, press }) => (
          <button
            key={words}
            type="button"
            aria-pressed={on}
            onClick={press}
            className={on ? "font-semibold text-ink underline" : "text-soft"}
          >
            {words}
          </button>
        ))}
        {citations.length > 0 && (
          <select
            aria-label="Insert a citation"
            value=""
            className="max-w-32 border-0 bg-transparent text-soft"
            onChange={event => {
              const citationId = event.target.value
              if (citationId) editor.chain().focus().insertContent({ type: "citation", attrs: { citationId } }).run()
            }}
          >
            <option value="">Citation</option>
            {citations.map(({ id, line }) => (
              <option key={id} value={id}>
                {line}
              </option>
            ))}
          </select>
        )}
      </div>
      <EditorContent editor={editor} />
    </div>
  )
}

/** The editor's JSON with the attributes that we store and no others. */
function plain(node: RationaleNode): RationaleNode {
  const { attrs, content, marks, ...rest } = node
  const kept =
    node.type === "orderedList"
      ? { start: attrs?.start ?? 1 }
      : node.type === "citation"
        ? { citationId: attrs?.citationId }
        : null
  return {
    ...rest,
    ...(kept && { attrs: kept as NonNullable<RationaleNode["attrs"]> }),
    ...(content && { content: content.map(plain) }),
    ...(marks && {
      marks: marks.map(({ type, attrs: facts }) =>
        type === "link" ? { type, attrs: { href: facts!.href } } : { type },
      ),
    }),
  }
}
