import { renderToString } from "react-dom/server"
import { expect, test } from "vitest"
import { useApiForm } from "../../app/_ui/use-api-form.ts"
import { PolicyFields } from "../../app/projects/[projectId]/policy/_components/policy-fields.tsx"
import { defaultPolicy, mostAsked, type Policy } from "../../lib/domain/policy.ts"
import { sourceKinds } from "../../lib/domain/source.ts"
import { policyWords } from "../../lib/schema/policy-input.ts"

function Fields() {
  const form = useApiForm<Policy, Policy>({
    schema: policyWords,
    defaultValues: defaultPolicy,
    send: "/policy",
    onDone: () => {},
  })
  return <PolicyFields form={form} />
}

const html = renderToString(<Fields />)

test("the policy's form has a field for every rule and none for what is always so", () => {
  const names = [...html.matchAll(/ name="([^"]+)"/g)].map(match => match[1]!)
  const rules = Object.entries(defaultPolicy).flatMap(([name, rule]) =>
    typeof rule === "object" ? Object.keys(rule).map(field => `${name}.${field}`) : [name],
  )
  expect([...new Set(names)].sort()).toEqual(rules.sort())
})

test("every kind of source can be chosen", () => {
  const kinds = [...html.matchAll(/<input[^>]* name="documented\.kinds" value="([^"]+)"/g)].map(match => match[1])
  expect(kinds).toEqual([...sourceKinds])
})

const numbers = [...html.matchAll(/<input[^>]* type="number"[^>]*>/g)].map(([field]) => field)

test("every number goes from as few to as many as the server takes", () => {
  expect(numbers).toHaveLength(7)
  for (const field of numbers) {
    const bounds = ["min", "max"].map(bound => Number(new RegExp(` ${bound}="(\\d+)"`).exec(field)![1]))
    expect(bounds).toEqual([1, mostAsked])
    const [rule, name] = / name="(\w+)\.(\w+)"/.exec(field)!.slice(1) as ["contested", "independent"]
    const takes = (n: number) =>
      policyWords.safeParse({ ...defaultPolicy, [rule]: { ...defaultPolicy[rule], [name]: n } }).success
    expect(Array.from({ length: 30 }, (_, n) => n).filter(takes)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9])
  }
})
