import { anyUser } from "../db/accounts.ts"

/** Whether nobody has an account yet. */
export const isFreshServer = async (): Promise<boolean> => !(await anyUser())
