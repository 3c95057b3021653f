import * as z from "zod"
import { sourceKinds } from "../domain/source.ts"
import { fieldAt, recordOf, type SourceForm, sourceFields } from "../domain/source-form.ts"
import "./place.ts"
import { sourceWords } from "./project-input.ts"

const texts = Object.fromEntries(sourceFields.map(field => [field, z.string()])) as Record<
  (typeof sourceFields)[number],
  z.ZodString
>

/** The form of a source; the record that it makes has to pass the server's own schema. */
export const sourceForm = z
  .strictObject({ kind: z.enum(sourceKinds, "Choose what kind of source it is."), type: z.string(), ...texts })
  .superRefine((form: SourceForm, context) => {
    const record = sourceWords.safeParse(recordOf(form))
    for (const issue of record.error?.issues ?? [])
      context.addIssue({ code: "custom", path: [fieldAt(issue.path.join("."))], message: issue.message })
  })

/** Which sources to list: those with all of these words, the best twenty; those of a kind. One that nobody knows has none. */
export const sourceChoice = z.object({ q: z.string().optional(), kind: z.string().optional() })
