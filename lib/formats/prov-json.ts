import { claimsAskedFor } from "../domain/export-state.ts"
import { leftOutNote } from "../domain/left-out-passages.ts"
import type { OutgoingCitation, OutgoingClaim, OutgoingDecision, OutgoingFlag } from "../domain/outgoing-claims.ts"
import { codePointsOf } from "./code-points.ts"
import type { ExportedDocument, ExportFormat, ExportHead, ExportPart } from "./export-format.ts"
import { pieceByPiece } from "./piece-by-piece.ts"

/**
 * Where everything that is exported comes from, as PROV-JSON: each text with its sources, and a bundle for each claim,
 * with who labelled it, who cited what, who decided, and what each rested on. Names in it begin with "app:", the
 * address of the project.
 */
export const provJson: ExportFormat = {
  extension: "prov.json",
  mediaType: "application/json; charset=utf-8",
  notes: false,
  write: pieceByPiece(head => {
    let bundles = 0
    let points = codePointsOf("")
    return {
      begin: `${JSON.stringify(whole(head)).slice(0, -1)},"bundle":{`,
      part(part) {
        if (part.first) points = codePointsOf(part.text)
        return part.claims
          .map(claim => {
            const name = JSON.stringify(`app:claims/${claim.unitId}/provenance`)
            return `${bundles++ === 0 ? "\n" : ",\n"}${name}:${JSON.stringify(bundleOf(claim, part, head, points))}`
          })
          .join("")
      },
      end: () => `${bundles === 0 ? "" : "\n"}}}\n`,
    }
  }),
}

const typed = (type: string) => ({ $: type, type: "xsd:QName" })
const textName = ({ documentId, number }: ExportedDocument) => `app:documents/${documentId}/versions/${number}`
const person = (id: string) => `app:people/${id}`
const software = "app:software"
const exporting = "app:export"
const policyName = (head: ExportHead) => `app:policy/${head.policyVersion}`

/** What belongs to the whole file: the texts, the sources, the policy, the program and the export itself. */
function whole(head: ExportHead) {
  const texts = head.documents.map(document => [
    textName(document),
    {
      "prov:type": typed("app:Text"),
      "prov:label": document.title,
      "app:sha256": document.sha256,
      "app:author": document.author,
      "app:foundAt": document.foundAt,
      "app:foundOn": document.foundOn,
      "app:licence": document.licence,
      "app:revision": document.revision,
    },
  ])
  const sources = [...head.sources.values()].map(({ id, set, line, kind }) => [
    `app:sources/${id}`,
    { "prov:type": typed("app:Source"), "prov:label": set || line, "app:kind": kind },
  ])
  const origins = head.lineage.flatMap(({ derivedId, derived, originId, origin }) =>
    [
      { id: derivedId, line: derived },
      { id: originId, line: origin },
    ]
      .filter(({ id }) => !head.sources.has(id))
      .map(({ id, line }) => [`app:sources/${id}`, { "prov:type": typed("app:Source"), "prov:label": line }]),
  )
  const moment = head.exportedAt.toISOString()
  return {
    prefix: { app: `${head.origin}/projects/${head.projectId}/`, xsd: "http://www.w3.org/2001/XMLSchema#" },
    entity: {
      [policyName(head)]: { "prov:type": typed("prov:Plan") },
      "app:file": {
        "prov:label": `${head.project}: ${claimsAskedFor[head.chosen.state]}${leftOutNote(head.chosen)}`,
        "app:head": head.logHead,
      },
      ...Object.fromEntries([...texts, ...sources, ...origins]),
    },
    agent: { [software]: { "prov:type": typed("prov:SoftwareAgent"), "prov:label": "Apparatus" } },
    activity: { [exporting]: { "prov:startTime": moment, "prov:endTime": moment } },
    used: Object.fromEntries(
      head.documents.map((document, at) => [
        `_:use${at}`,
        { "prov:activity": exporting, "prov:entity": textName(document) },
      ]),
    ),
    wasGeneratedBy: { "_:file": { "prov:entity": "app:file", "prov:activity": exporting, "prov:time": moment } },
    wasAssociatedWith: { "_:export": { "prov:activity": exporting, "prov:agent": software } },
    ...(head.lineage.length > 0 && {
      wasDerivedFrom: Object.fromEntries(
        head.lineage.map(({ derivedId, originId, how }, at) => [
          `_:lineage${at}`,
          {
            "prov:generatedEntity": `app:sources/${derivedId}`,
            "prov:usedEntity": `app:sources/${originId}`,
            "app:how": how,
          },
        ]),
      ),
    }),
  }
}

/** Records of one bundle, by kind and name. */
class Records {
  readonly #kinds = new Map<string, Map<string, object>>()
  #blank = 0

  add(kind: string, name: string, of: object): string {
    const records = this.#kinds.get(kind) ?? new Map<string, object>()
    this.#kinds.set(kind, records.set(name, of))
    return name
  }

  relate(kind: string, of: object): void {
    this.add(kind, `_:r${this.#blank++}`, of)
  }

  all = () => Object.fromEntries([...this.#kinds].map(([kind, records]) => [kind, Object.fromEntries(records)]))
}

function bundleOf(claim: OutgoingClaim, { document }: ExportPart, head: ExportHead, points: (at: number) => number) {
  const records = new Records()
  const span = { "app:start": points(claim.start), "app:end": points(claim.end) }
  const name = records.add("entity", `app:claims/${claim.unitId}`, {
    "prov:type": typed("app:Claim"),
    ...(head.quotes && { "prov:value": claim.quote }),
    ...span,
  })
  records.relate("wasDerivedFrom", { "prov:generatedEntity": name, "prov:usedEntity": textName(document) })
  const citations = claim.citations.map(citation => cited(records, citation))
  const annotations = claim.annotations.map(annotation => {
    const { id, label, confidence, rationaleText, blind, at } = annotation
    const entity = records.add("entity", `app:annotations/${id}`, {
      "prov:type": typed("app:Annotation"),
      "prov:value": label,
      "app:confidence": confidence,
      "app:rationale": rationaleText,
      "app:blind": blind,
    })
    made(
      records,
      entity,
      `app:annotations/${id}/labelling`,
      at,
      agent(records, annotation.reviewerId, annotation.reviewer),
    )
    records.relate("used", { "prov:activity": `app:annotations/${id}/labelling`, "prov:entity": name })
    return entity
  })
  const verdict =
    claim.label &&
    records.add("entity", `app:claims/${claim.unitId}/verdict`, {
      "prov:type": typed("app:Verdict"),
      "prov:value": claim.label,
      ...(claim.verdictBy && { "app:by": claim.verdictBy }),
      ...(claim.said && { "app:said": claim.said }),
    })
  if (verdict)
    for (const used of [name, ...annotations, ...citations])
      records.relate("wasDerivedFrom", { "prov:generatedEntity": verdict, "prov:usedEntity": used })
  for (const flag of claim.flags) flagged(records, flag, name)
  for (const [at, decision] of claim.decisions.entries()) decided(records, claim, decision, at)
  if (claim.decision) decided(records, claim, claim.decision, "standing", verdict)
  else if (verdict) {
    const judging = records.add("activity", `app:claims/${claim.unitId}/judging`, {})
    records.relate("wasGeneratedBy", { "prov:entity": verdict, "prov:activity": judging })
    records.relate("wasAssociatedWith", {
      "prov:activity": judging,
      "prov:agent": software,
      "prov:plan": policyName(head),
    })
  }
  return records.all()
}

const agent = (records: Records, id: string, name: string) =>
  records.add("agent", person(id), { "prov:type": typed("prov:Person"), "prov:label": name })

/** Something that a person made at a moment. */
function made(records: Records, entity: string, activity: string, at: Date, by: string): void {
  records.add("activity", activity, { "prov:endTime": at.toISOString() })
  records.relate("wasGeneratedBy", { "prov:entity": entity, "prov:activity": activity, "prov:time": at.toISOString() })
  records.relate("wasAssociatedWith", { "prov:activity": activity, "prov:agent": by })
  records.relate("wasAttributedTo", { "prov:entity": entity, "prov:agent": by })
}

function cited(records: Records, citation: OutgoingCitation): string {
  const { id, stance, locator, quotation, note, sourceId, throughId } = citation
  const entity = records.add("entity", `app:citations/${id}`, {
    "prov:type": typed("app:Citation"),
    "prov:value": stance,
    "app:locator": locator,
    "app:quotation": quotation,
    "app:note": note,
  })
  for (const source of [sourceId, throughId])
    if (source !== null)
      records.relate("wasDerivedFrom", { "prov:generatedEntity": entity, "prov:usedEntity": `app:sources/${source}` })
  const by = agent(records, citation.authorId, citation.author)
  records.relate("wasAttributedTo", { "prov:entity": entity, "prov:agent": by })
  return entity
}

/** A flag on a claim; who raised it made it, and its answer is what derives from it. */
function flagged(records: Records, flag: OutgoingFlag, claim: string): void {
  const name = `app:flags/${flag.id}`
  const entity = records.add("entity", name, {
    "prov:type": typed("app:Flag"),
    "app:reason": flag.reason,
    "app:note": flag.note,
    "app:status": flag.status,
  })
  const raiser = flag.raisedBy ? agent(records, flag.raisedBy.id, flag.raisedBy.name) : software
  made(records, entity, `${name}/raising`, flag.raisedAt, raiser)
  records.relate("wasDerivedFrom", { "prov:generatedEntity": entity, "prov:usedEntity": claim })
  if (!flag.answeredBy || !flag.answeredAt) return
  const answer = records.add("entity", `${name}/answer`, {
    "prov:type": typed("app:Answer"),
    "prov:value": flag.answer,
  })
  const { id, name: answerer } = flag.answeredBy
  made(records, answer, `${name}/answering`, flag.answeredAt, agent(records, id, answerer))
  records.relate("wasDerivedFrom", { "prov:generatedEntity": answer, "prov:usedEntity": entity })
}

function decided(
  records: Records,
  claim: OutgoingClaim,
  decision: OutgoingDecision,
  at: number | string,
  verdict: string | null = null,
): void {
  const name = `app:claims/${claim.unitId}/decisions/${at}`
  const entity = records.add("entity", name, {
    "prov:type": typed("app:Decision"),
    "prov:value": decision.label,
    "app:reason": decision.reason,
    "app:stands": decision.stands,
  })
  made(records, entity, `${name}/deciding`, decision.at, agent(records, decision.editorId, decision.editor))
  if (verdict) records.relate("wasDerivedFrom", { "prov:generatedEntity": verdict, "prov:usedEntity": entity })
  if (!decision.endedAt) return
  const ending = records.add("activity", `${name}/ending`, { "prov:endTime": decision.endedAt.toISOString() })
  records.relate("wasInvalidatedBy", { "prov:entity": entity, "prov:activity": ending })
  if (decision.endedBy)
    records.relate("wasAssociatedWith", {
      "prov:activity": ending,
      "prov:agent": agent(records, decision.endedBy.id, decision.endedBy.name),
    })
}
