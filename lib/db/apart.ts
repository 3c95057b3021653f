import type { ProjectPass } from "./pass.ts"

/** What came of work of which the failure does not end the transaction around it. */
export type Apart<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly cause: unknown }

/**
 * Read something whose failure is to be told beside the rest. What the database refuses is rolled back alone; when the
 * database itself is gone, or the transaction has ended, that throws.
 */
export async function apart<T>({ tx }: ProjectPass, work: () => Promise<T>): Promise<Apart<T>> {
  await tx.$executeRaw`SAVEPOINT apart`
  try {
    const value = await work()
    await tx.$executeRaw`RELEASE SAVEPOINT apart`
    return { ok: true, value }
  } catch (cause) {
    await tx.$executeRaw`ROLLBACK TO SAVEPOINT apart`
    await tx.$executeRaw`RELEASE SAVEPOINT apart`
    return { ok: false, cause }
  }
}
