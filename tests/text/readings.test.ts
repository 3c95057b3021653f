import { describe, expect, test } from "vitest"
import { mainAttribution } from "../../lib/text/attributed-to.ts"
import { isHedged } from "../../lib/text/hedged.ts"
import { splitText } from "../../lib/text/split-text.ts"
import { isSameSource } from "../eval/score-annotated.ts"
import { readings } from "./reading-table.ts"

const rows = readings
  .split("\n")
  .filter(line => line.trim() !== "")
  .map(line => line.split(" | ") as [string, string, string, ...string[]])
  .map(([kind, hedged, source, ...text]) => ({ kind, hedged, source, text: text.join(" | ").trim() }))

describe("kind, hedge and source by form", () => {
  test.each(rows)("$text", ({ kind, hedged, source, text }) => {
    const units = splitText(text)
    const unit = units[0]!
    const cue = mainAttribution(unit.kind, unit.cues)
    const found = cue === null ? "-" : (cue.reading ?? "*")
    expect([unit.kind, isHedged(unit.kind, unit.cues) ? "hedged" : "-"]).toEqual([kind, hedged])
    expect(found === source || (source !== "-" && isSameSource(source, found)), `the source ${found}`).toBe(true)
  })

  test("the table is wide", () => {
    expect(rows.length).toBeGreaterThan(150)
  })
})
