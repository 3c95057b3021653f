import { lastProjectActor } from "../db/last-actor.ts"
import { projectRow, saveProjectWords } from "../db/project-rows.ts"
import { fail, ok } from "../domain/failure.ts"
import { projectDescription } from "../schema/project-input.ts"
import { projectCommand } from "./command.ts"

/** Change the project's name and description. */
export const describeProject = projectCommand(
  "project.edit",
  projectDescription,
  async (pass, { version, name, description }) => {
    const project = await projectRow(pass)
    if (project.version !== version)
      return fail({ code: "conflict", current: project, by: await lastProjectActor(pass, ["project-described"]) })
    const after = { name, description }
    await saveProjectWords(pass, after)
    const before = { name: project.name, description: project.description }
    return ok({ change: { kind: "project-described", before, after } })
  },
)
