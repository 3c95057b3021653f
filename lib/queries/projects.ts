import { type Actor, ownAccount } from "../db/pass.ts"
import { ownProjects } from "../db/project-lists.ts"
import { ok } from "../domain/failure.ts"

/** The projects one belongs to, with one's role and how far the work is. */
export const projects = (actor: Actor) => ownAccount(actor, async pass => ok({ projects: await ownProjects(pass) }))
