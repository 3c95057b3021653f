import { uuidv7 } from "uuidv7"
import { expect, test } from "vitest"
import { adjudicateClaim } from "../../lib/commands/adjudicate-claim.ts"
import { changePolicy } from "../../lib/commands/change-policy.ts"
import { giveAnnotation } from "../../lib/commands/give-annotation.ts"
import { database } from "../../lib/db/client.ts"
import { defaultPolicy } from "../../lib/domain/policy.ts"
import { plainRationale } from "../../lib/domain/rationale.ts"
import { policy } from "../../lib/queries/policy.ts"
import { policyWords } from "../../lib/schema/policy-input.ts"
import { policyOf } from "../domain/policies.ts"
import { code, document, member, project, value } from "./project.ts"

const three = policyOf({ annotations: 3 })

test("a new project has the default policy in its first version", async () => {
  const { owner, stranger, projectId } = await project()
  const page = value(await policy(owner, projectId))
  expect(page).toMatchObject({ project: "Seminar", version: 1, policy: defaultPolicy })
  expect(page.versions).toMatchObject([{ version: 1, by: "Vera Lindqvist", changes: [] }])
  expect(code(await policy(stranger, projectId))).toBe("not-found")
})

test("a change makes a version that says what it changed; a reader sees it and may not edit", async () => {
  const { owner, projectId } = await project()
  const reader = await member(owner, projectId, "reader", "Nora Beck")
  value(await changePolicy(owner, { projectId, version: 1, ...three, requestId: uuidv7() }))
  const page = value(await policy(reader, projectId))
  expect(page).toMatchObject({ version: 2, policy: three })
  expect(page.offers["policy.edit"]).toBe(false)
  expect(page.versions.map(({ version, changes }) => [version, changes])).toEqual([
    [2, ["Reviewers who must agree: 3 (before: 2)."]],
    [1, []],
  ])
  const refused = await changePolicy(reader, { projectId, version: 2, ...defaultPolicy, requestId: uuidv7() })
  expect(code(refused)).toBe("forbidden")
})

test("who saves against an older version gets the one that counts and changes nothing", async () => {
  const { owner, projectId } = await project()
  value(await changePolicy(owner, { projectId, version: 1, ...three, requestId: uuidv7() }))
  const late = await changePolicy(owner, { projectId, version: 1, ...defaultPolicy, requestId: uuidv7() })
  expect(late).toMatchObject({ failure: { code: "conflict", current: { documented: { annotations: 3 }, version: 2 } } })
  expect(value(await policy(owner, projectId)).versions).toHaveLength(2)
})

test("the answer says how many verdicts changed: those that the policy decides, not an editor's", async () => {
  const { owner, projectId } = await project()
  const { id: documentId, units } = await document(owner, projectId)
  const [one, two] = units.filter(unit => unit.kind === "claim")
  const words = { label: "speculative", confidence: "low", rationale: plainRationale("No log survives."), seen: null }
  for (const unitId of [one!.id, two!.id])
    value(await giveAnnotation(owner, { documentId, unitId, id: uuidv7(), ...words, requestId: uuidv7() }))
  const decision = { documentId, unitId: two!.id, id: uuidv7(), label: "disputed", reason: "Late memoirs." }
  value(await adjudicateClaim(owner, { ...decision, seen: null, requestId: uuidv7() }))
  const single = policyOf({ annotations: 1 })
  const saved = await changePolicy(owner, { projectId, version: 1, ...single, requestId: uuidv7() })
  expect(value(saved)).toMatchObject({ version: 2, verdictsChanged: 1 })
})

test("a policy that was stored before evidence was weighed is read, shown and changed with its meaning", async () => {
  const { owner, projectId } = await project()
  const vote = { annotations: 2, agreement: "majority" }
  const body = { ...vote, supporting: 0, disputed: "reasoned", speculativeReason: false, adjudicateOwn: true }
  await database().policy.updateMany({ where: { projectId }, data: { body } })
  const page = value(await policy(owner, projectId))
  expect(page.policy).toEqual(defaultPolicy)
  expect(page.versions.map(version => version.policy)).toEqual([defaultPolicy])
  expect(policyWords.safeParse(page.policy).success).toBe(true)
  value(await changePolicy(owner, { projectId, version: 1, ...three, requestId: uuidv7() }))
  expect(value(await policy(owner, projectId)).versions[0]!.changes).toEqual([
    "Reviewers who must agree: 3 (before: 2).",
  ])
})
