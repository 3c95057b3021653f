/** Where something is discussed: the addresses under which it is read and written to. */
export interface TalkPlace {
  readonly projectId: string
  /** Where the discussion is read. */
  readonly at: string
  /** Where a thread is begun, with what names its subject. */
  readonly begin: string
  readonly about: Readonly<Record<string, string>>
  /** Above the addresses of threads and comments. */
  readonly base: string
  /** The subject's name in what is kept in the browser. */
  readonly key: string
}

export const claimPlace = (projectId: string, documentId: string, unitId: string): TalkPlace => ({
  projectId,
  at: `/documents/${documentId}/claims/${unitId}/discussion`,
  begin: `/documents/${documentId}/threads`,
  about: { unitId },
  base: `/documents/${documentId}`,
  key: `claim-${unitId}`,
})

export const flagPlace = (projectId: string, documentId: string, flagId: string): TalkPlace => ({
  projectId,
  at: `/documents/${documentId}/flags/${flagId}/discussion`,
  begin: `/documents/${documentId}/threads`,
  about: { flagId },
  base: `/documents/${documentId}`,
  key: `flag-${flagId}`,
})

export const sourcePlace = (projectId: string, sourceId: string): TalkPlace => ({
  projectId,
  at: `/projects/${projectId}/sources/${sourceId}/discussion`,
  begin: `/projects/${projectId}/sources/${sourceId}/threads`,
  about: {},
  base: `/projects/${projectId}`,
  key: `source-${sourceId}`,
})
