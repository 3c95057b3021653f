import { claimsJsonSchema } from "../formats/claims-json-schema.ts"

/** The documentation of the JSON export, for whoever reads one, as a JSON schema. */
export const exportSchema = (): string => JSON.stringify(claimsJsonSchema)
