import { createProject } from "../../../../lib/commands/create-project.ts"
import { projects } from "../../../../lib/queries/projects.ts"
import { read, write } from "../../../../lib/server/handler.ts"

export const GET = read(actor => projects(actor))
export const POST = write(createProject)
