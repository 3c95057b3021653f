import fc from "fast-check"
import { expect } from "vitest"
import type { ExportFormat } from "../../lib/formats/export-format.ts"
import { exported, textOf } from "./exported.ts"

/** The law of every format that is text: the bytes are the same, however the claims are cut into parts. */
export const sameHoweverCut = (format: ExportFormat): Promise<void> =>
  fc.assert(
    fc.asyncProperty(exported, async all => {
      const whole = await textOf(format, all, 100)
      expect(await textOf(format, all, 1)).toBe(whole)
      expect(await textOf(format, all, 2)).toBe(whole)
    }),
    { numRuns: 100 },
  )
