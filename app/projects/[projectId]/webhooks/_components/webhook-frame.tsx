import type { ReactNode } from "react"
import type { Failure } from "../../../../../lib/domain/failure.ts"
import { failureSentence } from "../../../../../lib/domain/failure-sentence.ts"
import { PageFrame } from "../../../../_ui/page-frame.tsx"
import { ProjectNav } from "../../../../_ui/project-nav.tsx"
import { SiteHeader } from "../../../../_ui/site-header.tsx"

interface Props {
  readonly person: { readonly id: string; readonly name: string; readonly email: string }
  readonly projectId: string
  /** The project's name, where it may be told. */
  readonly project?: string
  readonly title: ReactNode
  /** What leads here from the list of webhooks, the nearest last. */
  readonly below?: readonly { readonly label: string; readonly href?: string }[]
  readonly lede?: ReactNode
  readonly actions?: ReactNode
  /** Why there is nothing else on the page. */
  readonly refused?: Failure
  readonly children?: ReactNode
}

/** A page about webhooks, or the sentence that says why not. */
export function WebhookFrame(props: Props) {
  const { person, projectId, project = "Project", title, below = [], lede, actions, refused, children } = props
  const home = `/projects/${projectId}`
  const list = { label: "Webhooks", ...(below.length > 0 && { href: `${home}/webhooks` }) }
  const crumbs = [{ label: "Projects", href: "/projects" }, { label: project, href: home }, list, ...below]
  return (
    <>
      <SiteHeader crumbs={crumbs} person={person} />
      <ProjectNav projectId={projectId} />
      <PageFrame title={title} lede={lede} actions={actions}>
        {refused ? <p>{failureSentence(refused)}</p> : children}
      </PageFrame>
    </>
  )
}
