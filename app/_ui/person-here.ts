"use client"
import { useSyncExternalStore } from "react"

/** Whoever the page was made for. */
export interface PersonHere {
  readonly id: string
  readonly email: string
  readonly name: string
}

let person: PersonHere | null = null
const heard = new Set<() => void>()

/** For the header: says whose page this is; answers how to take it back. */
export function setPersonHere(next: PersonHere): () => void {
  if (person?.id !== next.id || person.email !== next.email || person.name !== next.name) say(next)
  const said = person
  return () => {
    if (person === said) say(null)
  }
}

function say(next: PersonHere | null): void {
  person = next
  for (const hear of heard) hear()
}

/** Whoever the page was made for; null when nobody is signed in. */
export const personHere = (): PersonHere | null => person

/** The same for a part of the page that has to know it as soon as it is known. */
export const usePersonHere = (): PersonHere | null => useSyncExternalStore(hear, personHere, () => null)

function hear(hearing: () => void): () => void {
  heard.add(hearing)
  return () => heard.delete(hearing)
}
