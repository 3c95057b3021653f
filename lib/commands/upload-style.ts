import { insertStyle } from "../db/style-rows.ts"
import { fail, ok } from "../domain/failure.ts"
import { judgeStyle } from "../press/set-citations.ts"
import { styleUpload } from "../schema/style-input.ts"
import { projectCommand } from "./command.ts"

/** Keep a style of the Citation Style Language for the project, once it is one that sources can be set with. */
export const uploadStyle = projectCommand<typeof styleUpload, { title: string }, { title: string }>(
  "project.edit",
  styleUpload,
  async (pass, { id, csl }, { title }) => {
    if (!(await insertStyle(pass, { id, title, csl }))) return fail({ code: "request-reused" })
    return ok({ change: { kind: "style-uploaded", styleId: id, title }, answer: { title } })
  },
  async ({ csl }) => {
    const judged = await judgeStyle(csl)
    if (!judged.ok) return judged
    const read = judged.value
    if (!read.ok) return fail({ code: "invalid", issues: [{ path: "csl", message: read.why }] })
    return ok({ title: read.style.title.trim().slice(0, 300) || "A style without a title" })
  },
)
