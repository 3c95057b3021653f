import { unitPlaces } from "../db/activity-rows.ts"
import { versionTexts } from "../db/history-scope.ts"
import { commentTexts, snapshotWords, styleTitles } from "../db/history-words.ts"
import type { ProjectPass } from "../db/pass.ts"
import { may } from "../domain/access.ts"
import type { Change } from "../domain/change.ts"
import { citationStyleWords, isStyleId } from "../domain/citation-setting.ts"
import { commentPieces } from "../domain/comment-text.ts"
import type { Known } from "../domain/detail.ts"
import { thingsNamed } from "../domain/things-named.ts"
import { changeWords } from "./change-words.ts"

/**
 * Everything that the details of a change are told with, as the actor may know it. What a comment said before it was
 * edited or deleted is for those who may trace it; the actor's own name stands in full, since no sentence begins with it.
 */
export async function knownWords(pass: ProjectPass, change: Change, documentId: string | null): Promise<Known> {
  const named = thingsNamed(change)
  const { person, source } = (await changeWords(pass, [change]))("")
  const texts = documentId ? await versionTexts(pass, documentId) : new Map<number, string>()
  const places = await unitPlaces(pass, named.units)
  const comments = await commentTexts(pass, named.comments)
  const styles = await styleTitles(pass)
  const snapshots = await snapshotWords(pass, named.snapshots)
  const written = (text: string) =>
    commentPieces(text)
      .map(piece =>
        piece.kind === "words" ? piece.text : piece.kind === "link" ? piece.address : `@${person(piece.id)}`,
      )
      .join("")
  return {
    person,
    source,
    quote: ({ start, end, number = 1 }) => texts.get(number)?.slice(start, end) ?? "",
    unit: id => places.get(id)?.quote ?? "",
    style: style => (isStyleId(style) ? citationStyleWords[style] : (styles.get(style) ?? "a style of its own")),
    snapshot: id => snapshots.get(id) ?? "a snapshot of its own",
    comment: ({ id, text }) => {
      const now = comments.get(id)
      return now !== undefined && (now === text || may(pass.role, "comment.trace")) ? written(text) : null
    },
  }
}
