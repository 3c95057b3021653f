import { Prisma } from "./generated/client.ts"
import type { ProjectPass } from "./pass.ts"

/** For whom it is judged what may be seen: somebody who was let in, or whoever a message may reach. */
export type Viewer = Pick<ProjectPass, "actor" | "sight">

/** Whether anything of the project can be hidden from the actor. */
export const veils = ({ sight }: Viewer): boolean => sight.bound || sight.norming

/**
 * Whether what others said of the unit in `unitId` and `documentId` may be shown. Of a claim in a norming round it may
 * not until the round is revealed. Of others it may always to people whom blindness does not bind and in documents that
 * are not blind; else once the actor annotated the unit, also when they took it back.
 */
export function unveiled(pass: Viewer, unitId: Prisma.Sql, documentId: Prisma.Sql): Prisma.Sql {
  const open = pass.sight.bound
    ? Prisma.sql`(
    EXISTS (SELECT 1 FROM "Annotation" own WHERE own."unitId" = ${unitId} AND own."reviewerId" = ${pass.actor.id}::uuid)
    OR NOT (SELECT coalesce(veil.blind, ${pass.sight.blind}) FROM "Document" veil WHERE veil.id = ${documentId}))`
    : Prisma.sql`true`
  if (!pass.sight.norming) return open
  return Prisma.sql`(${open} AND NOT EXISTS (
    SELECT 1 FROM "NormingClaim" normed JOIN "NormingRound" round ON round.id = normed."roundId"
    WHERE normed."unitId" = ${unitId} AND round.stage = 'blind'))`
}

/** Whether what `author` said of a unit may be shown: what one said oneself always, else as `unveiled` has it. */
export const shown = (pass: Viewer, author: Prisma.Sql, unitId: Prisma.Sql, documentId: Prisma.Sql): Prisma.Sql =>
  veils(pass)
    ? Prisma.sql`(${author} = ${pass.actor.id}::uuid OR ${unveiled(pass, unitId, documentId)})`
    : Prisma.sql`true`

/** What is known of the unit `u` by what others said of it, or `otherwise` while that may not be shown. */
export const ifUnveiled = (pass: ProjectPass, known: Prisma.Sql, otherwise: Prisma.Sql): Prisma.Sql =>
  veils(pass)
    ? Prisma.sql`CASE WHEN ${unveiled(pass, Prisma.sql`u.id`, Prisma.sql`u."documentId"`)} THEN ${known} ELSE ${otherwise} END`
    : known

/** The state and the verdict of the unit `u` as they may be shown: open and none while it is veiled. */
export const shownState = (pass: ProjectPass): Prisma.Sql => ifUnveiled(pass, Prisma.sql`u.state`, Prisma.sql`'open'`)
export const shownVerdict = (pass: ProjectPass): Prisma.Sql => ifUnveiled(pass, Prisma.sql`u.verdict`, Prisma.sql`NULL`)

/** The name of the person in the row `person` of "User", as the actor may see it. One's own is always one's name. */
export const shownName = (pass: ProjectPass, person: Prisma.Sql): Prisma.Sql =>
  pass.sight.salt === null
    ? Prisma.sql`${person}.name`
    : Prisma.sql`CASE WHEN ${person}.id = ${pass.actor.id}::uuid THEN ${person}.name
        ELSE ${maskName(Prisma.sql`${pass.sight.salt}`, Prisma.sql`${person}.id`)} END`

/** The id, a UUID of version 8, under which the actor may know the person with the id `personId`. */
export const shownId = (pass: ProjectPass, personId: Prisma.Sql): Prisma.Sql =>
  pass.sight.salt === null
    ? personId
    : Prisma.sql`CASE WHEN ${personId} = ${pass.actor.id}::uuid THEN ${personId}
        ELSE ${maskId(Prisma.sql`${pass.sight.salt}`, personId)} END`

/** The name that a project's pseudonyms put in a person's place. */
export const maskName = (salt: Prisma.Sql, personId: Prisma.Sql): Prisma.Sql =>
  Prisma.sql`'Reviewer ' || upper(left(md5(${salt} || ${personId}::text), 5))`

/** The id that a project's pseudonyms put in a person's place. */
export const maskId = (salt: Prisma.Sql, personId: Prisma.Sql): Prisma.Sql =>
  Prisma.sql`overlay(overlay(md5(${salt} || ${personId}::text) placing '8' from 13 for 1) placing '8' from 17 for 1)::uuid`
