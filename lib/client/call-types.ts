import type * as z from "zod"
import type { addresses, OperationId } from "../api/addresses.ts"
import type { AnswerOf, Operation } from "../api/operation.ts"
import type { operations } from "../api/operations.ts"

type Addresses = typeof addresses

/** The names of the parts of an address, as "documentId" in "POST documents/[documentId]/annotation". */
type Parts<A extends string> = A extends `${string}[${infer Name}]${infer Rest}` ? Name | Parts<Rest> : never

type DoesOf<K extends OperationId> = (typeof operations)[K] extends Operation<infer D> ? D : never

type Fields<D> = D extends { readonly input: infer S extends z.ZodType } ? z.input<S> : object

/** What headers say instead: each request gets an id, so that it can be sent again. */
type Identified<T> = T extends object ? Omit<T, "requestId"> : T

/** What an operation takes: the parts of its address, and the fields that its schema reads. */
export type InputOf<K extends OperationId> = Readonly<
  Record<Parts<Addresses[K]>, string | number> & Omit<Identified<Fields<DoesOf<K>>>, Parts<Addresses[K]>>
>

/** What an operation answers, as JSON carries it. */
export type ValueOf<K extends OperationId> = AnswerOf<DoesOf<K>>
