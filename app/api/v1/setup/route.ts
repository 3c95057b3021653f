import { createOwner } from "../../../../lib/commands/create-owner.ts"
import { open } from "../../../../lib/server/handler.ts"
import { limitedByAddress } from "../../../../lib/server/limited.ts"

export const POST = open(limitedByAddress("link-address", createOwner))
