import { uuidv7 } from "uuidv7"
import { expect, test } from "vitest"
import { changePolicy } from "../../lib/commands/change-policy.ts"
import { giveAnnotation } from "../../lib/commands/give-annotation.ts"
import { defaultPolicy, type Policy } from "../../lib/domain/policy.ts"
import { plainRationale } from "../../lib/domain/rationale.ts"
import { readingRoom } from "../../lib/queries/reading-room.ts"
import { code, document, value } from "../queries/project.ts"
import { chain, room } from "./room.ts"

test("under a new policy every verdict of every document is computed again, both ways", async () => {
  const { owner, ann, ben, projectId, documentId, first, second, label, policy, live } = await room()
  const other = await document(owner, projectId, "Diary")
  for (const who of [ann, ben]) value(await label(who, first, "speculative"))
  value(await label(ann, second, "speculative"))
  const elsewhere = other.units[0]!.id
  const words = { label: "disputed", confidence: "low", rationale: plainRationale("Both."), seen: null }
  const said = { documentId: other.id, unitId: elsewhere, id: uuidv7(), ...words, requestId: uuidv7() }
  value(await giveAnnotation(ann, said))
  const states = async () => (await live()).slice(0, 2).map(unit => unit.state)
  const there = async () => value(await readingRoom(owner, other.id)).units[0]!.state
  expect([...(await states()), await there()]).toEqual(["vetted", "in-review", "in-review"])
  expect(value(await policy({ annotations: 1 }))).toMatchObject({ version: 2, verdictsChanged: 2 })
  expect([...(await states()), await there()]).toEqual(["vetted", "vetted", "vetted"])
  expect(value(await policy({ annotations: 3 }, 2))).toMatchObject({ version: 3, verdictsChanged: 3 })
  expect([...(await states()), await there()]).toEqual(["in-review", "in-review", "in-review"])
  await chain(documentId)
  await chain(projectId)
})

test("what is written after a change is judged by the new policy", async () => {
  const { ann, ben, first, label, policy, card } = await room()
  value(await policy({ agreement: "all", annotations: 1 }))
  value(await label(ann, first, "speculative"))
  expect(await card(ann, first)).toMatchObject({ state: "vetted" })
  value(await label(ben, first, "disputed"))
  expect(await card(ann, first)).toMatchObject({ state: "contested", verdict: null })
})

test.each([
  ["documented.annotations", 0],
  ["speculative.annotations", 10],
  ["disputed.annotations", 1.5],
  ["documented.supporting", 0],
  ["documented.supporting", 10],
  ["documented.independent", 0],
  ["disputed.independent", 10],
  ["contested.independent", 0],
  ["documented.agreement", "most"],
  ["documented.kinds", ["press", "press"]],
  ["documented.kinds.0", ["film"]],
  ["documented.grade", "F"],
  ["contested.grade", "F"],
  ["documented.credibility", 6],
  ["disputed.evidence", ""],
  ["contested.votes", null],
  ["adjudicateOwn", "yes"],
])("a policy whose %s is %o is refused at its field", async (path, wrong) => {
  const { owner, projectId } = await room()
  const [rule, field] = path.split(".") as [keyof Policy, string | undefined]
  const words = { [rule]: field ? { ...Object(defaultPolicy[rule]), [field]: wrong } : wrong }
  const input = { projectId, version: 1, ...defaultPolicy, ...words, requestId: uuidv7() }
  expect(await changePolicy(owner, input)).toMatchObject({ failure: { code: "invalid", issues: [{ path }] } })
})

test("an editor may not change the policy, and a stale change gets what counts", async () => {
  const { editor, stranger, policy } = await room()
  expect(code(await policy({ annotations: 1 }, 1, editor))).toBe("forbidden")
  expect(code(await policy({ annotations: 1 }, 1, stranger))).toBe("not-found")
  value(await policy({ annotations: 4 }))
  expect(await policy({ annotations: 1 })).toMatchObject({
    failure: { code: "conflict", current: { documented: { annotations: 4 }, version: 2 } },
  })
})
