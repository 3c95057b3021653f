import type { Metadata } from "next"
import { notFound } from "next/navigation"
import { type ShownVersion, versions } from "../../../../../../lib/queries/versions.ts"
import { pageActor } from "../../../../../../lib/server/actor.ts"
import { ButtonLink } from "../../../../../_ui/button-link.tsx"
import { TextLink } from "../../../../../_ui/text-link.tsx"
import { Time } from "../../../../../_ui/time.tsx"
import { VersionsFrame } from "./_components/versions-frame.tsx"

export const metadata: Metadata = { title: "Versions" }

/** The versions of a document's text, what each came to, and the way to a new one. */
export default async function VersionsPage({ params }: { params: Promise<{ projectId: string; documentId: string }> }) {
  const { projectId, documentId } = await params
  const here = `/projects/${projectId}/documents/${documentId}/versions`
  const actor = await pageActor()
  const found = await versions(actor, documentId)
  if (!found.ok || found.value.document.projectId !== projectId) notFound()
  const { document, offers, versions: list, lost } = found.value
  const left = [counted(lost.units, "claim"), counted(lost.flags, "flag")].filter(Boolean).join(" and ")
  return (
    <VersionsFrame
      document={document}
      actor={actor}
      title={`Versions of “${document.title}”`}
      lede="A text never changes. A correction makes a new version, and what was said of the old one comes along where its words are found."
      actions={
        offers["document.edit"] && (
          <ButtonLink href={`${here}/new`} kind="primary">
            Add a version
          </ButtonLink>
        )
      }
    >
      {left && (
        <p className="mb-8 flex flex-wrap items-center gap-x-5 gap-y-2 border-l-3 border-accent bg-wash px-4 py-3">
          <span>The current text lost {left}. What was said of them is kept.</span>
          <TextLink href={`${here}/lost`}>Look at what was lost</TextLink>
        </p>
      )}
      <ol className="divide-y divide-rule border-y border-rule">
        {list.map(version => (
          <VersionEntry key={version.number} version={version} here={here} document={documentId} />
        ))}
      </ol>
    </VersionsFrame>
  )
}

const counted = (n: number, what: string) => n > 0 && `${n.toLocaleString("en")} ${what}${n === 1 ? "" : "s"}`

const stateWords = { current: "the current text", earlier: "earlier", "taken-back": "taken back" } as const

function VersionEntry({ version, here, document }: { version: ShownVersion; here: string; document: string }) {
  const { number, state, by, createdAt, sha256, words, fileName, fileSha256, from, added } = version
  const room = here.replace(/\/versions$/, "")
  const original = `/api/v1/documents/${document}/versions/${number}/original`
  return (
    <li className="grid gap-2 py-5">
      <h2 className="font-text text-xl">
        Version {number} <span className="font-ui text-base text-soft">· {stateWords[state]}</span>
      </h2>
      <p className="text-soft">
        {by && `${by} · `}
        <Time at={createdAt} precision="minute" /> · {words.toLocaleString("en")} words{fileName && ` · ${fileName}`}
        <span className="block text-sm break-all text-faint">SHA-256 of the text {sha256}</span>
        {fileSha256 && <span className="block text-sm break-all text-faint">SHA-256 of the file {fileSha256}</span>}
      </p>
      {added && (
        <p className="figures">
          {[
            `${added.kept.toLocaleString("en")} passages came along`,
            added.moved > 0 && `${added.moved.toLocaleString("en")} of them to another place`,
            `${added.unfound.toLocaleString("en")} not found as they stood`,
            added.lost !== null && added.lost > 0 && `${added.lost.toLocaleString("en")} of those with work on them`,
            `${added.made.toLocaleString("en")} new`,
            added.flagsLost > 0 && `${counted(added.flagsLost, "flag")} lost`,
          ]
            .filter(Boolean)
            .join(" · ")}
        </p>
      )}
      <p className="flex flex-wrap gap-x-5 gap-y-1">
        {state === "current" ? (
          <TextLink href={room}>Read it</TextLink>
        ) : (
          <TextLink href={`${here}/${number}`}>Read version {number}</TextLink>
        )}
        {fileSha256 && (
          <a href={original} download>
            The file it was read from
          </a>
        )}
        {from !== null && (
          <TextLink href={`${here}/${number}/difference`}>
            What version {number} changed in version {from}
          </TextLink>
        )}
      </p>
    </li>
  )
}
