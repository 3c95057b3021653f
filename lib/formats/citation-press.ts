import citeproc, { type Engine } from "citeproc"
import type { CitationLocale } from "../domain/citation-setting.ts"
import { localeXml } from "./citation-styles.ts"
import { runFormat } from "./run-marks.ts"

/** A style made ready for a locale. */
export interface CitationPress {
  readonly engine: Engine
  /** From now on so many steps may be taken; the next one throws `StyleTooLong`. */
  allow(steps: number): void
  /** Forgets everything of before and lays out the items to be cited, by their ids. */
  load(items: ReadonlyMap<string, object>): void
}

/** A style takes more steps for what it sets than any that is known. */
export class StyleTooLong extends Error {}

// Steps are counted instead of time, so that what is set does not hang on how busy the machine is. citeproc works
// through one order after the other, never two at once, so one count is enough.
let stepsLeft = 0
const tokenExec = citeproc.tokenExec
citeproc.tokenExec = function countedStep(...step) {
  stepsLeft -= 1
  if (stepsLeft < 0) throw new StyleTooLong()
  return tokenExec.apply(this, step)
}
citeproc.Output.Formats["runs"] = runFormat
citeproc.debug = () => undefined

const presses = new Map<string, CitationPress>()

/** Making the largest style ready takes a second, so the last ones are kept, some 20 MB each. */
const most = 6

/**
 * The press for a style and a locale. This file alone imports citeproc, whose licence is CPAL 1.0 or AGPL 3.0. Throws
 * what citeproc throws on a style that it cannot use.
 */
export function citationPress(style: string, locale: CitationLocale): CitationPress {
  const key = keyOf(style, locale)
  const press = presses.get(key) ?? newPress(style, locale)
  presses.delete(key)
  presses.set(key, press)
  for (const oldest of [...presses.keys()].slice(0, -most)) presses.delete(oldest)
  return press
}

/** Drops a press that broke off in its work: nobody knows what it holds. */
export const dropPress = (style: string, locale: CitationLocale): void => void presses.delete(keyOf(style, locale))

const keyOf = (style: string, locale: CitationLocale) => `${locale} ${style}`

function newPress(style: string, locale: CitationLocale): CitationPress {
  let items: ReadonlyMap<string, object> = new Map()
  const retrieveItem = (id: string) => structuredClone(items.get(id) ?? { id, type: "document", title: "" })
  const engine = new citeproc.Engine({ retrieveLocale: localeXml, retrieveItem }, style, locale, true)
  return {
    engine,
    allow(steps) {
      stepsLeft = steps
    },
    load(next) {
      items = next
      engine.restoreProcessorState()
    },
  }
}
