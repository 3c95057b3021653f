import * as z from "zod"
import { roles } from "../domain/access.ts"
import { edtfHelp, parseEdtf } from "../domain/edtf-date.ts"
import { sourceKinds } from "../domain/source.ts"
import { inProject, line, lines, requested, rowId } from "./place.ts"

const version = z.int().min(1)

export const projectWords = z.strictObject({
  name: line(120).min(1, "Give the project a name."),
  description: lines(2_000),
})
export const newProject = requested.extend({ id: rowId(), ...projectWords.shape })
export const projectDescription = inProject.extend({ version, ...projectWords.shape })

/** Where a raw text comes from. Only the title is required; the rest is better empty than guessed. */
export const provenance = z.strictObject({
  title: line(300).min(1, "Give the document a title."),
  author: line(300),
  foundAt: line(2_000),
  foundOn: line(100),
  licence: line(300),
  language: line(35).refine(
    tag => tag === "" || /^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i.test(tag),
    "Use a language tag such as en or ru, or leave it empty.",
  ),
})

/** Characters of a pasted text, or bytes of an uploaded file, at most; the server's own limit may be lower. */
export const uploadCeiling = 50 * 1_048_576

export const uploadedFile = z.strictObject({
  name: z.string().max(255),
  mediaType: z.string().max(127),
  base64: z.base64().max(Math.ceil(uploadCeiling / 3) * 4),
  /** A label of the WHATWG encoding standard when the person chose one, else empty: it is detected. */
  encoding: z.string().max(40),
})
export const newDocument = inProject.extend({
  id: rowId(),
  ...provenance.shape,
  text: z.string().max(uploadCeiling).optional(),
  file: uploadedFile.optional(),
  /** Set when the person adds a text on purpose that the project already has. */
  again: z.boolean(),
})
export const documentDescription = inProject.extend({ documentId: rowId(), version, ...provenance.shape })

export const invitationInput = inProject.extend({ id: rowId(), role: z.enum(roles), note: line(200) })
export const invitationWithdrawal = inProject.extend({ invitationId: rowId() })
export const invitationAcceptance = requested.extend({ secret: z.string().min(20).max(100) })
export const roleChange = inProject.extend({ userId: rowId(), version, role: z.enum(roles) })
export const memberRemoval = inProject.extend({ userId: rowId(), version })

const name = z.strictObject({
  family: line(200).optional(),
  given: line(200).optional(),
  literal: line(300).optional(),
})
const address = z
  .string()
  .trim()
  .max(2_000)
  .refine(
    url => url === "" || /^https?:\/\/[^\s/]+/i.test(url),
    "Write the address in full, beginning with https:// or http://.",
  )
const part = z.number().int()

/** How much an item may say in all, in characters of JSON. */
const longestItem = 50_000

/**
 * A CSL-JSON item: the fields that the tool reads itself, and others as they came, which the command checks against the
 * schema of CSL.
 */
export const cslItem = z
  .looseObject({
    type: line(50).min(1, "Choose a form."),
    title: line(1_000).min(1, "Give the source a title."),
    author: z.array(name).max(50).optional(),
    editor: z.array(name).max(50).optional(),
    issued: z
      .strictObject({
        "date-parts": z.array(z.array(part).min(1).max(3)).min(1).max(2).optional(),
        literal: line(100).optional(),
        circa: z.boolean().optional(),
      })
      .optional(),
    "container-title": line(1_000).optional(),
    publisher: line(300).optional(),
    "publisher-place": line(300).optional(),
    volume: line(50).optional(),
    issue: line(50).optional(),
    page: line(50).optional(),
    edition: line(100).optional(),
    ISBN: line(40).optional(),
    DOI: line(300).optional(),
    URL: address.optional(),
    language: line(35).optional(),
  })
  .refine(item => JSON.stringify(item).length <= longestItem, "This record is too long. Shorten its note or abstract.")
export const archiveReference = z.strictObject({
  archive: line(200).min(1, "Name the archive."),
  fond: line(50).optional(),
  opis: line(50).optional(),
  delo: line(50).optional(),
  list: line(50).optional(),
})
/** A time in EDTF, or nothing. */
const time = line(60)
  .refine(text => text === "" || parseEdtf(text) !== null, edtfHelp)
  .default("")

export const sourceWords = z.strictObject({
  kind: z.enum(sourceKinds, "Choose what kind of source it is."),
  csl: cslItem,
  archive: archiveReference.nullable(),
  created: time,
  tells: time,
})
export const newSource = inProject.extend({ id: rowId(), ...sourceWords.shape })
export const sourceChange = inProject.extend({ sourceId: rowId(), version, ...sourceWords.shape })
export const sourceDeletion = inProject.extend({
  sourceId: rowId(),
  version,
  /** How many snapshots of it the person knows will be deleted with it. */
  snapshots: z.int().min(0).default(0),
})
