import { PrismaPg } from "@prisma/adapter-pg"
import { PrismaClient } from "./generated/client.ts"

const kept = globalThis as { apparatusDatabase?: PrismaClient }

/**
 * The database. Made at first use, once per process (Next may load this module more than once). Every wait is
 * bounded, so that a half-open network fails a request instead of hanging it.
 */
export function database(): PrismaClient {
  kept.apparatusDatabase ??= new PrismaClient({
    adapter: new PrismaPg({
      connectionString: process.env["DATABASE_URL"]!,
      max: 20,
      connectionTimeoutMillis: 5_000,
      query_timeout: 30_000,
      keepAlive: true,
    }),
    transactionOptions: { maxWait: 5_000, timeout: 30_000 },
  })
  return kept.apparatusDatabase
}

/** Close the connections; the next use makes new ones, from what DATABASE_URL is by then. */
export async function closeDatabase(): Promise<void> {
  const open = kept.apparatusDatabase
  delete kept.apparatusDatabase
  await open?.$disconnect()
}

export type Transaction = Parameters<Parameters<PrismaClient["$transaction"]>[0]>[0]
