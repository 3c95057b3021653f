import { agreementFile } from "../../../../../../../lib/queries/agreement-file.ts"
import { download } from "../../../../../../../lib/server/download.ts"
import { read } from "../../../../../../../lib/server/handler.ts"

export const GET = read(async (actor, input) => {
  const file = await agreementFile(actor, input["projectId"]!, input)
  return file.ok ? download(file.value) : file
})
