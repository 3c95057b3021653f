import fc from "fast-check"
import { expect, test } from "vitest"
import { claimsCsv } from "../../lib/formats/claims-csv.ts"
import { csvCells, readCsv } from "../../lib/formats/csv.ts"
import { vetted } from "./vetted.ts"

const live = /^["\s\p{Cc}\p{Cf}]*[=+\-@\t\r\0＝＋－＠]/u

test("every claim is one row that gives back its words, its place and its counts", () => {
  const property = fc.property(vetted, all => {
    const [heading = [], ...rows] = readCsv(claimsCsv(all))
    const claims = all.documents.flatMap(document => document.claims.map(claim => ({ document, claim })))
    expect(rows).toHaveLength(claims.length)
    rows.forEach((row, i) => {
      const cell = (name: string) => row[heading.indexOf(name)]
      const { document, claim } = claims[i]!
      expect(row).toHaveLength(heading.length)
      expect(cell("quote")).toBe(claim.quote)
      expect(cell("document")).toBe(document.title)
      expect(cell("project")).toBe(all.project)
      expect(cell("decision_reason")).toBe(claim.decision?.reason ?? "")
      expect([cell("unit_id"), cell("label"), cell("verdict_by")]).toEqual([claim.unitId, claim.label, claim.verdictBy])
      expect([cell("start"), cell("end")].map(Number)).toEqual([claim.start, claim.end])
      expect(Number(cell("dissenting"))).toBe(claim.annotations.filter(({ label }) => label !== claim.label).length)
      const stances = ["supports", "disputes", "mentions", "repeats"].map(name => Number(cell(name)))
      expect(stances.reduce((sum, n) => sum + n, 0)).toBe(claim.citations.length)
      expect(cell("notes")).toBe(claim.citations.map(({ id }) => `note ${id}`).join("\n"))
      expect(cell("decision_how")).toBe(claim.decision?.how ?? "")
      const follows = claim.decision?.follows.map(({ name }) => name.replaceAll(/\s+/g, " ")) ?? []
      expect(cell("decision_follows")).toBe(follows.join("\n"))
      expect(heading.slice(-3)).toEqual(["notes", "decision_how", "decision_follows"])
    })
  })
  fc.assert(property, { numRuns: 300 })
})

test("no cell starts a formula, whatever people wrote", () => {
  const property = fc.property(vetted, all => {
    for (const cell of csvCells(claimsCsv(all)).flat()) expect(cell).not.toMatch(live)
  })
  fc.assert(property, { numRuns: 300 })
})
