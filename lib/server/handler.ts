import type { SentFile } from "../commands/archive-file.ts"
import { under } from "../db/circumstances.ts"
import type { Actor } from "../db/pass.ts"
import { fail, ok, type Result } from "../domain/failure.ts"
import type { Admission } from "../domain/token-scope.ts"
import { fieldsOf, type InputSchema } from "../schema/fields-of.ts"
import { pageNumbers } from "../schema/list-filter.ts"
import { bringsToken } from "./bearer.ts"
import { readBody } from "./body.ts"
import { type Asked, admissionTo, callerOf, streamCaller } from "./caller.ts"
import { isConditional, matched } from "./entity-tag.ts"
import { limits } from "./limits.ts"
import { onTheWay, toldOnTheWay } from "./on-the-way.ts"
import { takeTurn, tellingTurns } from "./rate-limit.ts"
import { receivedFile } from "./received-file.ts"
import { identified } from "./request-id.ts"
import { defect, problem, respond, respondTagged } from "./respond.ts"
import { sameOrigin } from "./same-origin.ts"
import { type Sink, spooled, type Written } from "./spool.ts"
import { circumstancesOf, visitOf } from "./visit.ts"

type Params = { readonly params: Promise<Record<string, string>> }
/** What a command says of itself: what it asks of whoever calls it, and what it takes. */
type Said = Asked & { readonly input: InputSchema }
type Command = ((actor: Actor, input: unknown) => Promise<Result<unknown>>) & Said
type LongCommand = ((actor: Actor, input: unknown, report: (share: number) => void) => Promise<Result<unknown>>) & Said
type FileCommand = ((actor: Actor, file: SentFile, report: (share: number) => void) => Promise<Result<unknown>>) & Asked

/**
 * The handler of a command: origin, content type and size are checked, then who is calling, with what and how often, then
 * the command runs. The parts of the address belong to its input and win over the body's; what headers say for the body
 * is put into it.
 */
export function write(command: Command, limit: number = limits.body) {
  return guarded(admissionTo(command), async (request, params) => {
    const call = await admitted(request, params, command, limit)
    return call.ok ? done(await command(call.value.actor, call.value.input), request) : problem(call.failure)
  })
}

/**
 * The handler of a command that may take long. Who accepts "application/x-ndjson" is told on the way how much is done;
 * everybody else gets the same answer as from any other write.
 */
export function longWrite(command: LongCommand, limit: number) {
  return guarded(admissionTo(command), async (request, params) => {
    const call = await admitted(request, params, command, limit)
    if (!call.ok) return problem(call.failure)
    const { actor, input } = call.value
    const answer = (result: Result<unknown>) => done(result, request)
    if (!request.headers.get("accept")?.includes(toldOnTheWay)) return answer(await command(actor, input, () => {}))
    return onTheWay(report => command(actor, input, report).then(answer, error => defect(error, request)))
  })
}

/** The answer of a command. That somebody was quicker is a broken condition when the request made one (RFC 9110, 13.1.1). */
const done = (result: Result<unknown>, request: Request) =>
  !result.ok && result.failure.code === "conflict" && isConditional(request)
    ? problem(result.failure, 412)
    : respond(result)

/**
 * The handler of a command that takes a file as the very body of the request. The file is put on the disk first, so that
 * it may be of any length up to `limit` bytes; it is told on the way as by a long write, and removed whatever comes of it.
 */
export function receive(command: FileCommand, mediaType: string, limit: () => number) {
  return guarded(admissionTo(command), async request => {
    if (!bringsToken(request) && !sameOrigin(request)) return problem({ code: "foreign-origin" })
    const caller = await callerOf(request, admissionTo(command))
    if (!caller.ok) return problem(caller.failure)
    const { actor } = caller.value
    const turn = await takeTurn("export", actor.id)
    if (!turn.ok) return problem(turn.failure)
    const received = await receivedFile(request, mediaType, limit())
    if (!received.ok) return problem(received.failure)
    const { file, remove } = received.value
    const run = (report: (share: number) => void) => command(actor, file, report).finally(remove)
    if (!request.headers.get("accept")?.includes(toldOnTheWay)) return respond(await run(() => {}))
    return onTheWay(report => run(report).then(respond, error => defect(error, request)))
  })
}

/** Who is calling with which input, once origin, turns, type and size are in order. */
async function admitted(
  request: Request,
  params: Record<string, string>,
  command: Said,
  limit: number,
): Promise<Result<{ actor: Actor; input: object }>> {
  if (!bringsToken(request) && !sameOrigin(request)) return fail({ code: "foreign-origin" })
  const caller = await callerOf(request, admissionTo(command))
  if (!caller.ok) return caller
  const { actor } = caller.value
  const turn = await takeTurn("write", actor.id)
  if (!turn.ok) return turn
  const body = await readBody(request, limit)
  if (!body.ok) return body
  if (typeof body.value !== "object" || body.value === null || Array.isArray(body.value))
    return fail({ code: "invalid", issues: [{ path: "", message: "The request has to be a JSON object." }] })
  const whole = { ...body.value, ...params }
  const identity = "requestId" in fieldsOf(command.input) ? identified(whole, request, caller.value) : ok(whole)
  if (!identity.ok) return identity
  const input = matched(identity.value, request, command.input)
  return input.ok ? ok({ actor, input: input.value }) : input
}

/** Who is reading, once it is their turn: programs have fewer turns than people, whose pages read by themselves. */
async function readerOf(request: Request): Promise<Result<Actor>> {
  const caller = await callerOf(request, "read")
  if (!caller.ok) return caller
  const { actor, byToken } = caller.value
  const turn = await takeTurn(byToken ? "token-read" : "read", actor.id)
  return turn.ok ? ok(actor) : turn
}

const byCursor = "Lists go on with the “after” of the part before, never by a number."

/** The handler of a query: it gets the address's parts and the search parameters together, as strings. */
export function read(query: (actor: Actor, input: Record<string, string>) => Promise<Result<unknown> | Response>) {
  return guarded("read", async (request, params) => {
    const actor = await readerOf(request)
    if (!actor.ok) return problem(actor.failure)
    const search = Object.fromEntries(new URL(request.url).searchParams)
    const counted = pageNumbers.find(name => name in search)
    if (counted) return problem({ code: "invalid", issues: [{ path: counted, message: byCursor }] })
    const answer = await query(actor.value, { ...search, ...params })
    return answer instanceof Response ? answer : respondTagged(answer, request)
  })
}

/** The handler of a query that writes a file of any length, in which addresses begin with `origin`. */
export function keep(
  query: (actor: Actor, input: Record<string, string>, origin: string, sink: Sink) => Promise<Written>,
) {
  return guarded("read", async (request, params) => {
    const actor = await readerOf(request)
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
  return guarded("read", async (request, params) => {
    const caller = await streamCaller(request)
    if (!caller.ok) return problem(caller.failure)
    const { actor, by } = caller.value
    const turn = await takeTurn("stream", actor.id)
    if (!turn.ok) return problem(turn.failure)
    const input = { ...Object.fromEntries(new URL(request.url).searchParams), ...params }
    const isSignedIn = async () => {
      const still = await streamCaller(request)
      return still.ok && still.value.by === by
    }
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
  return guarded(null, async (request, params) => {
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
  return guarded(null, async (_request, params) => respond(await command(params)))
}

/** The handler of something public that holds nothing of any project. */
export function publish(text: () => string, mediaType: string) {
  return guarded(null, async () => new Response(text(), { headers: { "Content-Type": mediaType } }))
}

/** The handler of an address at which there is nothing, however many parts it has. */
export const nowhere = Object.assign(async (_request: Request): Promise<Response> => problem({ code: "not-found" }), {
  admits: null,
})

/** A handler that answers in every case, and says which tokens it admits; null where it asks nobody who they are. */
function guarded(
  admits: Admission | null,
  run: (request: Request, params: Record<string, string>) => Promise<Response>,
) {
  const handler = (request: Request, context: Params): Promise<Response> =>
    tellingTurns(async () => {
      try {
        const params = await context.params
        return await under(circumstancesOf(request.headers), () => run(request, params))
      } catch (error) {
        return defect(error, request)
      }
    })
  return Object.assign(handler, { admits })
}
