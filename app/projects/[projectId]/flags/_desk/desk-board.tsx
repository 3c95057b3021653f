"use client"
import { useRouter } from "next/navigation"
import { type KeyboardEvent, useEffect, useMemo, useOptimistic, useRef, useState, useTransition } from "react"
import { type FlagAct, refusal } from "../../../../../lib/domain/flag-act.ts"
import { type DeskFilter, emptyFilter, filterWords, narrows } from "../../../../../lib/domain/flag-desk.ts"
import type { FlagsPage } from "../../../../../lib/queries/flags.ts"
import { announce } from "../../../../_ui/announce.ts"
import { Button } from "../../../../_ui/button.tsx"
import { EmptyState } from "../../../../_ui/empty-state.tsx"
import { useInHand } from "../../../../_ui/in-hand.ts"
import { TextLink } from "../../../../_ui/text-link.tsx"
import { toast } from "../../../../_ui/toast.ts"
import { ActBar } from "./act-bar.tsx"
import { ActDialogs, type DeskDialog } from "./act-dialogs.tsx"
import { chosenAddress, deskAddress, passageAddress } from "./desk-address.ts"
import type { DeskAction } from "./desk-keys.ts"
import { DeskList } from "./desk-list.tsx"
import { flagsMany } from "./desk-words.ts"
import { FilterBar } from "./filter-bar.tsx"
import { GroupHead } from "./group-head.tsx"
import { PreviewPart } from "./preview-part.tsx"
import { useActs } from "./use-acts.ts"
import { useAt, useBack } from "./use-at.ts"
import { chosenOf, useChosen } from "./use-chosen.ts"
import { useDeskKeys } from "./use-desk-keys.ts"
import { useReplacedView } from "./use-replaced-view.ts"
import { useRows } from "./use-rows.ts"
import { useWide } from "./use-wide.ts"
import { ViewDialogs } from "./view-dialogs.tsx"
import { type ViewDialog, ViewsMenu } from "./views-menu.tsx"

/** The flag desk: the list with what narrows it, the flag at hand beside it, and what is done with one flag or many. */
export function DeskBoard({ projectId, page }: { projectId: string; page: FlagsPage }) {
  const router = useRouter()
  const wide = useWide()
  const rows = useRows(projectId, page)
  const acts = useActs(projectId)
  const replaceView = useReplacedView(projectId)
  const { flags } = rows
  const board = useRef<HTMLDivElement>(null)
  const { at, note, goTo, begin: beginList } = useAt(flags, board)
  const flag = flags[at]
  const choice = useChosen(flags)
  const [dialog, setDialog] = useState<DeskDialog | null>(null)
  const [viewDialog, setViewDialog] = useState<ViewDialog | null>(null)
  const [menu, setMenu] = useState<string | null>(null)
  // Without a word from the person it is there where it takes nothing from the list.
  const [asked, setAsked] = useState<boolean | null>(null)
  const preview = asked ?? wide
  const [pending, start] = useTransition()
  // What is asked for before the list came is asked for on top of what was asked for before it.
  const [asks, ask] = useOptimistic(page.filter)
  const search = useRef<HTMLInputElement>(null)
  useBack(dialog !== null, board)
  useInHand(choice.chosen.size > 0)

  const words = JSON.stringify(filterWords(page.filter))
  const listed = useRef(words)
  const { none } = choice
  useEffect(() => {
    if (listed.current === words) return
    listed.current = words
    none()
    beginList()
    announce(`${flagsMany(page.total)} in the list.`)
  }, [words, page.total, none, beginList])

  const from = page.from ?? page.views.find(({ id }) => id === page.view)?.id
  const show = (filter: DeskFilter) => {
    choice.giveUp()
    start(() => {
      ask(filter)
      router.push(deskAddress(projectId, filter, from), { scroll: false })
    })
  }
  const open = (index: number) => {
    const one = flags[index]
    if (one) router.push(passageAddress(projectId, one))
  }
  const begin = (what: FlagAct["do"]) => {
    const meant = choice.orAt(at)
    if (meant.length === 0) return
    if (what === "answer" && choice.chosen.size === 0 && flag && page.offers["flag.answer"]) {
      if (flag.status === "open" || flag.status === "answered") return setDialog({ name: "answer", flag })
    }
    const why = page.offers["flag.raise"] ? null : "Your role in this project lets you read flags only."
    if (why) return toast({ text: why })
    if (meant.length === 1 && what === "answer" && !page.offers["flag.answer"])
      return toast({ text: "Editors answer flags. Add what you know to its discussion." })
    setDialog({ name: "act", what, flags: meant, choice: choice.chosen.size > 0 ? choice.chosen : undefined })
  }

  const actions: Record<DeskAction, () => void> = {
    next: () => goTo(at + 1),
    previous: () => goTo(at - 1),
    choose: () => choice.toggle(at),
    "choose-to": () => choice.range(at),
    answer: () => begin("answer"),
    assign: () => begin("assign"),
    date: () => begin("date"),
    withdraw: () => begin("withdraw"),
    reopen: () => begin("reopen"),
    open: () => open(at),
    preview: () => setAsked(!preview),
    search: () => search.current?.focus(),
    filters: () => setMenu("Reason"),
    group: () => setMenu("Groups"),
    views: () => setMenu("views"),
    undo: () => void acts.undo(),
    clear: choice.none,
    help: () => setDialog({ name: "help" }),
  }
  const viewOpens = viewDialog === "save" || (viewDialog !== null && page.views.some(({ id }) => id === page.view))
  // What is opened over the page may not be there yet; the keys that follow are for it all the same.
  const opens = dialog !== null || viewOpens || menu !== null
  useDeskKeys(action => opens || actions[action]())

  const press = (event: KeyboardEvent) => {
    if (opens) return
    if (event.altKey || event.metaKey) return
    if (event.ctrlKey && event.key !== "a") return
    const step = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 }[event.key]
    if (event.key === "Enter" && event.target instanceof HTMLTableRowElement) open(at)
    else if (event.key === " " && event.target instanceof HTMLTableRowElement) choice.toggle(at)
    else if (event.ctrlKey) choice.loaded()
    else if (event.key === "Home") goTo(0)
    else if (event.key === "End") goTo(flags.length - 1)
    else if (step === undefined) return
    else {
      if (event.shiftKey) choice.range(Math.max(0, Math.min(at + step, flags.length - 1)), at)
      goTo(at + step)
    }
    event.preventDefault()
  }

  const { me, filter } = page
  const { group } = filter
  const headOf = useMemo(
    () =>
      group &&
      ((value: string) => (
        <GroupHead page={page} value={value} title={flags.find(one => one.documentId === value)?.document ?? ""} />
      )),
    [group, page, flags],
  )

  const by = { id: me, role: page.role }
  const shown = flag && preview && (
    <PreviewPart
      projectId={projectId}
      flag={flag}
      mayAnswer={page.offers["flag.answer"]}
      mayWithdraw={refusal({ status: flag.status, raisedBy: flag.raisedBy }, { do: "withdraw" }, by) === null}
      onAnswer={() => setDialog({ name: "answer", flag })}
      onWithdraw={() => setDialog({ name: "act", what: "withdraw", flags: [chosenOf(flag)] })}
    />
  )
  const plain = !narrows(filter)
  return (
    <div ref={board} aria-busy={pending} className="grid min-w-0">
      <div className="mb-3 flex flex-wrap items-center justify-between gap-3">
        <p role="status" className="text-soft">
          {flagsMany(page.total)}
          {page.view === null && plain && " open"}
        </p>
        <span className="flex flex-wrap gap-2">
          <ViewsMenu
            projectId={projectId}
            page={page}
            open={menu === "views"}
            onOpen={now => setMenu(now ? "views" : null)}
            onDialog={setViewDialog}
            onReplace={view => void replaceView(view, asks)}
          />
          <Button size="small" kind="plain" onClick={() => setDialog({ name: "help" })}>
            Keys
          </Button>
        </span>
      </div>
      <FilterBar page={page} filter={asks} open={menu} onOpen={setMenu} onFilter={show} search={search} />
      {flags.length === 0 ? (
        <EmptyState
          title={plain ? "No open flags" : "No flags match"}
          action={!plain && <TextLink href={deskAddress(projectId, emptyFilter)}>Show all open flags</TextLink>}
        >
          {plain
            ? "In the reading room, mark a passage and press f to say that it needs work. It will be listed here, and so will what the rules find."
            : "Choose other filters to see more."}
        </EmptyState>
      ) : (
        <div className={wide && preview ? "grid min-w-0 grid-cols-[minmax(0,1fr)_23rem] gap-6" : "grid min-w-0"}>
          <div className="min-w-0">
            {choice.chosen.size > 0 && (
              <ActBar
                offers={page.offers}
                chosen={choice.chosen.size}
                loaded={flags.length}
                total={page.total}
                busy={choice.fetching}
                onAct={begin}
                onAll={() => void choice.all(chosenAddress(projectId, filter))}
                onLoaded={choice.loaded}
                onNone={choice.none}
              />
            )}
            <DeskList
              projectId={projectId}
              flags={flags}
              total={page.total}
              after={rows.after}
              headOf={headOf ?? null}
              at={at}
              chosen={choice.chosen}
              onAt={note}
              onTouch={again => !wide && setAsked(!(again && preview))}
              onMore={rows.more}
              onPress={press}
              onChoose={(index, to) => (to ? choice.range(index) : choice.toggle(index))}
              onOpen={open}
              under={
                !wide &&
                shown && (
                  <tr className="block border-b border-rule bg-paper px-4 py-4">
                    <td className="block">{shown}</td>
                  </tr>
                )
              }
              end={
                rows.after && (
                  <p className="px-4 py-3 text-sm text-soft">
                    {rows.failure ? (
                      <>
                        {rows.failure.sentence}{" "}
                        <Button size="small" onClick={() => void rows.more()}>
                          Load more
                        </Button>
                      </>
                    ) : (
                      "Loading more …"
                    )}
                  </p>
                )
              }
            />
            <p id="desk-keys" className="mt-1.5 text-sm text-soft">
              {wide
                ? "Arrow keys lead through the flags, x chooses one, Enter opens its passage; ? shows all keys."
                : "A touch on a flag shows more of it, or p does; ? shows all keys."}
            </p>
          </div>
          {wide && shown && (
            <aside
              aria-label="Preview"
              className="max-h-[max(24rem,calc(100dvh-17rem))] overflow-y-auto border-y border-line py-4 pr-1"
            >
              {shown}
            </aside>
          )}
        </div>
      )}
      <ActDialogs
        page={page}
        dialog={dialog}
        acts={acts}
        onClose={one => setDialog(now => (now === one ? null : now))}
        onDone={choice.done}
      />
      <ViewDialogs projectId={projectId} page={page} dialog={viewDialog} onClose={() => setViewDialog(null)} />
    </div>
  )
}
