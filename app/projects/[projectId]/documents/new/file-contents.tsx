"use client"
import type { FilePreview } from "../../../../../lib/queries/file-preview.ts"

const formatWords: Readonly<Record<FilePreview["format"], string>> = {
  text: "Plain text",
  markdown: "Markdown",
  html: "Web page",
  tei: "TEI",
  docx: "Word document",
  odt: "OpenDocument text",
  epub: "EPUB book",
  pdf: "PDF",
}

const counted = (count: number, one: string, many: string) =>
  count > 0 && `${count.toLocaleString("en")} ${count === 1 ? one : many}`

/** What is in a file, and what may not be as the person expects. */
export function FileContents({ preview }: { preview: FilePreview }) {
  const { format, words, pages, notes, asides, warnings } = preview
  const contents = [
    formatWords[format],
    counted(words, "word", "words"),
    counted(pages, "page", "pages"),
    counted(notes, "note", "notes"),
    counted(asides, "part around the text", "parts around the text"),
  ]
  return (
    <div className="grid gap-1.5">
      <p className="figures">{contents.filter(Boolean).join(" · ")}</p>
      {notes > 0 && (
        <p className="text-sm text-soft">The marks of notes are shown beside the text and are no part of it.</p>
      )}
      {warnings.map(warning => (
        <p key={warning} className="text-sm">
          {warning}
        </p>
      ))}
    </div>
  )
}
