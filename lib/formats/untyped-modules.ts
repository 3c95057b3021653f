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
