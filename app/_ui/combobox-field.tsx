"use client"
import { Combobox } from "@base-ui/react/combobox"
import { useEffect, useRef, useState } from "react"
import type { ComboboxOption, ComboboxProps, ComboboxStart } from "./combobox.tsx"
import { Field } from "./field.tsx"
import { useLandmark } from "./use-landmark.ts"

const creating = "combobox-new"
const pause = 150

/**
 * What Combobox shows, with Base UI; to be used through Combobox, which fetches it when it is needed. The
 * label is also referred to by its id, since an open list hides everything else from assistive technology.
 */
export function ComboboxField(props: ComboboxProps & { start: ComboboxStart }) {
  const { label, hint, error, optional, value, onChange, search, onCreate, placeholder, disabled, start } = props
  const { createLabel = query => `Add “${query}”` } = props
  const [query, setQuery] = useState(start.text)
  const [open, setOpen] = useState(start.text !== "")
  const input = useRef<HTMLInputElement>(null)
  const landmark = useLandmark(input)
  useEffect(() => {
    if (start.focused) input.current?.focus()
  }, [start.focused])
  const { options, state } = useOptions(search, query, open)
  const typed = query.trim()
  const create = onCreate && typed ? [{ id: creating, label: createLabel(typed) }] : []

  return (
    <Field label={label} hint={hint} error={error} optional={optional ?? false}>
      {wiring => (
        <Combobox.Root<ComboboxOption>
          items={[...options, ...create]}
          filter={null}
          value={value}
          defaultInputValue={start.text || (value?.label ?? "")}
          onValueChange={(option, event) => {
            if (event.reason === "escape-key") letThrough(event)
            else if (option?.id === creating) onCreate?.(typed)
            else onChange(option)
          }}
          onInputValueChange={(text, event) => {
            if (event.reason === "escape-key") letThrough(event)
            else setQuery(event.reason === "input-change" ? text : "")
          }}
          open={open}
          onOpenChange={setOpen}
          itemToStringLabel={option => option.label}
          isItemEqualToValue={(one, other) => one.id === other.id}
          disabled={disabled ?? false}
          autoHighlight
        >
          <span className="relative block">
            <Combobox.Input
              ref={input}
              {...wiring}
              aria-labelledby={`${wiring.id}-label`}
              placeholder={placeholder}
              className="control pr-9"
            />
            <Combobox.Clear
              aria-label="Clear"
              className="absolute inset-y-0 right-0 grid w-9 place-items-center text-soft hover:text-ink"
            >
              <span aria-hidden>✕</span>
            </Combobox.Clear>
          </span>
          <Combobox.Portal container={landmark}>
            <Combobox.Positioner className="z-50 outline-none" sideOffset={4}>
              <Combobox.Popup className="floating w-(--anchor-width) max-w-(--available-width)">
                <Combobox.Status className="px-3.5 text-sm text-soft not-empty:py-2">
                  {words(state, options.length, typed)}
                </Combobox.Status>
                <Combobox.List
                  aria-labelledby={`${wiring.id}-label`}
                  className="max-h-[min(22rem,var(--available-height))] overflow-y-auto overscroll-contain py-1 outline-none data-empty:hidden"
                >
                  {(option: ComboboxOption) => (
                    <Combobox.Item
                      key={option.id}
                      value={option}
                      className="cursor-pointer px-3.5 py-1.5 pickable data-selected:font-semibold"
                    >
                      {option.label}
                      {option.detail && <span className="block text-sm font-normal text-soft">{option.detail}</span>}
                    </Combobox.Item>
                  )}
                </Combobox.List>
              </Combobox.Popup>
            </Combobox.Positioner>
          </Combobox.Portal>
        </Combobox.Root>
      )}
    </Field>
  )
}

/** Escape closes the list, then what is around the field; it never takes back what was chosen. */
function letThrough(event: { cancel: () => void; allowPropagation: () => void }) {
  event.cancel()
  event.allowPropagation()
}

type State = "searching" | "found" | "failed"

/** The options for a query, a moment after the last key; a late answer to an older query is dropped. */
function useOptions(search: ComboboxProps["search"], query: string, open: boolean) {
  const [options, setOptions] = useState<readonly ComboboxOption[]>([])
  const [state, setState] = useState<State>("searching")
  const ask = useRef(search)
  ask.current = search
  useEffect(() => {
    if (!open) return
    const stop = new AbortController()
    setState("searching")
    const timer = setTimeout(
      async () => {
        try {
          const found = await ask.current(query.trim(), stop.signal)
          if (stop.signal.aborted) return
          setOptions(found)
          setState("found")
        } catch {
          if (stop.signal.aborted) return
          setOptions([])
          setState("failed")
        }
      },
      query ? pause : 0,
    )
    return () => {
      clearTimeout(timer)
      stop.abort()
    }
  }, [query, open])
  return { options, state }
}

function words(state: State, found: number, typed: string): string | null {
  if (state === "failed") return "The list could not be loaded. Type on to try again."
  if (state === "searching") return found > 0 ? null : "Searching…"
  if (found > 0) return null
  return typed ? `Nothing matches “${typed}”.` : "Nothing here yet."
}
