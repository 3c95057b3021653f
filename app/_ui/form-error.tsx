"use client"
import { useEffect, useRef } from "react"
import { ProveAgain, SignInAgain } from "./sign-in-again.tsx"
import { TextLink } from "./text-link.tsx"

interface Props {
  /** What went wrong when the form was sent; null while nothing did. */
  readonly failure: {
    readonly sentence: string
    readonly code?: string
    readonly issues?: readonly { path: string; message: string }[]
  } | null
  /** Moves the focus to the field of an issue; without it the issues are plain sentences. */
  readonly onIssue?: (path: string) => void
}

/** The summary above a form that was refused. It takes the focus when it appears, so that nobody misses it. */
export function FormError({ failure, onIssue }: Props) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (failure) box.current?.focus()
  }, [failure])
  if (!failure) return null
  const issues = (failure.issues ?? []).filter(issue => issue.message !== failure.sentence)
  return (
    <div ref={box} role="alert" tabIndex={-1} className="border-l-3 border-danger bg-danger-wash px-4 py-3">
      <p className="font-semibold text-danger">{failure.sentence}</p>
      {(failure.code === "signed-out" || failure.code === "other-person") && <SignInAgain />}
      {failure.code === "proof-needed" && <ProveAgain />}
      {failure.code === "second-step-needed" && (
        <p className="mt-1.5">
          <TextLink href="/account#two-step" target="_blank">
            Set up a second step, in a new tab
          </TextLink>
        </p>
      )}
      {issues.length > 0 && (
        <ul className="mt-1.5 grid gap-1 text-sm">
          {issues.map(issue => (
            <li key={issue.path + issue.message}>
              {onIssue && issue.path ? (
                <button
                  type="button"
                  className="text-left underline underline-offset-3"
                  onClick={() => onIssue(issue.path)}
                >
                  {issue.message}
                </button>
              ) : (
                issue.message
              )}
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
