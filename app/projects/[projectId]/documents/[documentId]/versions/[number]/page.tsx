import type { Metadata } from "next"
import Link from "next/link"
import { notFound } from "next/navigation"
import { type EarlierUnit, versionText } from "../../../../../../../lib/queries/version-text.ts"
import { pageActor } from "../../../../../../../lib/server/actor.ts"
import { ButtonLink } from "../../../../../../_ui/button-link.tsx"
import { VersionsFrame } from "../_components/versions-frame.tsx"

interface Props {
  readonly params: Promise<{ projectId: string; documentId: string; number: string }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `Version ${(await params).number}` }
}

/** An earlier version of a text, to be read only: each passage leads to where it is now. */
export default async function VersionPage({ params }: Props) {
  const { projectId, documentId, number } = await params
  const room = `/projects/${projectId}/documents/${documentId}`
  const actor = await pageActor()
  const found = await versionText(actor, documentId, Number(number))
  if (!found.ok || found.value.document.projectId !== projectId) notFound()
  const { document, current, line, text, units } = found.value
  return (
    <VersionsFrame
      document={document}
      actor={actor}
      part={`Version ${number}`}
      title={`Version ${number} of “${document.title}”`}
      width="text"
      lede={
        current === line.number
          ? "This is the current text."
          : "An earlier text, to be read only. A passage that the current text has leads there; one that it lost is marked."
      }
      actions={<ButtonLink href={room}>The current text</ButtonLink>}
    >
      <p className="mb-6 text-sm break-all text-faint">SHA-256 {line.sha256}</p>
      <div
        className="font-text text-lg whitespace-pre-wrap wrap-anywhere"
        lang={document.language === "und" ? undefined : document.language}
      >
        {units.map((unit, at) => (
          <span key={unit.id}>
            {text.slice(units[at - 1]?.end ?? 0, unit.start)}
            <Passage unit={unit} text={text} room={room} />
          </span>
        ))}
        {text.slice(units.at(-1)?.end ?? 0)}
      </div>
    </VersionsFrame>
  )
}

function Passage({ unit, text, room }: { unit: EarlierUnit; text: string; room: string }) {
  const words = text.slice(unit.start, unit.end)
  if (unit.now === "current")
    return (
      <Link href={`${room}?unit=${unit.id}`} prefetch={false} className="link-quiet">
        {words}
      </Link>
    )
  if (unit.now === "gone") return <span className="text-soft">{words}</span>
  return (
    <Link href={`${room}/versions/lost#${unit.id}`} prefetch={false} className="rounded-sm bg-danger-wash text-ink">
      {words} <span className="font-ui text-sm">(lost)</span>
    </Link>
  )
}
