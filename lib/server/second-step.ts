import { hasOneStep } from "../db/session-rows.ts"

/** SECOND_STEP is "required" or "optional", which it is when nobody says; a word that is neither lets nobody in by mistake. */
const isRequired = () => !["", "optional"].includes(process.env["SECOND_STEP"] ?? "")

/**
 * Whether somebody has yet to set up the second step that this server asks everybody for: their password alone would let
 * them in. Who signs in with a provider and has no password is asked for one there.
 */
export const lacksSecondStep = async (userId: string): Promise<boolean> => isRequired() && (await hasOneStep(userId))
