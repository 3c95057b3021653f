import * as z from "zod"
import { minimumCredibilities, minimumReliabilities } from "../domain/grade.ts"
import { agreements, mostAsked } from "../domain/policy.ts"
import { sourceKinds } from "../domain/source.ts"
import { inProject, rowId } from "./place.ts"

const number = (tooFew: string) => z.int("Give a whole number.").min(1, tooFew).max(mostAsked, "At most nine.")
const independent = number("At least one source is needed.")
const grade = z.enum(minimumReliabilities, "Choose A to E, or any.").nullable()
const vote = {
  annotations: number("At least one annotation is needed."),
  agreement: z.enum(agreements, "Choose how many have to agree."),
}

/** The rules of a policy, each in the range that the domain knows. */
export const policyWords = z.strictObject({
  documented: z.strictObject({
    ...vote,
    supporting: number("“Documented” needs at least one."),
    independent,
    kinds: z.array(z.enum(sourceKinds)).refine(kinds => new Set(kinds).size === kinds.length, "Name each kind once."),
    grade,
    credibility: z.literal(minimumCredibilities, "Choose 1 to 5, or any.").nullable(),
  }),
  disputed: z.strictObject({
    ...vote,
    evidence: z.enum(["cited", "reasoned"], "Choose what “disputed” needs."),
    independent,
  }),
  speculative: z.strictObject(vote),
  contested: z.strictObject({ votes: z.boolean(), evidence: z.boolean(), independent, grade }),
  adjudicateOwn: z.boolean(),
})
/** A policy that somebody thinks about. */
export const policyDraft = z.strictObject({ projectId: rowId(), ...policyWords.shape })
export const policyChange = inProject.extend({ version: z.int().min(1), ...policyWords.shape })
