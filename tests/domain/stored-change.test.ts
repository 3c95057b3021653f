import { expect, test } from "vitest"
import { changeOf } from "../../lib/domain/stored-change.ts"

test("a row that was stored before it had a field reads with that field empty", () => {
  const body = JSON.stringify({
    effect: {
      annotations: [{ before: null, after: { id: "a", label: "documented" } }],
      citations: [{ before: { id: "c", stance: "supports" }, after: { id: "c", stance: "supports", credibility: 2 } }],
    },
  })
  expect(changeOf("citation-changed", body)).toMatchObject({
    effect: {
      annotations: [{ before: null, after: { id: "a", label: "documented", said: null } }],
      citations: [
        {
          before: { stance: "supports", credibility: null, bearsOn: "so", throughId: null, snapshotId: null },
          after: { credibility: 2, bearsOn: "so" },
        },
      ],
    },
  })
})
