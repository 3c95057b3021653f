import { Prisma } from "./generated/client.ts"
import type { ProjectPass } from "./pass.ts"
import { unveiled, veils } from "./sight.ts"

/**
 * Whether the actor may see the thread in the row `t` of "Thread", as blindness has it: one on a passage when what
 * others said of the passage may be shown, one on a flag when that is so of every claim that it touches. One on a
 * passage that was split or merged also when it is so of all the claims that the passage became.
 */
export function threadUnveiled(pass: ProjectPass, t: Prisma.Sql): Prisma.Sql {
  if (!veils(pass)) return Prisma.sql`true`
  const all = (from: Prisma.Sql, otherwise: Prisma.Sql) => Prisma.sql`coalesce((
    SELECT bool_and(${unveiled(pass, Prisma.sql`here.id`, Prisma.sql`here."documentId"`)})
    FROM ${from} JOIN "Unit" here ON here."documentId" = was."documentId" AND here.number = was.number
      AND here.start < was."end" AND here."end" > was.start AND NOT here.retired AND here.kind = 'claim'), ${otherwise})`
  const became = Prisma.sql`(SELECT * FROM "Unit" WHERE id = ${t}."unitId" AND retired) was`
  const flagged = Prisma.sql`(SELECT * FROM "Flag" WHERE id = ${t}."flagId") was`
  return Prisma.sql`(CASE
    WHEN ${t}."unitId" IS NOT NULL THEN ${unveiled(pass, Prisma.sql`${t}."unitId"`, Prisma.sql`${t}."documentId"`)}
      OR ${all(became, Prisma.sql`false`)}
    WHEN ${t}."flagId" IS NOT NULL THEN ${all(flagged, Prisma.sql`true`)} AND NOT EXISTS (
      SELECT 1 FROM "Flag" f WHERE f.id = ${t}."flagId" AND f."unitId" IS NOT NULL
        AND NOT ${unveiled(pass, Prisma.sql`f."unitId"`, Prisma.sql`f."documentId"`)})
    ELSE true END)`
}
