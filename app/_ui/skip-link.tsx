/** The first stop of the Tab key: past the header to the element with the id "content". */
export function SkipLink() {
  return (
    <a
      href="#content"
      className="sr-only focus:not-sr-only focus:fixed focus:top-1.5 focus:left-2 focus:z-50 focus:rounded-md focus:bg-sheet focus:px-4 focus:py-2.5"
    >
      Skip to the content
    </a>
  )
}
