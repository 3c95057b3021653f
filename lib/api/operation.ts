import type * as z from "zod"
import type { Result } from "../domain/failure.ts"
import type { Admission } from "../domain/token-scope.ts"

/** A command, a query or what makes a published text. The schema is the very one that it reads its input with. */
export type Does = ((...given: never[]) => unknown) & {
  readonly input?: z.ZodType
  readonly needs?: string
  /** What it takes to call it with a token, when no permission says it. */
  readonly admits?: Admission
  readonly scope?: "document" | "project" | "account" | "open"
  /** Whether it makes a change in the log, so that it answers a receipt. */
  readonly recorded?: true
}

/** What is written as an answer instead of JSON: the media types that a file or a stream may have. */
export type Media = readonly string[]

export interface Operation<D extends Does = Does> {
  readonly does: D
  /** What it does or answers, in some words. */
  readonly summary: string
  readonly description: string
  /** What a success answers; a change's receipt or any object when nothing is said. */
  readonly answer?: z.ZodType
  readonly media?: Media
}

/** A value as JSON carries it: times are strings in the format of RFC 3339, and what is undefined is left out. */
export type AsJson<T> = T extends Date
  ? string
  : T extends readonly (infer E)[]
    ? AsJson<E>[]
    : T extends object
      ? { -readonly [K in keyof T]: AsJson<T[K]> }
      : T

/** What a command or query answers when nothing is wrong. */
export type AnswerOf<D extends Does> =
  Extract<Awaited<ReturnType<D>>, Result<unknown> & { ok: true }> extends { readonly value: infer T }
    ? AsJson<T>
    : never

interface Told<A> {
  readonly answer?: A
  readonly media?: Media
}

/** Lets a schema pass that holds whatever may be answered, and nothing else. */
type Holding<T, A extends z.ZodType> = T extends z.output<A> ? unknown : { readonly answer: never }

/**
 * Describe an operation. An answer's schema has to hold whatever the command or query can answer, or it does not compile.
 */
export const operation = <D extends Does, A extends z.ZodType = z.ZodType>(
  does: D,
  summary: string,
  description = "",
  told: Told<A> & Holding<AnswerOf<D>, A> = {} as Told<A> & Holding<AnswerOf<D>, A>,
): Operation<D> => ({ does, summary, description, ...(told as Told<A>) })
