import { foundProject } from "../db/found-project.ts"
import { defaultPolicy } from "../domain/policy.ts"
import { newProject } from "../schema/project-input.ts"
import { accountCommand } from "./command.ts"

/** Create a project; its maker is its first owner and its policy the default one. */
export const createProject = accountCommand("manage", newProject, (pass, { id, name, description }, request) =>
  foundProject(pass, { id, name, description, policy: defaultPolicy }, request, {
    kind: "project-created",
    name,
    policy: defaultPolicy,
  }),
)
