import { kept } from "./client.ts"

/** Close the connections; the next use makes new ones, from what DATABASE_URL is by then. */
export async function closeDatabase(): Promise<void> {
  const open = kept.apparatusDatabase
  delete kept.apparatusDatabase
  delete kept.apparatusPool
  await open?.$disconnect()
}
