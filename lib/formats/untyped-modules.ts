/** What the packages without types of their own offer, as far as this layer uses it. */
declare module "@citation-js/core" {
  export const plugins: {
    readonly input: {
      /** One step of a parser, named by its type; throws on what it cannot read. */
      data(input: unknown, type: string): unknown
    }
  }
  export const logger: { readonly _log: unknown[] }
}
declare module "@citation-js/plugin-bibtex"
declare module "@citation-js/plugin-ris"
declare module "citeproc" {
  export interface CiteItem {
    readonly id: string
    readonly locator?: string
    readonly label?: string
    readonly prefix?: string
    readonly suffix?: string
  }
  export interface Cluster {
    readonly citationID: string
    readonly citationItems: readonly CiteItem[]
    readonly properties: { readonly noteIndex: number }
  }
  export interface System {
    retrieveLocale(tag: string): string | false
    retrieveItem(id: string): object
  }
  export class Engine {
    constructor(system: System, style: string, locale: string, forceLocale: boolean)
    readonly opt: { readonly xclass: string }
    rebuildProcessorState(
      clusters: readonly Cluster[],
      mode: string,
      uncited: readonly string[],
    ): (readonly [string, number, string])[]
    /** Without citations, forgets all items and citations. */
    restoreProcessorState(): void
    updateItems(ids: readonly string[]): void
    setOutputFormat(mode: string): void
    makeBibliography(): false | readonly [unknown, readonly string[]]
  }
  const csl: {
    Engine: typeof Engine
    Output: { Formats: Record<string, object> }
    debug: (text: string) => void
    /** Carries out one step of a style; all work on an item goes through it. */
    tokenExec: (this: unknown, ...step: unknown[]) => unknown
  }

  export default csl
}
