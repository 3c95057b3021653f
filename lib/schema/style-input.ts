import * as z from "zod"
import { archiveForms, citationLocales, citationStyleIds } from "../domain/citation-setting.ts"
import { inProject, rowId } from "./place.ts"

export const settingWords = z.strictObject({
  style: z.union([z.enum(citationStyleIds), rowId()], "Choose a style."),
  locale: z.enum(citationLocales, "Choose a language."),
  archives: z.enum(archiveForms, "Choose how references to archives are set."),
})
/** `seen` is the choice that the form was filled in against. */
export const styleChoice = inProject.extend({ ...settingWords.shape, seen: settingWords })

/** A choice that is only thought about, as it stands in an address. */
export const sampleChoice = z.object(settingWords.shape)
export const styleRetirement = inProject.extend({ styleId: rowId() })

export const styleUpload = inProject.extend({
  id: rowId(),
  csl: z.string().min(1, "Choose a .csl file.").max(1_100_000, "The file is larger than 1 MB. No style is."),
})
