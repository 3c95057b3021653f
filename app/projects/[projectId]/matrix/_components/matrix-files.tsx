"use client"
import { useState } from "react"
import { leftOutSentence, matrixSvg } from "../../../../../lib/formats/matrix-svg.ts"
import type { MatrixFilter } from "../../../../../lib/schema/matrix-input.ts"
import { Button } from "../../../../_ui/button.tsx"
import { buttonLook } from "../../../../_ui/button-look.ts"
import { toast } from "../../../../_ui/toast.ts"
import { listAddress } from "../../_components/list-address.ts"
import type { ShownMatrix } from "./matrix-grid.tsx"
import { savePng } from "./save-png.ts"

/** The matrix as it is filtered and ordered here, as a file: a table, or a picture of either kind. */
export function MatrixFiles({
  projectId,
  matrix,
  claims,
  sources,
  filter,
  head,
}: ShownMatrix & { filter: MatrixFilter; head: string }) {
  const [busy, setBusy] = useState(false)
  const { view: _view, page: _page, ...chosen } = filter
  const address = (format: string) => listAddress(`/api/v1/projects/${projectId}/matrix/file`, { format, ...chosen })
  const layout = { claims, sources }
  const picture = async () => {
    setBusy(true)
    const title = matrix.documents.find(({ id }) => id === filter.document)?.title
    const notes = { head, leaveOut: filter.leaveOut ?? null }
    const drawn = matrixSvg(matrix, layout, title ? `Evidence: ${title}` : "Evidence", notes)
    const saved = await savePng(drawn, "evidence-matrix.png")
    setBusy(false)
    if (!saved)
      toast({ text: "This browser could not draw the picture. Take the SVG, or choose fewer claims.", kind: "trouble" })
  }
  const note = leftOutSentence(layout)
  return (
    <section aria-label="Files" className="grid gap-2 print:hidden">
      <div className="flex flex-wrap gap-2">
        <a href={address("csv")} className={buttonLook("quiet", "small")}>
          Download CSV
        </a>
        <a href={address("svg")} className={buttonLook("quiet", "small")}>
          Download SVG
        </a>
        <Button size="small" busy={busy} onClick={() => void picture()}>
          Download PNG
        </Button>
      </div>
      {note && (
        <p className="text-sm text-soft">A picture has an end: {note.charAt(0).toLowerCase() + note.slice(1)}</p>
      )}
    </section>
  )
}
