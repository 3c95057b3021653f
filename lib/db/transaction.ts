import { type Failure, fail, type Result } from "../domain/failure.ts"
import { database, type Transaction } from "./client.ts"
import { retrying } from "./retry.ts"

// Prisma only rolls back when something is thrown.
class Refusal extends Error {
  constructor(readonly failure: Failure) {
    super("refused")
  }
}

/**
 * Run `work` in one transaction, again when it collides with another. A refusal rolls everything back. It may take a
 * minute, or as many milliseconds as `timeout` says.
 */
export async function transaction<T>(
  isolationLevel: "ReadCommitted" | "RepeatableRead",
  work: (tx: Transaction) => Promise<Result<T>>,
  timeout = 60_000,
): Promise<Result<T>> {
  try {
    return await retrying(() =>
      database().$transaction(
        async tx => {
          const result = await work(tx)
          if (!result.ok) throw new Refusal(result.failure)
          return result
        },
        { isolationLevel, timeout },
      ),
    )
  } catch (error) {
    if (error instanceof Refusal) return fail(error.failure)
    throw error
  }
}
