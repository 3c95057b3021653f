import {
  claimSchema,
  derivationFields,
  documentFields,
  exportFields,
  leftOutSchema,
  sourceFields,
} from "./claims-json-schema.ts"
import { id, object, type Schema } from "./json-schema-parts.ts"

const line = (type: string, description: string, fields: Readonly<Record<string, Schema>>) =>
  object(description, { type: { description: "What the line is.", const: type }, ...fields })
const documentId = id("The document that it belongs to, whose line stands before.")

/** What each line of a file of `claimsJsonl` holds, as a JSON Schema (draft 2020-12). */
export const claimsJsonlSchema: Schema = {
  $schema: "https://json-schema.org/draft/2020-12/schema",
  title: "A line of exported claims, version 1",
  description:
    "The first line is the export; then the sources follow with what they derive from, then each document with its claims in the order of the text and, after them, what of it is left out.",
  oneOf: [
    line("export", "What the file says of itself; its first line.", exportFields),
    line("source", "A source that a claim of this file cites.", sourceFields),
    line("derivation", "That a source derives from another.", derivationFields),
    line("document", "A document; its claims follow.", documentFields),
    line("claim", claimSchema.description, { documentId, ...claimSchema.properties }),
    line("left-out", leftOutSchema.description, { documentId, ...leftOutSchema.properties }),
  ],
}
