import type { NamedPerson } from "./export-names.ts"
import type { OutgoingAnnotation, OutgoingCitation, OutgoingDecision, OutgoingFlag } from "./outgoing-claims.ts"

/** What an export calls the person with an id. */
type CalledAs = (id: string) => NamedPerson

/** An annotation with its reviewer as an export calls them. */
export function namedAnnotation<A extends OutgoingAnnotation>(of: CalledAs, annotation: A): A {
  const { id, name, orcid } = of(annotation.reviewerId)
  return { ...annotation, reviewerId: id, reviewer: name, ...(orcid && { reviewerOrcid: orcid }) }
}

/** A citation with its author as an export calls them. */
export function namedCitation<C extends OutgoingCitation>(of: CalledAs, citation: C): C {
  const { id, name, orcid } = of(citation.authorId)
  return { ...citation, authorId: id, author: name, ...(orcid && { authorOrcid: orcid }) }
}

/** A decision with everybody in it as an export calls them. The order of those whom it follows tells no real name. */
export function namedDecision<D extends OutgoingDecision>(of: CalledAs, decision: D): D {
  const { id, name, orcid } = of(decision.editorId)
  const follows = decision.follows.map(person => of(person.id))
  return {
    ...decision,
    editorId: id,
    editor: name,
    ...(orcid && { editorOrcid: orcid }),
    follows: follows.sort((a, b) => order(a.name, b.name) || order(a.id, b.id)),
    endedBy: decision.endedBy && of(decision.endedBy.id),
  }
}

/** A flag with whoever raised and answered it as an export calls them. */
export const namedFlag = (
  of: CalledAs,
  {
    raisedBy,
    answeredBy,
    ...flag
  }: Omit<OutgoingFlag, "raisedBy" | "answeredBy"> & {
    readonly raisedBy: string | null
    readonly answeredBy: string | null
  },
): OutgoingFlag => ({
  ...flag,
  raisedBy: raisedBy === null ? null : of(raisedBy),
  answeredBy: answeredBy === null ? null : of(answeredBy),
})

const order = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
