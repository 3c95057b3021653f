import { openApiText } from "../../../../lib/api/openapi.ts"
import { publish } from "../../../../lib/server/handler.ts"

export const GET = publish(openApiText, "application/json")
