import { originalFile } from "../../../../../../../../lib/queries/original-file.ts"
import { download } from "../../../../../../../../lib/server/download.ts"
import { read } from "../../../../../../../../lib/server/handler.ts"

export const GET = read(async (actor, { documentId, number }) => {
  const file = await originalFile(actor, documentId!, Number(number))
  return file.ok ? download(file.value) : file
})
