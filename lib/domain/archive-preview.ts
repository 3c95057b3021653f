/** What an archive would bring, for who looks at it before they bring it in. */
export interface ArchivePreview {
  readonly projectId: string
  readonly name: string
  /** When it was made, in ISO 8601. */
  readonly exportedAt: string
  /** Everybody who stands in it, with the role of those who were members then. */
  readonly people: readonly { readonly id: string; readonly name: string; readonly role: string | null }[]
  readonly counts: Readonly<Record<"documents" | "units" | "annotations" | "citations" | "sources" | "changes", number>>
}
