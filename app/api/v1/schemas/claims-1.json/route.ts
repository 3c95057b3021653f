import { exportSchema } from "../../../../../lib/queries/export-schema.ts"
import { publish } from "../../../../../lib/server/handler.ts"

export const GET = publish(exportSchema, "application/schema+json")
