import { exportFile } from "../../../../../../lib/queries/export-file.ts"
import { download } from "../../../../../../lib/server/download.ts"
import { read } from "../../../../../../lib/server/handler.ts"

export const GET = read(async (actor, input) => {
  const file = await exportFile(actor, input)
  return file.ok ? download(file.value) : file
})
