"use client"
import type { JSONContent } from "@tiptap/core"
import { EditorContent, useEditor } from "@tiptap/react"
import StarterKit from "@tiptap/starter-kit"
import { useState } from "react"
import { linkAllowed, type RationaleNode } from "../domain/rationale.ts"
import { citationChip } from "./citation-chip.ts"
import { LinkField } from "./link-field.tsx"

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

/** Writes a rationale: bold, italic, quotation, lists, links and citations, and nothing else. */
export function RationaleEditor({ start, citations, onChange, onSave }: RationaleEditorProps) {
  const [linking, setLinking] = useState(false)
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
      citationChip(citations.map(({ id }) => id)),
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
  const link = (href: string) => {
    setLinking(false)
    const marked = editor.chain().focus().extendMarkRange("link")
    if (href === "") marked.unsetLink().run()
    else if (editor.state.selection.empty && !editor.isActive("link"))
      marked.insertContent({ type: "text", text: href, marks: [{ type: "link", attrs: { href } }] }).run()
    else marked.setLink({ href }).run()
  }
  const tools = [
    { words: "Bold", on: editor.isActive("bold"), press: () => editor.chain().focus().toggleBold().run() },
    { words: "Italic", on: editor.isActive("italic"), press: () => editor.chain().focus().toggleItalic().run() },
    { words: "Quote", on: editor.isActive("blockquote"), press: () => editor.chain().focus().toggleBlockquote().run() },
    { words: "List", on: editor.isActive("bulletList"), press: () => editor.chain().focus().toggleBulletList().run() },
    {
      words: "Numbers",
      on: editor.isActive("orderedList"),
      press: () => editor.chain().focus().toggleOrderedList().run(),
    },
    { words: "Link", on: editor.isActive("link"), press: () => setLinking(true) },
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
            {citations.map(({ id, line }, at) => (
              <option key={id} value={id}>
                [{at + 1}] {line}
              </option>
            ))}
          </select>
        )}
      </div>
      {linking && (
        <LinkField
          start={String(editor.getAttributes("link")["href"] ?? "")}
          onDone={link}
          onCancel={() => {
            setLinking(false)
            editor.commands.focus()
          }}
        />
      )}
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
