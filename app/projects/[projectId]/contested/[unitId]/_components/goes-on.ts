"use client"
import { useEffect, useState } from "react"

const place = "apparatus-contested-stays"

/** Whether one goes on to the next contested claim by itself when one is decided; the browser keeps the choice. */
export function useGoesOn(): readonly [boolean, (goesOn: boolean) => void] {
  const [goesOn, setGoesOn] = useState(true)
  useEffect(() => {
    try {
      setGoesOn(localStorage.getItem(place) === null)
    } catch {
      // Without a store the usual choice holds.
    }
  }, [])
  const choose = (next: boolean) => {
    setGoesOn(next)
    try {
      if (next) localStorage.removeItem(place)
      else localStorage.setItem(place, "1")
    } catch {
      // It holds for this page then.
    }
  }
  return [goesOn, choose]
}
