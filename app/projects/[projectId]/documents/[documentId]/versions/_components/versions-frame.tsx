import type { ComponentProps, ReactNode } from "react"
import { PageFrame } from "../../../../../../_ui/page-frame.tsx"
import { SiteHeader } from "../../../../../../_ui/site-header.tsx"

interface Props {
  readonly document: {
    readonly id: string
    readonly projectId: string
    readonly title: string
    readonly project: string
  }
  readonly actor: NonNullable<ComponentProps<typeof SiteHeader>["person"]>
  /** What the page is called under "Versions"; nothing for the list itself. */
  readonly part?: string
  readonly title: string
  readonly lede?: ReactNode
  readonly actions?: ReactNode
  readonly width?: "text" | "page"
  readonly children: ReactNode
}

/** The frame of the pages about a document's versions. */
export function VersionsFrame({ document, actor, part, title, lede, actions, width = "page", children }: Props) {
  const project = `/projects/${document.projectId}`
  const room = `${project}/documents/${document.id}`
  const crumbs = [
    { label: document.project, href: project },
    { label: document.title, href: room },
    part ? { label: "Versions", href: `${room}/versions` } : { label: "Versions" },
    ...(part ? [{ label: part }] : []),
  ]
  return (
    <>
      <SiteHeader crumbs={crumbs} person={actor} />
      <PageFrame title={title} lede={lede} actions={actions} width={width}>
        {children}
      </PageFrame>
    </>
  )
}
