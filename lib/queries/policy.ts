import { projectBlindness } from "../db/blindness-rows.ts"
import { currentPolicy } from "../db/claim-facts.ts"
import { projectNameLimit } from "../db/export-people.ts"
import { type Actor, readProject } from "../db/pass.ts"
import { policyVersions } from "../db/policy-rows.ts"
import { projectWordsRow } from "../db/project-lists.ts"
import { offers } from "../domain/access.ts"
import { ok } from "../domain/failure.ts"
import { policyChanges } from "../domain/policy-sentences.ts"

/** The project's policy as it stands, what reviewers see of each other, how exports name people, and its versions, the newest first, each with what it changed in words. */
export const policy = (actor: Actor, projectId: string) =>
  readProject(actor, projectId, "project.read", async pass => {
    const current = await currentPolicy(pass)
    const versions = await policyVersions(pass)
    return ok({
      project: (await projectWordsRow(pass)).name,
      offers: offers(pass.role),
      version: current.version,
      policy: current.policy,
      blindness: await projectBlindness(pass),
      exportNames: await projectNameLimit(pass),
      versions: versions.map(({ body, ...made }, index) => {
        const before = versions[index + 1]?.body
        return { ...made, policy: body, changes: before ? policyChanges(before, body) : [] }
      }),
    })
  })
