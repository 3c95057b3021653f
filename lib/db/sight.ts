import { Prisma } from "./generated/client.ts"
import type { ProjectPass } from "./pass.ts"

/**
 * Whether what others said of the unit in `unitId` and `documentId` may be shown: always to people whom blindness does
 * not bind and in documents that are not blind; else once the actor annotated the unit, also when they took it back.
 */
export function unveiled(pass: ProjectPass, unitId: Prisma.Sql, documentId: Prisma.Sql): Prisma.Sql {
  if (!pass.sight.bound) return Prisma.sql`true`
  return Prisma.sql`(
    EXISTS (SELECT 1 FROM "Annotation" own WHERE own."unitId" = ${unitId} AND own."reviewerId" = ${pass.actor.id}::uuid)
    OR NOT (SELECT coalesce(veil.blind, ${pass.sight.blind}) FROM "Document" veil WHERE veil.id = ${documentId}))`
}

/** The name of the person in the row `person` of "User", as the actor may see it. One's own is always one's name. */
export const shownName = (pass: ProjectPass, person: Prisma.Sql): Prisma.Sql =>
  pass.sight.salt === null
    ? Prisma.sql`${person}.name`
    : Prisma.sql`CASE WHEN ${person}.id = ${pass.actor.id}::uuid THEN ${person}.name
        ELSE 'Reviewer ' || upper(left(md5(${pass.sight.salt} || ${person}.id::text), 5)) END`

/** The id under which the actor may know the person with the id `personId`. */
export const shownId = (pass: ProjectPass, personId: Prisma.Sql): Prisma.Sql =>
  pass.sight.salt === null
    ? personId
    : Prisma.sql`CASE WHEN ${personId} = ${pass.actor.id}::uuid THEN ${personId}
        ELSE md5(${pass.sight.salt} || ${personId}::text)::uuid END`
