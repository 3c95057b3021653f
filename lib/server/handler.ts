import type { SentFile } from "../commands/archive-file.ts"
import type { Actor } from "../db/pass.ts"
import { fail, ok, type Result } from "../domain/failure.ts"
import { requireActor, streamActor } from "./actor.ts"
import { readBody } from "./body.ts"
import { limits } from "./limits.ts"
import { onTheWay, toldOnTheWay } from "./on-the-way.ts"
import { takeTurn } from "./rate-limit.ts"
import { receivedFile } from "./received-file.ts"
import { defect, problem, respond } from "./respond.ts"
import { sameOrigin } from "./same-origin.ts"
import { type Sink, spooled, type Written } from "./spool.ts"
import { visitOf } from "./visit.ts"

type Params = { readonly params: Promise<Record<string, string>> }
type Command = (actor: Actor, input: unknown) => Promise<Result<unknown>>
type FileCommand = (actor: Actor, file: SentFile, report: (share: number) => void) => Promise<Result<unknown>>
type LongCommand = (actor: Actor, input: unknown, report: (share: number) => void) => Promise<Result<unknown>>

/**
 * The handler of a command: origin, content type and size are checked, then who is calling and how often, then the
 * command runs. The parts of the address belong to its input and win over the body's.
 */
export function write(command: Command, limit: number = limits.body) {
  return guarded(async (request, params) => {
    const call = await admitted(request, params, limit)
    return call.ok ? respond(await command(call.value.actor, call.value.input)) : problem(call.failure)
  })
}

/**
 * The handler of a command that may take long. Who accepts "application/x-ndjson" is told on the way how much is done;
 * everybody else gets the same answer as from any other write.
 */
export function longWrite(command: LongCommand, limit: number) {
  return guarded(async (request, params) => {
    const call = await admitted(request, params, limit)
    if (!call.ok) return problem(call.failure)
    const { actor, input } = call.value
    if (!request.headers.get("accept")?.includes(toldOnTheWay)) return respond(await command(actor, input, () => {}))
    return onTheWay(report => command(actor, input, report).then(respond, error => defect(error, request)))
  })
}

/**
 * The handler of a command that takes a file as the very body of the request. The file is put on the disk first, so that
 * it may be of any length up to `limit` bytes; it is told on the way as by a long write, and removed whatever comes of it.
 */
export function receive(command: FileCommand, mediaType: string, limit: () => number) {
  return guarded(async request => {
    if (!sameOrigin(request)) return problem({ code: "foreign-origin" })
    const actor = await callerOf(request)
    if (!actor.ok) return problem(actor.failure)
    const turn = await takeTurn("export", actor.value.id)
    if (!turn.ok) return problem(turn.failure)
    const received = await receivedFile(request, mediaType, limit())
    if (!received.ok) return problem(received.failure)
    const { file, remove } = received.value
    const run = (report: (share: number) => void) => command(actor.value, file, report).finally(remove)
    if (!request.headers.get("accept")?.includes(toldOnTheWay)) return respond(await run(() => {}))
    return onTheWay(report => run(report).then(respond, error => defect(error, request)))
  })
}

/** Who is calling with which input, once origin, turns, type and size are in order. */
async function admitted(
  request: Request,
  params: Record<string, string>,
  limit: number,
): Promise<Result<{ actor: Actor; input: object }>> {
  if (!sameOrigin(request)) return fail({ code: "foreign-origin" })
  const actor = await callerOf(request)
  if (!actor.ok) return actor
  const turn = await takeTurn("write", actor.value.id)
  if (!turn.ok) return turn
  const body = await readBody(request, limit)
  if (!body.ok) return body
  if (typeof body.value !== "object" || body.value === null || Array.isArray(body.value))
    return fail({ code: "invalid", issues: [{ path: "", message: "The request has to be a JSON object." }] })
  return ok({ actor: actor.value, input: { ...body.value, ...params } })
}

/** Who is calling; fails when the page that calls says that it was made for somebody else. */
async function callerOf(request: Request): Promise<Result<Actor>> {
  const actor = await requireActor()
  const meant = request.headers.get("x-apparatus-person")
  return actor.ok && meant !== null && meant !== actor.value.id ? fail({ code: "other-person" }) : actor
}

/** The handler of a query: it gets the address's parts and the search parameters together, as strings. */
export function read(query: (actor: Actor, input: Record<string, string>) => Promise<Result<unknown> | Response>) {
  return guarded(async (request, params) => {
    const actor = await callerOf(request)
    if (!actor.ok) return problem(actor.failure)
    const search = Object.fromEntries(new URL(request.url).searchParams)
    const answer = await query(actor.value, { ...search, ...params })
    return answer instanceof Response ? answer : respond(answer)
  })
}

/** The handler of a query that writes a file of any length, in which addresses begin with `origin`. */
export function keep(
  query: (actor: Actor, input: Record<string, string>, origin: string, sink: Sink) => Promise<Written>,
) {
  return guarded(async (request, params) => {
    const actor = await callerOf(request)
    if (!actor.ok) return problem(actor.failure)
    const turn = await takeTurn("export", actor.value.id)
    if (!turn.ok) return problem(turn.failure)
    const search = Object.fromEntries(new URL(request.url).searchParams)
    const { origin } = visitOf(request.headers)
    const answer = await spooled(sink => query(actor.value, { ...search, ...params }, origin, sink))
    return answer instanceof Response ? answer : respond(answer)
  })
}

/** What the maker of a stream is told: whose it is, what is asked for, and how to learn that they left or signed out. */
interface Call {
  readonly actor: Actor
  readonly input: Record<string, string>
  readonly signal: AbortSignal
  readonly isSignedIn: () => Promise<boolean>
}

/** The handler of a stream of server-sent events. Nothing on the way may keep, gather or compress it. */
export function stream(open: (call: Call) => Promise<Result<ReadableStream<Uint8Array>>>) {
  return guarded(async (request, params) => {
    const actor = await streamActor(request)
    if (!actor) return problem({ code: "signed-out" })
    const turn = await takeTurn("stream", actor.id)
    if (!turn.ok) return problem(turn.failure)
    const input = { ...Object.fromEntries(new URL(request.url).searchParams), ...params }
    const isSignedIn = async () => (await streamActor(request))?.sessionId === actor.sessionId
    const opened = await open({ actor, input, signal: request.signal, isSignedIn })
    return opened.ok ? new Response(opened.value, { headers: streamHeaders }) : problem(opened.failure)
  })
}

const streamHeaders = {
  "Content-Type": "text/event-stream; charset=utf-8",
  "Cache-Control": "no-cache, no-store, no-transform",
  "X-Accel-Buffering": "no",
  "X-Content-Type-Options": "nosniff",
}

/** The handler of a write by somebody who is not signed in yet; it limits itself. */
export function open(command: (input: unknown, request: Request) => Promise<Result<unknown> | Response>) {
  return guarded(async (request, params) => {
    if (!sameOrigin(request)) return problem({ code: "foreign-origin" })
    const body = await readBody(request, limits.body)
    if (!body.ok) return problem(body.failure)
    const answer = await command({ ...(body.value as object), ...params }, request)
    return answer instanceof Response ? answer : respond(answer)
  })
}

/**
 * The handler of a write that the signed link in its address allows to whoever has it. It asks for no session and reads
 * no body, so that another site can send nothing with it that its link does not say; a mail program sends it as a form.
 */
export function linked(command: (input: unknown) => Promise<Result<unknown>>) {
  return guarded(async (_request, params) => respond(await command(params)))
}

/** The handler of something public that holds nothing of any project. */
export function publish(text: () => string, mediaType: string) {
  return guarded(async () => new Response(text(), { headers: { "Content-Type": mediaType } }))
}

/** The handler of an address at which there is nothing, however many parts it has. */
export const nowhere = async (_request: Request): Promise<Response> => problem({ code: "not-found" })

function guarded(run: (request: Request, params: Record<string, string>) => Promise<Response>) {
  return async (request: Request, context: Params): Promise<Response> => {
    try {
      return await run(request, await context.params)
    } catch (error) {
      return defect(error, request)
    }
  }
}
