import { logger, plugins } from "@citation-js/core"
import "@citation-js/plugin-bibtex"
import "@citation-js/plugin-ris"

/**
 * One named step of Citation.js. Steps are called one by one and never found by looking at the data, because then a
 * value that looks like an address would be fetched. Its log grows with every call, so it is emptied.
 */
export function citationStep(
  input: unknown,
  step: "@biblatex/text" | "@biblatex/entries+list" | "@ris/record",
): unknown {
  try {
    return plugins.input.data(input, step)
  } finally {
    logger._log.length = 0
  }
}
