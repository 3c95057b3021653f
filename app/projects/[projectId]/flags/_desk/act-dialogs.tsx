"use client"
import type { FlagAct } from "../../../../../lib/domain/flag-act.ts"
import type { FlagsPage, ListedFlag } from "../../../../../lib/queries/flags.ts"
import { Dialog } from "../../../../_ui/dialog.tsx"
import { Kbd } from "../../../../_ui/kbd.tsx"
import { useTypedIn } from "../../../../_ui/use-typed-in.ts"
import { AnswerForm } from "../_components/answer-form.tsx"
import { ActForm } from "./act-form.tsx"
import { deskKeys } from "./desk-keys.ts"
import { actWords, flagsMany } from "./desk-words.ts"
import type { Chosen, useActs } from "./use-acts.ts"

type Choice = ReadonlyMap<string, Chosen>

/** What is open over the desk: an answer to one flag, something that is done with some, or the keys. */
export type DeskDialog =
  | { readonly name: "answer"; readonly flag: ListedFlag }
  | {
      readonly name: "act"
      readonly what: FlagAct["do"]
      readonly flags: readonly Chosen[]
      /** The choice that they are; missing for a flag that stands beside it. */
      readonly choice?: Choice | undefined
    }
  | { readonly name: "help" }

interface Props {
  readonly page: FlagsPage
  readonly dialog: DeskDialog | null
  readonly acts: ReturnType<typeof useActs>
  /** A dialog is left; it may be told late, when another one is open. */
  readonly onClose: (dialog: DeskDialog) => void
  /** Something was done with what was chosen. */
  readonly onDone: (choice: Choice) => void
}

/** The dialogs of the desk. What was done is said beside the page, where it can be taken back. */
export function ActDialogs({ page, dialog, acts, onClose, onDone }: Props) {
  const [dirty, onTyped] = useTypedIn(dialog)
  const close = () => dialog && onClose(dialog)
  const title =
    dialog?.name === "act"
      ? `${actWords[dialog.what].title}: ${flagsMany(dialog.flags.length)}`
      : dialog?.name === "help"
        ? "Keys"
        : "Answer the flag"
  return (
    <Dialog open={dialog !== null} onClose={close} dirty={dirty} title={title}>
      {dialog?.name === "answer" && (
        <AnswerForm
          flag={dialog.flag}
          onTyped={onTyped}
          onLeave={() => {
            close()
            acts.reread()
          }}
          onDone={revision => {
            close()
            acts.finish("The flag is answered.", [{ documentId: dialog.flag.documentId, revision }])
          }}
        />
      )}
      {dialog?.name === "act" && (
        <ActForm
          what={dialog.what}
          flags={dialog.flags}
          page={page}
          run={acts.run}
          onTyped={onTyped}
          onClose={close}
          onDone={(text, changes, stay) => {
            acts.finish(text, changes)
            if (dialog.choice) onDone(dialog.choice)
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
