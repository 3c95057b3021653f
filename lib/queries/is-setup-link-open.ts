import { isSetupOpen } from "../db/setup-rows.ts"

/** Whether a setup link can still create the first account. */
export const isSetupLinkOpen = (secret: string): Promise<boolean> => isSetupOpen(secret, new Date())
