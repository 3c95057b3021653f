import { joinProject } from "../db/join-project.ts"
import { secretHash } from "../db/secret-hash.ts"
import { invitationAcceptance } from "../schema/project-input.ts"
import { accountCommand } from "./command.ts"

/** Join a project with an invitation's secret. It works once. */
export const acceptInvitation = accountCommand("manage", invitationAcceptance, (pass, { secret }, request) =>
  joinProject(pass, secretHash(secret), request),
)
