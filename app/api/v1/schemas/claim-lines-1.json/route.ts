import { exportLineSchema } from "../../../../../lib/queries/export-schema.ts"
import { publish } from "../../../../../lib/server/handler.ts"

export const GET = publish(exportLineSchema, "application/schema+json")
