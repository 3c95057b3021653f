import { JSONParser, TokenType } from "@streamparser/json"
import { Turns } from "./in-turns.ts"

/** Values, names and signs of a text of JSON at most: twenty thousand sources have some four million. */
export const mostTokens = 6_000_000
/** How deep it may be nested. Nothing here goes deeper than ten. */
export const mostNested = 500

/** Bytes that are read at a stretch. */
const piece = 32_768

/** A text of JSON that comes in pieces and is read as they come, so that a long one holds nobody up. */
export class JsonInTurns {
  readonly #parser = new JSONParser({ keepStack: true, stringBufferSize: 65_536, numberBufferSize: 64 })
  #whole: { readonly value: unknown } | null = null
  #tokens = 0
  #depth = 0
  readonly #turns = new Turns()

  constructor(most = mostTokens) {
    this.#parser.onToken = ({ token }) => {
      if (token === TokenType.LEFT_BRACKET || token === TokenType.LEFT_BRACE) this.#depth++
      if (token === TokenType.RIGHT_BRACKET || token === TokenType.RIGHT_BRACE) this.#depth--
      if (++this.#tokens > most || this.#depth > mostNested) throw new Error("There is too much in it.")
    }
    this.#parser.onValue = ({ value, key, parent, stack }) => {
      // Kept, it would make its value the prototype of whatever it is copied to.
      if (key === "__proto__") Reflect.deleteProperty(parent as object, key)
      if (stack.length === 0) this.#whole = { value }
    }
  }

  /** Reads on; answers false when it is no JSON, or too much of it, for which the rest need not come. */
  async write(bytes: Uint8Array): Promise<boolean> {
    for (let at = 0; at < bytes.length; at += piece) {
      if (!done(() => this.#parser.write(bytes.subarray(at, at + piece)))) return false
      if (this.#turns.over) await this.#turns.next()
    }
    return true
  }

  /** What it says; null when it is not whole. */
  end(): { readonly value: unknown } | null {
    return done(() => this.#parser.isEnded || this.#parser.end()) ? this.#whole : null
  }
}

/** Whether something was done; what the parser throws says only where a text is no JSON. */
function done(work: () => unknown): boolean {
  try {
    work()
    return true
  } catch {
    return false
  }
}
