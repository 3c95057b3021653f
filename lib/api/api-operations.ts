import { openApiText } from "./openapi.ts"
import { operation } from "./operation.ts"

/** What the API says of itself. */
export const apiOperations = {
  openApi: operation(
    (): string => openApiText(),
    "This document",
    "OpenAPI 3.1, as JSON. Holds nothing of any project.",
    {
      media: ["application/json"],
    },
  ),
}
