import { renderToString } from "react-dom/server"
import { expect, test } from "vitest"
import { useApiForm } from "../../app/_ui/use-api-form.ts"
import { PolicyFields } from "../../app/projects/[projectId]/policy/_components/policy-fields.tsx"
import { defaultPolicy } from "../../lib/domain/policy.ts"
import { policyWords } from "../../lib/schema/project-input.ts"

function Fields() {
  const form = useApiForm({ schema: policyWords, defaultValues: defaultPolicy, send: "/policy", onDone: () => {} })
  return <PolicyFields form={form} />
}

const html = renderToString(<Fields />)

test("the policy's form has a field for every rule and none for what is always so", () => {
  const names = [...html.matchAll(/ name="([^"]+)"/g)].map(match => match[1]!)
  expect([...new Set(names)].sort()).toEqual(Object.keys(defaultPolicy).sort())
})

test.each(["annotations", "supporting"] as const)("%s goes from as few to as many as the server takes", name => {
  const field = html.match(new RegExp(`<input[^>]* name="${name}"[^>]*>`))![0]
  const bounds = ["min", "max"].map(bound => Number(new RegExp(` ${bound}="(\\d+)"`).exec(field)![1]))
  const taken = Array.from({ length: 30 }, (_, n) => n).filter(n => policyWords.shape[name].safeParse(n).success)
  expect(bounds).toEqual([taken[0], taken.at(-1)])
})
