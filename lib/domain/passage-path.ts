/** Where a passage or a flag stands, as a link needs it. */
export interface PassagePlace {
  readonly documentId: string
  /** The unit, while it stands. */
  readonly unitId: string | null
  /** Where in the text it begins, when that is known. */
  readonly start: number | null
  /** The number of the older version that it stands in; null when it stands in the current text. */
  readonly behind: number | null
  /** What of it can be placed in the current text: the unit or the flag with this id. */
  readonly lostId?: string | null
}

/**
 * The address below a project's own at which a passage is read: in the reading room when the current text has it; of one
 * that the current text lost, where it can be placed; else in the text that it stands in. A place in one text is never
 * looked up in another one.
 */
export function passagePath({ documentId, unitId, start, behind, lostId = unitId }: PassagePlace): string {
  const document = `/documents/${documentId}`
  if (behind !== null) return lostId ? `${document}/versions/lost#${lostId}` : `${document}/versions/${behind}`
  return `${document}${unitId ? `?unit=${unitId}` : start === null ? "" : `?at=${start}`}`
}
