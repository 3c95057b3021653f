"use client"
import { createContext } from "react"

/** What to do when somebody closes a dialog and says that what they typed in it is to be discarded. */
export const DiscardContext = createContext<Set<() => void> | null>(null)
