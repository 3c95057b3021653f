import type { LabelKind, LabelledClaims } from "../domain/labelled-claims.ts"
import { inTurns } from "./in-turns.ts"
import { KeptFindings } from "./kept-findings.ts"
import { labelsMark, packedClaims, unpackedClaims } from "./labelled-claims.ts"
import type { ProjectPass } from "./pass.ts"

const kept = new KeptFindings()

/** The claims of a project with the labels that the actor may see, and what is found out of them. */
export interface ClaimsInSight {
  readonly claims: LabelledClaims
  /** What steps over these claims come to, carried out in turns; kept under `name`, which says what is asked. */
  readonly find: <T>(name: unknown, steps: () => Generator<unknown, T> | Promise<Generator<unknown, T>>) => Promise<T>
}

/** Reads the labels of one kind, or takes those read before when nothing has changed since. */
export async function claimsInSight(pass: ProjectPass, kind: LabelKind): Promise<ClaimsInSight> {
  const mark = `${kind} ${await labelsMark(pass)}`
  const claims = await kept.get(mark, async () => inTurns(unpackedClaims(await packedClaims(pass, kind))))
  return {
    claims,
    find: (name, steps) => kept.get(`${mark} ${JSON.stringify(name)}`, async () => inTurns(await steps())),
  }
}
