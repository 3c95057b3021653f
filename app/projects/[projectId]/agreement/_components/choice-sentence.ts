import { claimKindWords } from "../../../../../lib/domain/labelled-claims.ts"
import type { AgreementChoice } from "../../../../../lib/schema/agreement-input.ts"

interface Names {
  readonly documents: readonly { readonly id: string; readonly title: string }[]
  readonly people: readonly { readonly id: string; readonly name: string }[]
}

/** What the figures are made of, in a sentence. */
export function choiceSentence(filter: AgreementChoice, { documents, people }: Names): string {
  const named = [...new Set([filter.one, filter.other])].flatMap(id => people.find(one => one.id === id)?.name ?? [])
  const title = documents.find(({ id }) => id === filter.document)?.title
  const labels =
    filter.labels === "blind"
      ? "the last label that each person gave blind and has not taken back"
      : "all labels as they stand now"
  const whose = named.length === 2 ? ` of ${named.join(" and ")}` : ""
  const claims = [
    filter.kind && claimKindWords[filter.kind],
    named.length === 1 && `that ${named[0]} labelled`,
    title && `in “${title}”`,
    (filter.from || filter.to) &&
      `whose last label was given ${[filter.from && `from ${filter.from}`, filter.to && `up to ${filter.to}`].filter(Boolean).join(" ")}`,
  ].filter(words => typeof words === "string" && words !== "")
  return `Made of ${labels}${whose}, on ${claims.length === 0 ? "all claims" : `claims ${claims.join(", ")}`}.`
}
