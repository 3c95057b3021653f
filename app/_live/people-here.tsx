"use client"
import type { PersonHere } from "../../lib/domain/live.ts"
import { usePeople } from "./use-live.ts"

const most = 4

/** Who else is in a document, as their initials; what they mean is said to screen readers and on pointing. */
export function PeopleHere({ projectId, documentId }: { readonly projectId: string; readonly documentId: string }) {
  const people = onceEach(usePeople(projectId).filter(person => person.documentId === documentId))
  if (people.length === 0) return null
  const names = people.map(({ name }) => name).join(", ")
  const more = people.length - most
  return (
    <span role="img" aria-label={`Also here: ${names}`} title={`Also here: ${names}`} className="flex pl-1.5">
      {people.slice(0, more > 0 ? most - 1 : most).map(({ id, name }) => (
        <Initials key={id}>{initialsOf(name)}</Initials>
      ))}
      {more > 0 && <Initials>+{more + 1}</Initials>}
    </span>
  )
}

function Initials({ children }: { readonly children: React.ReactNode }) {
  return (
    <span className="-ml-1.5 grid size-7 place-items-center rounded-full border-2 border-paper bg-accent-wash text-[0.6875rem] font-semibold text-accent">
      {children}
    </span>
  )
}

/** Who else is in a document, in a line of words. */
export function PeopleIn({ projectId, documentId }: { readonly projectId: string; readonly documentId: string }) {
  const people = onceEach(usePeople(projectId).filter(person => person.documentId === documentId))
  if (people.length === 0) return null
  const shown = people.slice(0, most).map(({ name }) => name)
  const words = people.length > most ? [...shown, `${people.length - most} more`] : shown
  return <p className="text-sm text-soft">Here now: {words.join(", ")}</p>
}

/** Who else has the claim at hand before them, and who of them is writing. */
export function PeopleOnClaim({ projectId, unitId }: { readonly projectId: string; readonly unitId: string }) {
  const people = onceEach(usePeople(projectId).filter(person => person.unitId === unitId))
  if (people.length === 0) return null
  return (
    <p className="-mt-3 text-sm text-soft" data-people-on-claim>
      <span aria-hidden="true" className="mr-1.5 inline-block size-2 rounded-full bg-accent align-baseline" />
      {people.map(({ name, writing }) => `${name} ${writing ? "is writing" : "is on this claim too"}`).join("; ")}.
    </p>
  )
}

/** Somebody with several tabs is one person, who writes when one of the tabs does. */
function onceEach(people: readonly PersonHere[]): readonly PersonHere[] {
  const each = new Map<string, PersonHere>()
  for (const person of people) if (!each.get(person.id)?.writing) each.set(person.id, person)
  return [...each.values()].sort((a, b) => a.name.localeCompare(b.name))
}

/** The first letters of the first and the last word: "VL" for Vera Lindqvist, "R3" for Reviewer 3A0B1. */
const initialsOf = (name: string): string => {
  const words = name.split(/\s+/).filter(Boolean)
  const [first, last] = [words[0], words.length > 1 ? words.at(-1) : undefined]
  return [first, last].map(word => (word ? [...word][0]!.toUpperCase() : "")).join("")
}
