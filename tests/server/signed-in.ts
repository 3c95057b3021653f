import { encode } from "next-auth/jwt"
import { database } from "../../lib/db/client.ts"
import { startSession } from "../../lib/server/session.ts"
import { Visitor } from "./visitor.ts"

/** Somebody's browser after they signed in, without the form; what they look like to the server is what it would be. */
export async function visitorOf({ id }: { readonly id: string }): Promise<Visitor> {
  const visitor = new Visitor()
  const visit = { userAgent: "test", address: visitor.address } as Parameters<typeof startSession>[1]
  const token = await encode({ token: await startSession(id, visit), secret: process.env["AUTH_SECRET"]! })
  visitor.jar.set("apparatus.session", token)
  return visitor
}

/** A browser whose session was ended elsewhere, with the cookie that it still has. */
export async function endedVisitorOf(somebody: { readonly id: string }): Promise<Visitor> {
  const visitor = await visitorOf(somebody)
  const newest = await database().session.findFirstOrThrow({ where: { userId: somebody.id }, orderBy: { id: "desc" } })
  await database().session.update({ where: { id: newest.id }, data: { endedAt: new Date() } })
  return visitor
}
