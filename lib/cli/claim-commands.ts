import { uuidv7 } from "uuidv7"
import type { InputOf } from "../client/call-types.ts"
import type { Client } from "../client/client.ts"
import { eachClaim, ListBroken } from "../client/each.ts"
import { plainRationale } from "../domain/rationale.ts"
import type { CliCommand, Values } from "./command-line.ts"
import { table } from "./terminal.ts"
import { CliTrouble, exits, refusal } from "./trouble.ts"

const text = { type: "string" } as const
const filters = ["state", "verdict", "document", "labelled", "search"] as const

export const claimCommands: Readonly<Record<string, CliCommand>> = {
  claims: {
    usage:
      "claims PROJECT [--state STATE] [--verdict LABEL] [--document ID] [--labelled some|none|several] [--search WORDS] [--limit N] [--json]",
    says: "Lists claims, each with its state; with --json one object a line.",
    takes: 1,
    options: {
      ...Object.fromEntries(filters.map(name => [name, text])),
      limit: text,
      json: { type: "boolean" },
    },
    run: async ({ words: [projectId = ""], values, api, print }) => {
      const limit = Number(values["limit"] ?? Number.POSITIVE_INFINITY)
      if (!(limit >= 1)) throw new CliTrouble("Write --limit as a number, from 1.", exits.usage)
      const chosen = Object.fromEntries(
        filters.flatMap(name => (values[name] === undefined ? [] : [[name, values[name]]])),
      )
      // The server knows which words fit, and says so.
      const input = { projectId, ...chosen } as InputOf<"claims">
      const rows: string[][] = []
      try {
        for await (const claim of eachClaim(await api(), input)) {
          if (values["json"]) print(JSON.stringify(claim))
          const place = `${claim.documentId}/${claim.id}`
          rows.push([place, claim.state, claim.verdict ?? "–", String(claim.labels), claim.quote])
          if (rows.length >= limit) break
        }
      } catch (trouble) {
        throw trouble instanceof ListBroken ? refusal(trouble.failure) : trouble
      }
      if (!values["json"]) print(table(["CLAIM", "STATE", "VERDICT", "LABELS", "WORDS"], rows, 80))
    },
  },
  annotate: {
    usage: "annotate CLAIM LABEL --confidence low|moderate|high [--reason WORDS]",
    says: "Labels a claim documented, disputed or speculative, or changes your label on it.",
    takes: 2,
    options: { confidence: text, reason: text },
    run: async ({ words: [claim = "", label = ""], values, api, print }) => {
      const place = placeOf(claim)
      const { call } = await api()
      const card = await call("claimCard", place)
      if (!card.ok) throw refusal(card.failure)
      const given = await call("giveAnnotation", {
        ...place,
        id: uuidv7(),
        label: label as "documented",
        confidence: (values["confidence"] ?? "") as "low",
        rationale: plainRationale(said(values, "reason")),
        seen: card.value.mine?.id ?? null,
      })
      if (!given.ok) throw refusal(given.failure)
      print(`Labelled ${label}. ${await standing(call, place)}`)
    },
  },
  cite: {
    usage: "cite CLAIM SOURCE supports|disputes|mentions|repeats [--page P] [--quotation WORDS] [--note WORDS]",
    says: "Cites a source of the project for or against a claim.",
    takes: 3,
    options: { page: text, quotation: text, note: text },
    run: async ({ words: [claim = "", sourceId = "", stance = ""], values, api, print }) => {
      const place = placeOf(claim)
      const { call } = await api()
      const given = await call("giveCitation", {
        ...place,
        id: uuidv7(),
        sourceId,
        stance: stance as "supports",
        locatorLabel: "page",
        locator: said(values, "page"),
        quotation: said(values, "quotation"),
        note: said(values, "note"),
        rank: null,
        directness: null,
      })
      if (!given.ok) throw refusal(given.failure)
      print(`Cited. ${await standing(call, place)}`)
    },
  },
}

const said = (values: Values, name: string): string => (typeof values[name] === "string" ? values[name] : "")

function placeOf(claim: string): { documentId: string; unitId: string } {
  const [documentId, unitId, more] = claim.split("/")
  if (documentId && unitId && more === undefined) return { documentId, unitId }
  throw new CliTrouble("Write the claim as DOCUMENT/CLAIM, as `claims` prints it.", exits.usage)
}

/** How the claim stands after what was done, in words. */
async function standing(call: Client["call"], place: { documentId: string; unitId: string }): Promise<string> {
  const card = await call("claimCard", place)
  if (!card.ok) return ""
  const lacks = card.value.conditions.flatMap(({ met, sentence }) => (met ? [] : [sentence]))
  return [`The claim is ${card.value.state}.`, ...lacks].join(" ")
}
