"use client"
import { type ReactNode, useCallback, useLayoutEffect, useRef, useState } from "react"
import { uuidv7 } from "uuidv7"
import { type Mentionable, storedComment, toldApart, typedComment } from "../../../../lib/domain/comment-text.ts"
import { commentWords } from "../../../../lib/schema/comment-input.ts"
import { announce } from "../../../_ui/announce.ts"
import type { ApiFailure, ApiResult } from "../../../_ui/api.ts"
import { Button } from "../../../_ui/button.tsx"
import { FormError } from "../../../_ui/form-error.tsx"
import { useInHand } from "../../../_ui/in-hand.ts"
import { insist } from "../../../_ui/insist.ts"
import { whatRemains } from "../../../_ui/what-remains.ts"
import { commentDraft, keepCommentDraft, type SentComment } from "./comment-draft.ts"
import { MentionArea } from "./mention-area.tsx"
import { usePeople } from "./use-people.ts"

interface Props {
  readonly projectId: string
  readonly me: string
  /** The name of this place among what is kept in the browser. */
  readonly place: string
  readonly label: string
  readonly button: string
  /** A stored comment that is edited, and who is mentioned in it. */
  readonly edited?: { readonly text: string; readonly people: readonly Mentionable[] }
  readonly send: (comment: SentComment) => Promise<ApiResult<unknown>>
  /** Shows what was sent on the page. */
  readonly reload: () => Promise<void>
  /** Hears that it is sent and that nothing was typed on meanwhile. */
  readonly onDone: (comment: SentComment) => void
  readonly onCancel?: () => void
  /** Shows a failure of its own kind in the summary's place; null leaves it to the summary. */
  readonly explain?: (failure: ApiFailure, again: Again) => ReactNode | null
  /** Brings the focus here whenever it is another number, 0 left out. */
  readonly focus?: number
}

/** What a failure's own words can do with the field. */
export interface Again {
  readonly words: string
  readonly people: readonly Mentionable[]
  readonly busy: boolean
  readonly submit: () => void
}

const noPeople: readonly Mentionable[] = []

/** Where a comment is typed. What is typed is kept until it is saved, and sent twice it is one comment. */
export function CommentField(props: Props) {
  const { projectId, me, place, label, button, edited, send, reload, onDone, onCancel, explain, focus = 0 } = props
  const [words, setWords] = useState("")
  // While something is on its way, the words go on.
  const latest = useRef(words)
  const [failure, setFailure] = useState<ApiFailure | null>(null)
  const [issue, setIssue] = useState<string>()
  const [busy, setBusy] = useState(false)
  const sent = useRef<SentComment | null>(null)
  const area = useRef<HTMLTextAreaElement>(null)
  const { people: members, ask } = usePeople(projectId, edited !== undefined || words.includes("@"))
  const people = withMentioned(members, edited?.people ?? noPeople)
  const before = edited ? typedComment(edited.text, people) : ""
  const touched = useRef(false)
  useInHand(words !== before && words !== "")
  // The draft is there only in the browser, and names for mentions come later. The words stand in the field before
  // anybody can type there, or what is typed at once would take their place.
  useLayoutEffect(() => {
    if (touched.current) return
    const draft = commentDraft(me, place)
    sent.current = draft?.sent ?? null
    touched.current = draft !== null
    latest.current = draft?.words ?? before
    setWords(latest.current)
  }, [me, place, before])
  useLayoutEffect(() => {
    if (focus > 0) area.current?.focus()
  }, [focus])
  const type = useCallback(
    (typed: string) => {
      touched.current = true
      latest.current = typed
      setWords(typed)
      setIssue(undefined)
      keepCommentDraft(me, place, { words: typed, sent: sent.current })
    },
    [me, place],
  )
  /** Nothing of these words is on its way; they are kept if somebody typed them and they are not saved. */
  const stand = (text: string, typed: boolean) => {
    sent.current = null
    touched.current = typed
    latest.current = text
    setWords(text)
    keepCommentDraft(me, place, { words: typed ? text : "", sent: null })
  }
  const stored = async (): Promise<string | null> => {
    if (!words.includes("@")) return words
    const found = await ask()
    return found && storedComment(words, withMentioned(found, edited?.people ?? noPeople))
  }
  const submit = async () => {
    if (busy) return
    setBusy(true)
    setFailure(null)
    const typed = await stored()
    const read = commentWords.safeParse({ text: typed ?? "" })
    if (typed === null) setFailure(notAsked)
    else if (!read.success) setIssue(read.error.issues[0]?.message)
    else {
      const { text } = read.data
      const comment =
        sent.current?.text === text ? sent.current : { text, requestId: uuidv7(), id: uuidv7(), threadId: uuidv7() }
      sent.current = comment
      keepCommentDraft(me, place, { words: latest.current, sent: comment })
      const result = await insist(() => send(comment))
      if (!result.ok) setFailure(result.failure)
      else {
        const now = latest.current
        const rest = whatRemains(words, now)
        // An edited comment is always sent as a whole.
        if (edited) stand(now, now !== words)
        else stand(rest, rest !== "")
        await reload()
        if (!touched.current || latest.current === "") onDone(comment)
        else announce("It is sent. What you typed after that is not sent yet.")
      }
    }
    setBusy(false)
  }
  const explained = failure && explain?.(failure, { words, people, busy, submit: () => void submit() })
  return (
    <form
      method="post"
      noValidate
      className="grid gap-2"
      onSubmit={event => {
        event.preventDefault()
        void submit()
      }}
    >
      {explained ?? <FormError failure={failure} />}
      <MentionArea
        ref={area}
        label={label}
        error={issue}
        value={words}
        onWords={type}
        people={people}
        placeholder={label}
        onKeyDown={event => {
          if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
            event.preventDefault()
            void submit()
          }
          if (event.key === "Escape" && (words === "" || words === before)) onCancel?.()
        }}
      />
      {(words !== "" || onCancel) && (
        <p className="flex flex-wrap gap-2">
          <Button type="submit" size="small" kind="primary" busy={busy}>
            {button}
          </Button>
          {onCancel && (
            <Button
              size="small"
              kind="plain"
              onClick={() => {
                stand("", false)
                onCancel()
              }}
            >
              {edited ? "Keep it as it was" : "Drop it"}
            </Button>
          )}
        </p>
      )}
    </form>
  )
}

/** Members, and who is mentioned already and left since. */
function withMentioned(members: readonly Mentionable[], mentioned: readonly Mentionable[]): readonly Mentionable[] {
  const known = new Set(members.map(({ id }) => id))
  return toldApart([...members, ...mentioned.filter(({ id }) => !known.has(id))])
}

const notAsked: ApiFailure = {
  code: "offline",
  sentence: "Who is mentioned could not be looked up. What you typed is kept; try again.",
}
