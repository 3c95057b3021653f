import * as z from "zod"
import { nameLimits } from "../domain/export-names.ts"
import { type OrcidTrouble, readOrcid } from "../domain/orcid.ts"
import { inProject } from "./place.ts"

const limit = z.enum(nameLimits, "Choose how exports may name people.")

const troubles: Readonly<Record<OrcidTrouble, string>> = {
  form: "Write the sixteen digits of an ORCID iD, such as 0000-0002-1825-0097, or its address.",
  "check-digit": "The last digit does not fit the others. Compare it with your page at orcid.org.",
}

/** What somebody lets exports call them; the ORCID iD is read however it was written, and may be empty. */
export const ownExportNames = z.strictObject({
  names: limit,
  orcid: z
    .string()
    .trim()
    .max(100, "Shorten this to 100 characters.")
    .transform((text, context) => {
      if (text === "") return ""
      const read = readOrcid(text)
      if (read.ok) return read.orcid
      context.addIssue({ code: "custom", message: troubles[read.why] })
      return z.NEVER
    }),
})

export const projectExportNames = z.strictObject({ names: limit })

/** How openly a project's exports may name people; `seen` is the choice that the form was filled in against. */
export const exportNamesLimit = inProject.extend({ ...projectExportNames.shape, seen: projectExportNames })
