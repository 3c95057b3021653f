import * as z from "zod"
import { roles } from "../domain/access.ts"
import { bearings, stances } from "../domain/citation.ts"
import { flagReasons, flagStatuses } from "../domain/flag.ts"
import { flagCauses } from "../domain/flag-desk.ts"
import { credibilities, reliabilities } from "../domain/grade.ts"
import { confidences, labels } from "../domain/label.ts"
import { sourceKinds } from "../domain/source.ts"
import { unitKinds } from "../domain/unit.ts"
import { claimStates } from "../domain/verdict.ts"

// What answers look like, as they are sent. Objects are open: a reader has to pass over what it does not know.

const id = z.uuid()
const time = z.iso.datetime()
const count = z.int().min(0)
const offset = count.describe("UTF-16 code units from the beginning of the text.")
const span = { start: offset, end: offset }
const label = z.enum(labels)
const open = z.looseObject
const offers = z.record(z.string(), z.boolean()).describe("What the caller may do, by permission.")
const named = open({ id, title: z.string() })

/** What a change answers: where it stands in the log of its document or project. */
export const receipt = open({
  revision: z.int().min(1).describe("The change's number in the log of its document or project."),
  repeated: z.boolean().describe("Whether the same request had been carried out before, so that nothing was done now."),
})

export const projectList = open({
  projects: z.array(
    open({
      id,
      name: z.string(),
      description: z.string(),
      role: z.enum(roles),
      documents: count,
      claims: count,
      vetted: count,
    }),
  ),
})

const documentLine = open({
  id,
  title: z.string(),
  author: z.string(),
  licence: z.string(),
  language: z.string(),
  version: z.int(),
  words: count,
  addedAt: time,
  units: count,
  claims: count,
  documented: count,
  disputed: count,
  speculative: count,
  openFlags: count,
})

export const projectPage = open({
  project: open({ id, name: z.string(), description: z.string(), version: z.int() }),
  role: z.enum(roles),
  revision: count,
  offers,
  documents: z.array(documentLine),
  names: z.array(named),
  after: z.string().nullable().describe("The cursor for the next 50 documents; null at the end of the list."),
})

export const addedDocument = receipt.extend({
  documentId: id.optional(),
  units: count.optional().describe("Left out when the request is repeated."),
  sha256: z.string().optional(),
})

export const documentRoom = open({
  document: open({
    id,
    projectId: id,
    project: z.string(),
    title: z.string(),
    author: z.string(),
    licence: z.string(),
    language: z.string(),
    number: z.int().describe("The version of the text."),
    words: count,
    sha256: z.string(),
    text: z.string(),
  }),
  revision: count,
  mark: z.string(),
  sight: z.string(),
  me: id,
  offers,
  units: z.array(open({ id, ...span, kind: z.enum(unitKinds) })),
  flags: z.array(open({ id, ...span, reason: z.enum(flagReasons), blocking: z.boolean(), note: z.string() })),
})

export const claimList = open({
  project: z.string(),
  documents: z.array(named),
  people: z.array(open({ id: z.string(), name: z.string() })),
  total: count,
  claims: z.array(
    open({
      id,
      documentId: id,
      document: z.string(),
      n: z.int().describe("Its place among the claims of its document, from 1."),
      ...span,
      state: z.enum(claimStates),
      verdict: label.nullable(),
      labels: count.describe("How many people's labels the caller may see."),
      lastAt: time.nullable(),
      quote: z.string().describe("The claim's words, shortened."),
      why: z.array(z.string()).describe("What keeps it from being vetted, in sentences."),
    }),
  ),
  after: z.string().nullable().describe("The cursor for the next 50; null at the end of the list."),
})

const annotation = open({
  id,
  unitId: id,
  ...span,
  reviewerId: z.string(),
  reviewer: z.string(),
  label,
  confidence: z.enum(confidences),
  rationaleText: z.string(),
  said: label.nullable(),
  current: z.boolean(),
  blind: z.boolean(),
  createdAt: time,
})

const citation = open({
  id,
  unitId: id,
  sourceId: id,
  source: z.string(),
  reliability: z.enum(reliabilities).nullable(),
  author: z.string(),
  stance: z.enum(stances),
  locator: z.string(),
  quotation: z.string(),
  note: z.string(),
  credibility: z.literal(credibilities).nullable(),
  bearsOn: z.enum(bearings),
  version: z.int(),
})

export const card = open({
  unit: open({ id, ...span, kind: z.enum(unitKinds), retired: z.boolean(), version: z.int() }),
  revision: count,
  number: z.int().describe("The version of the text that its positions are of."),
  veiled: z.boolean().describe("Whether what others said of it stays unseen until one says something oneself."),
  state: z.enum(claimStates),
  verdict: label.nullable(),
  verdictBy: z.enum(["policy", "adjudication"]).nullable(),
  conditions: z.array(open({ code: z.string(), met: z.boolean(), sentence: z.string() })),
  mine: annotation.nullable(),
  others: z.array(annotation),
  earlier: z.array(annotation),
  citations: z.array(citation),
  flags: z.array(open({ id, ...span, quote: z.string(), reason: z.enum(flagReasons), status: z.enum(flagStatuses) })),
  adjudications: z.array(open({ id, editor: z.string(), label, reason: z.string(), current: z.boolean() })),
})

export const sourceList = open({
  project: z.string(),
  sources: z.array(
    open({
      id,
      kind: z.enum(sourceKinds),
      line: z.string(),
      csl: open({}),
      reliability: z.enum(reliabilities).nullable(),
      version: z.int(),
      citations: count,
    }),
  ),
  total: count,
  offers,
})

const desk = {
  flags: z.array(
    open({
      id,
      documentId: id,
      document: z.string(),
      start: offset,
      quote: z.string(),
      reason: z.enum(flagCauses),
      note: z.string(),
      blocking: z.boolean(),
      status: z.enum(flagStatuses),
      raiser: z.string().nullable(),
      raisedAt: time,
      assignee: z.string().nullable(),
      dueOn: z.iso.date().nullable(),
      answer: z.string(),
      version: z.int(),
      found: z.string().nullable().describe("What a rule found, in a sentence; null for a flag that a person raised."),
    }),
  ),
  after: z.string().nullable().describe("The cursor for moreFlags; null at the end of the list."),
}
export const moreOfDesk = open(desk)
export const flagDesk = open({ project: z.string(), total: count, offers, documents: z.array(named), ...desk })

export const exportList = open({
  jobs: z.array(
    open({
      id,
      format: z.string(),
      choice: z.record(z.string(), z.string()),
      state: z.string(),
      done: count,
      total: count.nullable(),
      bytes: count,
      failure: z.string().nullable(),
      requestedAt: time,
      expiresAt: time.nullable(),
      expired: z.boolean(),
    }),
  ),
})

export const caller = open({ id, name: z.string(), email: z.string() })

const once = "Shown here and never again."
export const appSecret = open({
  words: z.string().describe(`The secret as it is typed into an app. ${once}`),
  address: z.string().describe(`The secret as a QR code tells it. ${once}`),
})
/** What a browser is told to make or use a passkey: options of WebAuthn, level 3, 5.1, with bytes in base64url. */
export const passkeyOptions = open({ challenge: z.string() })
export const addedPasskey = open({ id, recoveryCodes: z.array(z.string()).readonly().describe(once) })
export const recoveryCodeList = open({ recoveryCodes: z.array(z.string()).readonly().describe(once) })

export const madeToken = open({ id, token: z.string().describe("Shown here and never again."), expiresAt: time })
