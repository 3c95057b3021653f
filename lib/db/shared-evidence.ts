import type { LinkState } from "../domain/change.ts"
import { sameGroups } from "../domain/claim-link.ts"
import { Prisma } from "./generated/client.ts"

/**
 * The condition under which a citation `c` counts for a unit `u`: it is the unit's own, or that of a claim that is
 * confirmed to say the same. `links` are those that count.
 */
export function countsFor(links: readonly LinkState[]): Prisma.Sql {
  const groupOf = sameGroups(links)
  const shared = new Set(links.flatMap(({ kind, unitAId, unitBId }) => (kind === "same" ? [unitAId, unitBId] : [])))
  if (shared.size === 0) return Prisma.sql`c."unitId" = u.id`
  const pairs = [...shared].map(unit => ({ unit, members: groupOf(unit) }))
  return Prisma.sql`c."unitId" IN (
    SELECT u.id UNION SELECT unnest(s.members) FROM jsonb_to_recordset(${JSON.stringify(pairs)}::jsonb)
      AS s(unit uuid, members uuid[]) WHERE s.unit = u.id)`
}
