import type { ProjectPass } from "./pass.ts"

/** The project's documents by title, to choose one from. */
export const documentNames = (pass: ProjectPass): Promise<{ id: string; title: string }[]> =>
  pass.tx.document.findMany({
    where: { projectId: pass.projectId },
    select: { id: true, title: true },
    orderBy: [{ title: "asc" }, { id: "asc" }],
  })
