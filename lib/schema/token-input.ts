import * as z from "zod"
import { tokenDays } from "../domain/access-token.ts"
import { tokenScopes } from "../domain/token-scope.ts"
import { line, required, rowId } from "./place.ts"

/** What somebody chooses for a new access token: what it is for, what it may do, and for how many days. */
export const tokenWords = z.strictObject({
  name: required(line(80)),
  scopes: z
    .array(z.enum(tokenScopes))
    .min(1, "Choose at least one thing that the token may do.")
    .max(tokenScopes.length)
    .transform(chosen => tokenScopes.filter(scope => chosen.includes(scope))),
  days: z
    .int("Choose a number of days.")
    .min(1, "Choose at least a day.")
    .max(tokenDays.most, "Choose at most a year: 365 days."),
})

export const newToken = tokenWords.extend({ id: rowId() })
export const tokenChoice = z.strictObject({ tokenId: rowId() })
