import { claimsJsonSchema } from "../../../../../lib/formats/claims-json-schema.ts"

/** The documentation of the JSON export, for whoever reads one; it holds nothing of any project. */
export const GET = () => Response.json(claimsJsonSchema, { headers: { "Content-Type": "application/schema+json" } })
