const attempts = 10

/**
 * Run `work` again when the database says that two transactions collided. Only for work without effects outside
 * its transaction. After ten attempts the last error is thrown.
 */
export async function retrying<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work()
    } catch (error) {
      if (attempt === attempts || !isCollision(error)) throw error
      await new Promise(go => setTimeout(go, Math.random() * 10 * 2 ** Math.min(attempt, 5)))
    }
  }
}

/**
 * Whether an error is a serialization failure or a deadlock, in any of the three shapes in which Prisma 7 reports
 * one: at COMMIT a bare driver error, in a model call P2034, in a raw call P2010 with the server's code inside.
 */
export function isCollision(error: unknown): boolean {
  const e = error as {
    code?: string
    cause?: { kind?: string; originalCode?: string }
    meta?: { driverAdapterError?: { cause?: { kind?: string; originalCode?: string } } }
  } | null
  if (e?.code === "P2034") return true
  const causes = [e?.cause, e?.meta?.driverAdapterError?.cause]
  return causes.some(
    cause =>
      cause?.kind === "TransactionWriteConflict" || cause?.originalCode === "40001" || cause?.originalCode === "40P01",
  )
}
