"use client"
import { useRouter } from "next/navigation"
import { useEffect } from "react"

/** Milliseconds between two readings, and how many there are at most. */
const pace = 1_500
const most = 20

/** Reads the page again for half a minute while a message of `key` is about to be sent. */
export function FollowMessages({ waits }: { waits: string }) {
  const router = useRouter()
  useEffect(() => {
    if (waits === "") return
    let left = most
    const timer = setInterval(() => {
      left--
      if (left <= 0) clearInterval(timer)
      router.refresh()
    }, pace)
    return () => clearInterval(timer)
  }, [waits, router])
  return null
}
