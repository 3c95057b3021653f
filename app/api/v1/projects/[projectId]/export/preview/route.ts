import { exportPreview } from "../../../../../../../lib/queries/export-preview.ts"
import { read } from "../../../../../../../lib/server/handler.ts"

export const GET = read((actor, { projectId, ...choice }) => exportPreview(actor, projectId!, choice))
