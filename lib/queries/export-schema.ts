import { claimsJsonSchema } from "../formats/claims-json-schema.ts"
import { claimsJsonlSchema } from "../formats/claims-jsonl-schema.ts"

/** The documentation of the JSON export, for whoever reads one, as a JSON schema. */
export const exportSchema = (): string => JSON.stringify(claimsJsonSchema)

/** The documentation of a line of the export as JSON Lines, as a JSON schema. */
export const exportLineSchema = (): string => JSON.stringify(claimsJsonlSchema)
