/** Where a claim is read: the reading room with it at hand. */
export const claimAddress = (projectId: string, claim: { readonly documentId: string; readonly id: string }): string =>
  `/projects/${projectId}/documents/${claim.documentId}?unit=${claim.id}`

export const sourceAddress = (projectId: string, source: { readonly id: string }): string =>
  `/projects/${projectId}/sources/${source.id}`
