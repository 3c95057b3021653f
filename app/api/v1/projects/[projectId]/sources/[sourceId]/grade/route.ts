import { gradeSource } from "../../../../../../../../lib/commands/grade-source.ts"
import { write } from "../../../../../../../../lib/server/handler.ts"

export const POST = write(gradeSource)
