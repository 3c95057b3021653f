import { type Asking, loggedProjects, statedEnds } from "./log-rows.ts"
import type { ProjectPass } from "./pass.ts"
import { projectHead } from "./project-head.ts"
import { type HeadReport, headReport } from "./verify-log.ts"

const asking =
  ({ tx }: ProjectPass): Asking =>
  question =>
    tx.$queryRaw(question)

/** The head of the project's log at the moment that the pass shows. */
export async function logHead(pass: ProjectPass): Promise<string> {
  const [project] = await loggedProjects(asking(pass), pass.projectId)
  return projectHead(project!.salt, await statedEnds(asking(pass), pass.projectId))
}

/** Whether `head` is one of the project's history, and whether what it covers still stands; null when it never was. */
export const headInProject = (pass: ProjectPass, head: string): Promise<HeadReport | null> =>
  headReport(asking(pass), pass.projectId, head)
