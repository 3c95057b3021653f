import { uuidv7 } from "uuidv7"
import { expect, test } from "vitest"
import { addDocument } from "../../lib/commands/add-document.ts"
import { adjudicateClaim } from "../../lib/commands/adjudicate-claim.ts"
import { answerFlag } from "../../lib/commands/answer-flag.ts"
import { changeKind } from "../../lib/commands/change-kind.ts"
import { withdrawCitation } from "../../lib/commands/withdraw-citation.ts"
import { database } from "../../lib/db/client.ts"
import { type ExportFormatName, exportFormatNames } from "../../lib/domain/export-format-name.ts"
import { plainRationale } from "../../lib/domain/rationale.ts"
import { exportPreview } from "../../lib/queries/export-preview.ts"
import { room } from "../commands/room.ts"
import { sampleText } from "./project.ts"
import { exportText, vettedClaims } from "./whole-export.ts"
import { cite, done, exported, flag, label, requestId, text, vet, workshop } from "./workshop.ts"

test("an adjudicated claim keeps the decision, everybody's labels and the dissent", async () => {
  const shop = await workshop()
  const { owner, reviewer, documentId, claims } = shop
  await label(shop, owner, claims[0]!, "disputed", "Both dates are found.")
  await label(shop, reviewer, claims[0]!, "speculative", "No record of the birth is cited.")
  const contested = await exported(shop)
  expect(contested.claims).toEqual([])
  expect(contested.leftOut[0]).toMatchObject({ state: "contested", why: expect.stringContaining("Reviewers disagree") })
  const decision = { id: uuidv7(), label: "disputed", reason: "The registers differ.", seen: null }
  done(await adjudicateClaim(owner, { documentId, unitId: claims[0]!, ...decision, requestId: requestId() }))
  const { claims: vetted, leftOut } = await exported(shop)
  expect(vetted).toMatchObject([
    {
      unitId: claims[0],
      label: "disputed",
      verdictBy: "adjudication",
      decision: { editor: "Vera Lindqvist", reason: "The registers differ.", at: expect.any(Date) },
      annotations: [
        { reviewer: "Vera Lindqvist", label: "disputed", agrees: true, rationaleText: "Both dates are found." },
        {
          reviewer: "Nora Beck",
          label: "speculative",
          agrees: false,
          confidence: "high",
          rationale: plainRationale("No record of the birth is cited."),
        },
      ],
    },
  ])
  expect(leftOut.map(({ why }) => why)).toEqual(Array(3).fill("Nobody has labelled it yet."))
})

test("a label tells of which text its span is, which is not the claim's own after a new version", async () => {
  const { ann, editor, projectId, documentId, first, second, label, decide, renew, live } = await room()
  done(await label(ann, first, "speculative"))
  done(await decide(editor, first, "speculative"))
  const [was] = await live()
  done(await renew(editor, `Copied from a log. ${sampleText}`))
  done(await label(ann, second, "speculative"))
  done(await decide(editor, second, "speculative"))
  const { documents } = done(await vettedClaims(editor, projectId, { documentId }))
  const [older, newer] = documents[0]!.claims
  expect(older).toMatchObject({ unitId: first, start: was!.start + 19 })
  expect(older!.annotations).toMatchObject([{ textVersion: 1, start: was!.start, end: was!.end }])
  expect(newer!.annotations).toMatchObject([{ textVersion: 2, start: newer!.start, end: newer!.end }])
})

test("quotes are the text at their place, behind emoji too", async () => {
  const shop = await workshop()
  for (const unitId of shop.claims) {
    await cite(shop, unitId)
    await label(shop, shop.owner, unitId, "documented", "")
    await label(shop, shop.reviewer, unitId, "documented", "")
  }
  const { claims, sha256 } = await exported(shop)
  expect(claims.map(claim => claim.unitId)).toEqual(shop.claims)
  for (const { start, end, quote } of claims) expect(quote).toBe(text.slice(start, end))
  expect(claims[1]!.quote.trim()).toBe("Trotsky was expelled from the party in 1927.")
  const stored = await database().version.findFirstOrThrow({ where: { documentId: shop.documentId } })
  expect(sha256).toBe(Buffer.from(stored.sha256).toString("hex"))
})

test("a blocking flag keeps a claim out and says so, until it is answered", async () => {
  const shop = await workshop()
  const [unitId = ""] = shop.claims
  await cite(shop, unitId)
  await label(shop, shop.owner, unitId, "documented", "")
  await label(shop, shop.reviewer, unitId, "documented", "")
  expect((await exported(shop)).claims).toHaveLength(1)
  const flagId = await flag(shop, unitId)
  const blocked = await exported(shop)
  expect(blocked.claims).toEqual([])
  expect(blocked.leftOut[0]).toMatchObject({ state: "blocked", why: expect.stringContaining("blocking flag is open") })
  const answer = { documentId: shop.documentId, flagId, version: 1, answer: "Checked against the print." }
  done(await answerFlag(shop.owner, { ...answer, requestId: requestId() }))
  expect((await exported(shop)).claims).toMatchObject([{ unitId, decision: null, verdictBy: "policy" }])
})

test("a claim in review says which condition it fails first", async () => {
  const shop = await workshop()
  await label(shop, shop.owner, shop.claims[1]!, "speculative", "No minutes are cited.")
  const { leftOut } = await exported(shop)
  expect(leftOut[1]).toMatchObject({
    unitId: shop.claims[1],
    state: "in-review",
    why: "Two reviewers must agree; so far one reviewer says speculative.",
  })
})

test("withdrawn citations, their sources and passages that are no claims are left out", async () => {
  const shop = await workshop()
  const [unitId = "", opinion = ""] = shop.claims
  await label(shop, shop.owner, unitId, "speculative", "Nothing is known.")
  await label(shop, shop.reviewer, unitId, "speculative", "Nothing is known.")
  const citationId = await cite(shop, unitId)
  const before = done(await vettedClaims(shop.reviewer, shop.projectId))
  expect(before.documents[0]!.claims[0]!.citations).toMatchObject([{ id: citationId, author: "Vera Lindqvist" }])
  expect(before.sources).toMatchObject([{ id: shop.sourceId, line: "Khlevniuk, Oleg. Stalin" }])
  const { documentId } = shop
  done(await withdrawCitation(shop.owner, { documentId, citationId, version: 1, requestId: requestId() }))
  done(
    await changeKind(shop.owner, { documentId, unitId: opinion, version: 1, kind: "opinion", requestId: requestId() }),
  )
  const after = done(await vettedClaims(shop.reviewer, shop.projectId, { documentId }))
  expect(after.documents[0]!.claims[0]!.citations).toEqual([])
  expect(after.sources).toEqual([])
  expect(after.documents[0]!.notClaims).toEqual({ opinion: 1 })
  expect(after.documents[0]!.leftOut).toHaveLength(2)
})

test("strangers, and documents of other projects, are not found", async () => {
  const shop = await workshop()
  const other = await workshop()
  const missing = { ok: false, failure: { code: "not-found" } }
  expect(await vettedClaims(other.owner, shop.projectId)).toEqual(missing)
  expect(await vettedClaims(other.owner, other.projectId, { documentId: shop.documentId })).toEqual(missing)
  expect(await exportText(other.owner, { projectId: shop.projectId, format: "csv" })).toEqual(missing)
})

test("a file is named after what is in it, and a bad choice is refused", async () => {
  const { owner, projectId, documentId } = await workshop()
  const named = async (choice: object) => done(await exportText(owner, { projectId, ...choice })).name
  const day = new Date().toISOString().slice(0, 10)
  expect(await named({ format: "json", documentId: "" })).toBe(`Purges seminar, vetted claims ${day}.json`)
  expect(await named({ format: "csv", documentId })).toBe(`Notes, vetted claims ${day}.csv`)
  expect(await exportText(owner, { projectId, format: "xml" })).toMatchObject({
    failure: {
      code: "invalid",
      issues: [{ path: "format", message: expect.stringContaining("Choose a format: json, ") }],
    },
  })
  expect(await exportText(owner, { projectId, format: "csv", documentId: "1" })).toMatchObject({
    failure: { code: "invalid", issues: [{ path: "documentId" }] },
  })
})

test("a choice leaves what it says, in the preview and in the file, and counts what it leaves out", async () => {
  const shop = await workshop()
  const { owner, reviewer, projectId, claims } = shop
  await vet(shop, claims[0]!, "documented")
  await vet(shop, claims[1]!, "speculative")
  await label(shop, reviewer, claims[2]!, "disputed", "Two registers differ.")
  await cite(shop, claims[2]!)
  const decision = {
    documentId: shop.documentId,
    id: uuidv7(),
    label: "documented",
    reason: "The register.",
    seen: null,
  }
  done(await adjudicateClaim(owner, { ...decision, unitId: claims[2], requestId: requestId() }))
  const seen = async (choice: object) => {
    const {
      chosen,
      unfit,
      keptBack,
      dissented,
      labels,
      claims: shown,
    } = done(await exportPreview(owner, projectId, choice))
    const { text: file } = done(await exportText(owner, { projectId, format: "json", ...choice }))
    const written = JSON.parse(file).documents.flatMap((document: { claims: { id: string }[] }) => document.claims)
    expect(written.map(({ id }: { id: string }) => id)).toEqual(shown.map(({ unitId }) => unitId))
    expect(labels.reduce((sum, { count }) => sum + count, 0)).toBe(chosen)
    return { ids: shown.map(({ unitId }) => unitId), chosen, unfit, keptBack, dissented }
  }
  const all = { ids: claims.slice(0, 3), chosen: 3, unfit: 0, keptBack: 1, dissented: 1 }
  expect(await seen({})).toEqual(all)
  expect(await seen({ label: "speculative" })).toMatchObject({ ids: [claims[1]], chosen: 1, unfit: 2, keptBack: 1 })
  expect(await seen({ dissent: "with" })).toMatchObject({ ids: [claims[2]], unfit: 2, dissented: 1 })
  expect(await seen({ dissent: "without" })).toMatchObject({ ids: claims.slice(0, 2), unfit: 1, dissented: 0 })
  expect(await seen({ search: "  trotsky   WAS " })).toMatchObject({ ids: [claims[1]], unfit: 2 })
  expect(await seen({ search: "nobody says this" })).toMatchObject({ ids: [], chosen: 0, unfit: 3 })
  expect(await exportPreview(owner, projectId, { label: "true" })).toMatchObject({ failure: { code: "invalid" } })
})

test("claims go out wherever they stand if one asks for them, with what was said of them and without a verdict", async () => {
  const shop = await workshop()
  const { owner, reviewer, projectId, claims } = shop
  const [vetted = "", contested = "", labelled = "", open = ""] = claims
  await vet(shop, vetted, "documented")
  await cite(shop, contested)
  await label(shop, owner, contested, "speculative", "The register is lost.")
  await label(shop, reviewer, contested, "documented", "The register.")
  await label(shop, reviewer, labelled, "speculative", "Nothing is known.")
  const sent = async (state: string) => {
    const preview = done(await exportPreview(owner, projectId, { state }))
    const { text, name } = done(await exportText(owner, { projectId, format: "json", state }))
    const file = JSON.parse(text)
    expect(file.chosen.state).toBe(state)
    expect(name.includes("vetted claims")).toBe(state === "vetted")
    const [document] = file.documents
    expect(document.claims.map(({ id }: { id: string }) => id)).toEqual(preview.claims.map(({ unitId }) => unitId))
    return { claims: document.claims, left: document.leftOut.claims.length, unfit: preview.unfit }
  }
  const ids = async (state: string) => (await sent(state)).claims.map(({ id }: { id: string }) => id)
  expect(await sent("vetted")).toMatchObject({ claims: [{ id: vetted, state: "vetted" }], left: 3, unfit: 0 })
  expect(await sent("contested")).toMatchObject({ left: 0, unfit: 3 })
  expect(await ids("in-review")).toEqual([labelled])
  expect(await ids("open")).toEqual([open])
  expect(await ids("blocked")).toEqual([])
  expect(await ids("labelled")).toEqual([vetted, contested, labelled])
  expect(await ids("every")).toEqual(claims)
  const [claim] = (await sent("contested")).claims
  expect(claim).toMatchObject({ id: contested, state: "contested", label: null, verdictBy: null, decision: null })
  const said = claim.annotations.map(({ label: theirs, agrees }: { label: string; agrees: null }) => [theirs, agrees])
  expect(said).toEqual([
    ["speculative", null],
    ["documented", null],
  ])
  expect(await exportPreview(owner, projectId, { state: "good" })).toMatchObject({ failure: { code: "invalid" } })
})

test("with positions only no word of the text goes out, in no format", async () => {
  const shop = await workshop()
  const { owner, projectId, claims } = shop
  await vet(shop, claims[1]!, "documented")
  const words = ["Trotsky", "expelled", "Tukhachevsky", "Gori"]
  for (const format of exportFormatNames) {
    const { text: whole } = done(await exportText(owner, { projectId, format }))
    const { text: positions } = done(await exportText(owner, { projectId, format, positions: "1" }))
    for (const word of words) expect(`${format}: ${positions}`).not.toContain(word)
    if (!withoutClaims.has(format)) expect(whole).toContain("Trotsky was expelled")
  }
  expect(JSON.stringify(done(await exportPreview(owner, projectId, { positions: "1" })))).not.toContain("Trotsky")
})

/** Formats that tell nothing of the claims. */
const withoutClaims = new Set<ExportFormatName>(["csvw", "bibtex", "ris", "csl-json"])

test("claims of several runs go out once each and in order", async () => {
  const shop = await workshop()
  const { owner, projectId } = shop
  const documentId = uuidv7()
  const many = Array.from({ length: 1_203 }, (_, at) => `Ship ${at} left Port Ardle in 1911.`).join(" ")
  const provenance = { title: "Ships", author: "", foundAt: "", foundOn: "", licence: "", language: "en" }
  const add = addDocument(() => 1_000_000)
  done(await add(owner, { id: documentId, projectId, ...provenance, text: many, again: false, requestId: requestId() }))
  await database().$executeRaw`
    UPDATE "Unit" SET state = 'vetted', verdict = 'documented', "verdictBy" = 'policy'
    WHERE "documentId" = ${documentId}::uuid AND kind = 'claim'`
  const file = done(await exportText(owner, { projectId, format: "json", documentId }))
  const [document] = JSON.parse(file.text).documents
  expect(document.claims).toHaveLength(1_203)
  const quotes = document.claims.map(({ quote }: { quote: string }) => quote.trim())
  expect(quotes).toEqual(Array.from(quotes, (_, at) => `Ship ${at} left Port Ardle in 1911.`))
  const preview = done(await exportPreview(owner, projectId, { documentId }))
  expect(preview).toMatchObject({ chosen: 1_203, labels: [{ count: 1_203 }, { count: 0 }, { count: 0 }] })
  expect(preview.claims).toHaveLength(20)
})
