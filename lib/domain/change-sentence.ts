import type { Change, ChangeKind } from "./change.ts"
import type { Names, SentencesOf } from "./change-names.ts"
import { documentChangeSentences } from "./document-change-sentences.ts"
import { projectChangeSentences } from "./project-change-sentences.ts"

const sentences: SentencesOf<ChangeKind> = { ...documentChangeSentences, ...projectChangeSentences }

/** What a change did, as the rest of a sentence that begins with who did it: "labelled a claim documented, …". */
export const changeSentence = (change: Change, names: Names): string =>
  (sentences[change.kind] as (change: Change, names: Names) => string)(change, names)
