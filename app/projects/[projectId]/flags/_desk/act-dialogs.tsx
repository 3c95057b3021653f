"use client"
import { useState } from "react"
import type { FlagAct } from "../../../../../lib/domain/flag-act.ts"
import type { FlagsPage, ListedFlag } from "../../../../../lib/queries/flags.ts"
import { Dialog } from "../../../../_ui/dialog.tsx"
import { Kbd } from "../../../../_ui/kbd.tsx"
import { AnswerForm } from "../_components/answer-form.tsx"
import { ActForm } from "./act-form.tsx"
import { deskKeys } from "./desk-keys.ts"
import { actWords, flagsMany } from "./desk-words.ts"
import type { Chosen, useActs } from "./use-acts.ts"

/** What is open over the desk: an answer to one flag, something that is done with some, or the keys. */
export type DeskDialog =
  | { readonly name: "answer"; readonly flag: ListedFlag }
  | { readonly name: "act"; readonly what: FlagAct["do"]; readonly flags: readonly Chosen[] }
  | { readonly name: "help" }

interface Props {
  readonly page: FlagsPage
  readonly dialog: DeskDialog | null
  readonly acts: ReturnType<typeof useActs>
  readonly onClose: () => void
  /** Something was done with what was chosen. */
  readonly onDone: () => void
}

/** The dialogs of the desk. What was done is said beside the page, where it can be taken back. */
export function ActDialogs({ page, dialog, acts, onClose, onDone }: Props) {
  const [typed, setTyped] = useState(false)
  const close = () => {
    setTyped(false)
    onClose()
  }
  const title =
    dialog?.name === "act"
      ? `${actWords[dialog.what].title}: ${flagsMany(dialog.flags.length)}`
      : dialog?.name === "help"
        ? "Keys"
        : "Answer the flag"
  return (
    <Dialog open={dialog !== null} onClose={close} dirty={typed} title={title}>
      {dialog?.name === "answer" && (
        <AnswerForm
          flag={dialog.flag}
          onTyped={setTyped}
          onLeave={() => {
            close()
            acts.reread()
          }}
          onDone={revision => {
            close()
            acts.finish("The flag is answered.", [{ documentId: dialog.flag.documentId, revision }])
            onDone()
          }}
        />
      )}
      {dialog?.name === "act" && (
        <ActForm
          what={dialog.what}
          flags={dialog.flags}
          page={page}
          run={acts.run}
          onTyped={setTyped}
          onClose={close}
          onDone={(text, changes, stay) => {
            acts.finish(text, changes)
            onDone()
            if (!stay) close()
          }}
        />
      )}
      {dialog?.name === "help" && (
        <dl className="grid grid-cols-[4rem_1fr] gap-y-1.5">
          {deskKeys.map(({ key, words }) => (
            <div key={key} className="contents">
              <dt>
                <Kbd>{key === "Escape" ? "Esc" : key}</Kbd>
              </dt>
              <dd>{words}</dd>
            </div>
          ))}
        </dl>
      )}
    </Dialog>
  )
}
