import { addDocument } from "../commands/add-document.ts"
import { addPreAnnotations } from "../commands/add-pre-annotations.ts"
import { addVersion } from "../commands/add-version.ts"
import { changeKind } from "../commands/change-kind.ts"
import { chooseDocumentBlindness } from "../commands/choose-document-blindness.ts"
import { describeDocument } from "../commands/describe-document.ts"
import { dismissPreAnnotation } from "../commands/dismiss-pre-annotation.ts"
import { giveUpUnit } from "../commands/give-up-unit.ts"
import { mergeUnits } from "../commands/merge-units.ts"
import { moveBoundary } from "../commands/move-boundary.ts"
import { placeUnit } from "../commands/place-unit.ts"
import { resplitDocument } from "../commands/resplit-document.ts"
import { restoreUnits } from "../commands/restore-units.ts"
import { splitIntoParts } from "../commands/split-into-parts.ts"
import { splitUnit } from "../commands/split-unit.ts"
import { trySplitter } from "../commands/try-splitter.ts"
import { redoChange, undoChange } from "../commands/undo-change.ts"
import { fetchedFile, filePreview } from "../queries/file-preview.ts"
import { lostClaims, searchPlaces } from "../queries/lost-claims.ts"
import { originalFile } from "../queries/original-file.ts"
import { readMarkings } from "../queries/read-pre-annotations.ts"
import { readingRoom } from "../queries/reading-room.ts"
import { resplit } from "../queries/resplit.ts"
import { roomSince } from "../queries/room-since.ts"
import { versionPreview } from "../queries/version-preview.ts"
import { versionDifference, versionText } from "../queries/version-text.ts"
import { versions } from "../queries/versions.ts"
import { uploadCeiling } from "../schema/project-input.ts"
import { addedDocument, documentRoom } from "./answers.ts"
import { operation } from "./operation.ts"

export const textOperations = {
  moveBoundary: operation(moveBoundary, "Move the boundary between a passage and the one that follows it"),
  changeKind: operation(
    changeKind,
    "Say what kind of passage a unit is",
    '"not a claim" takes it off the reviewers\' list without losing a word.',
  ),
  giveUpUnit: operation(
    giveUpUnit,
    "Give up a claim that a new version lost",
    "It stays in the history and with its version, with the reason.",
  ),
  placeUnit: operation(
    placeUnit,
    "Put a claim that a new version lost on a passage of the current text that a person chose",
    "It takes the place of one that nobody worked on; on any other one what was said of it is shown as said before, and can be said again.",
  ),
  mergeUnits: operation(mergeUnits, "Merge a passage with the one that follows it"),
  splitIntoParts: operation(splitIntoParts, "Split a passage into the sub-claims that the person saw proposed"),
  searchPlaces: operation(searchPlaces, "Passages of the current text that share words with what somebody looks for"),
  addPreAnnotations: operation(
    addPreAnnotations,
    "Bring in what another tool marked in the text, as suggestions and flags",
    "What stands where was read by readMarkings; `labels` says what each of the file's labels becomes.",
  ),
  dismissPreAnnotation: operation(dismissPreAnnotation, "Take a suggestion away from a claim, for everybody"),
  readMarkings: operation(
    readMarkings,
    "Read another tool's file against the text, and store nothing",
    "Web Annotation, Hypothesis, Label Studio, doccano, brat, or an export of our own; what does not fit is told line by line.",
  ),
  redoChange: operation(redoChange, "Bring back what one's own latest undo took back", "Under the same rule as undo."),
  resplit: operation(resplit, "What today's splitter would change in a document, as a person chooses from it"),
  resplitDocument: operation(
    resplitDocument,
    "Take what today's splitter proposes for the stretches that the person chose",
    "As they saw them at a revision. When somebody worked on one of them since, nothing is done and they are named.",
  ),
  restoreUnits: operation(restoreUnits, "Bring back what the splitter proposed at a passage"),
  readingRoom: operation(readingRoom, "A document's text with its live units and open flags, at one revision", "", {
    answer: documentRoom,
  }),
  roomSince: operation(
    roomSince,
    "What became of a document since a reading of it",
    "The units that may have changed, in so far as they still stand, and all open flags. `mark`, `revision` and `sight` are what the reading said. `units` is null when the reading is too old to be told apart, and the whole has to be read.",
  ),
  splitUnit: operation(splitUnit, "Split a passage at a point of the text"),
  undoChange: operation(
    undoChange,
    "Undo one's own latest change of a document",
    "The latest that still stands. A step that can't be taken back is told; once it is named in `told`, it is passed over for the one before it, so that nothing older is out of reach. With `revision` it is that change of one's own, or none.",
  ),
  versions: operation(
    versions,
    "The versions of a document's text, the newest first",
    "Each with what it came to, and how much the current one lost.",
  ),
  versionText: operation(
    versionText,
    "One version of a document's text as it was",
    "Its passages each with what became of them: in the current text, lost, or no more.",
  ),
  versionDifference: operation(
    versionDifference,
    "How a version differs from the one that it came after, piece by piece",
    "`more` counts the pieces that are too many to be listed.",
  ),
  lostClaims: operation(
    lostClaims,
    "Claims and open flags whose words a new version lost",
    "Each with passages of the current text that share words with it. The first hundred of either; `more` counts the rest.",
  ),
  originalFile: operation(
    originalFile,
    "The file that a version of the text was read from",
    "Byte for byte as it came; it is handed out as a file of no type.",
    { media: ["application/octet-stream"] },
  ),
  versionPreview: operation(
    versionPreview(() => uploadCeiling),
    "Compare a text with a document's current version",
    "Tells what would come along, move and be lost, as adding it would. Nothing is stored.",
  ),
  addVersion: operation(
    addVersion(() => uploadCeiling),
    "Add a corrected text as a document's next version",
    "Units and flags whose very words are found come along with all that was said of them; those that are not and that somebody worked on stay behind, to be placed or given up. `onto` is the number of the version that the correction was made from.",
  ),
  chooseDocumentBlindness: operation(
    chooseDocumentBlindness,
    "Choose whether one document is reviewed blind, whatever the project is",
  ),
  describeDocument: operation(
    describeDocument,
    "Correct what is known about where a text comes from",
    "The text itself never changes.",
  ),
  fetchedFile: operation(
    fetchedFile(() => ({ limit: uploadCeiling, off: false })),
    "Fetch a page or file of the public internet, and store nothing",
    "It comes back as a file that addDocument takes. Addresses that lie inside a network are refused, as is everything where the server fetches nothing.",
  ),
  filePreview: operation(
    filePreview(() => uploadCeiling),
    "What a file would come to as a document, and store nothing",
    "Plain text, Markdown, HTML, DOCX, ODT, EPUB, TEI or PDF, told apart by its bytes.",
  ),
  addDocument: operation(
    addDocument(() => uploadCeiling),
    "Add a document",
    "Its text is decoded, split into units and stored with them. A text that the project already has is refused with the code text-known, unless it is added `again` on purpose. Send either `text` or `file`.",
    { answer: addedDocument },
  ),
  trySplitter: operation(
    trySplitter,
    "Try the splitter with a text",
    "Answers the units that it reads in the text. Nothing is stored.",
  ),
}
