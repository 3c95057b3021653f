import { commentPieces, type Mentionable } from "../../../../lib/domain/comment-text.ts"

interface Props {
  readonly text: string
  readonly people: readonly Mentionable[]
}

/** A comment's words as they were typed, with names for mentions and links for addresses. */
export function CommentText({ text, people }: Props) {
  const names = new Map(people.map(({ id, name }) => [id, name]))
  let at = 0
  const pieces = commentPieces(text).map(piece => ({ ...piece, key: at++ }))
  return (
    <p className="wrap-anywhere whitespace-pre-wrap">
      {pieces.map(piece => {
        if (piece.kind === "words") return <span key={piece.key}>{piece.text}</span>
        if (piece.kind === "mention") return <b key={piece.key}>@{names.get(piece.id) ?? "somebody"}</b>
        return (
          <a key={piece.key} href={piece.address} rel="noopener nofollow noreferrer external">
            {piece.address}
          </a>
        )
      })}
    </p>
  )
}
