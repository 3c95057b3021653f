import { uuidv7 } from "uuidv7"
import { expect, test } from "vitest"
import { addSource } from "../../lib/commands/add-source.ts"
import { answerFlag } from "../../lib/commands/answer-flag.ts"
import { giveAnnotation } from "../../lib/commands/give-annotation.ts"
import { giveCitation } from "../../lib/commands/give-citation.ts"
import { withdrawCitation } from "../../lib/commands/withdraw-citation.ts"
import { emptyRationale } from "../../lib/domain/rationale.ts"
import { claimCard } from "../../lib/queries/claim-card.ts"
import { document, flag, member, project, value } from "../queries/project.ts"

test("a claim is vetted when two people agree, something is cited, and no open flag blocks it", async () => {
  const { owner, projectId } = await project()
  const reviewer = await member(owner, projectId, "reviewer", "Amara Okafor")
  const { id: documentId, units } = await document(owner, projectId)
  const unitId = units[0]!.id
  const state = async () => value(await claimCard(owner, documentId, unitId)).state
  const label = async (by: { id: string }) => {
    const words = { label: "documented", confidence: "high", rationale: emptyRationale, seen: null }
    value(await giveAnnotation(by, { documentId, unitId, id: uuidv7(), requestId: uuidv7(), ...words }))
  }
  expect(await state()).toBe("open")
  await label(owner)
  await label(reviewer)
  expect(await state()).toBe("in-review")

  const sourceId = uuidv7()
  const record = { kind: "memoir", csl: { type: "book", title: "Recollections" }, archive: null }
  value(await addSource(owner, { projectId, id: sourceId, ...record, requestId: uuidv7() }))
  const cite = async (stance: string) => {
    const words = { stance, locatorLabel: "page", locator: "", quotation: "", note: "", rank: null, directness: null }
    const id = uuidv7()
    value(await giveCitation(owner, { documentId, unitId, id, sourceId, ...words, requestId: uuidv7() }))
    return id
  }
  await cite("mentions")
  expect(await state()).toBe("in-review")
  const citationId = await cite("supports")
  expect(await state()).toBe("vetted")

  await flag(reviewer, documentId, "The ship sank", { blocking: false })
  expect(await state()).toBe("vetted")
  const flagId = await flag(reviewer, documentId, "sank in 1912. It was", { blocking: true })
  expect(await state()).toBe("blocked")
  value(await answerFlag(owner, { documentId, flagId, version: 1, answer: "Looked up.", requestId: uuidv7() }))
  expect(await state()).toBe("vetted")

  value(await withdrawCitation(owner, { documentId, citationId, version: 1, requestId: uuidv7() }))
  expect(await state()).toBe("in-review")
})
