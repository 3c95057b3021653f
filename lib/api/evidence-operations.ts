import { addSnapshot } from "../commands/add-snapshot.ts"
import { addSource } from "../commands/add-source.ts"
import { changeCitation } from "../commands/change-citation.ts"
import { changeSource } from "../commands/change-source.ts"
import { chooseStyle } from "../commands/choose-style.ts"
import { deleteSource } from "../commands/delete-source.ts"
import { deriveSource } from "../commands/derive-source.ts"
import { giveCitation } from "../commands/give-citation.ts"
import { gradeSource } from "../commands/grade-source.ts"
import { importSources } from "../commands/import-sources.ts"
import { mergeSources } from "../commands/merge-sources.ts"
import { restoreCitation } from "../commands/restore-citation.ts"
import { retireStyle } from "../commands/retire-style.ts"
import { uploadStyle } from "../commands/upload-style.ts"
import { withdrawCitation } from "../commands/withdraw-citation.ts"
import { withdrawDerivation } from "../commands/withdraw-derivation.ts"
import { withdrawMerge } from "../commands/withdraw-merge.ts"
import { bibliography } from "../queries/bibliography.ts"
import { citationSample, citationStyle } from "../queries/citation-style.ts"
import { evidenceMatrix } from "../queries/evidence-matrix.ts"
import { matrixFile } from "../queries/matrix-file.ts"
import { readImport } from "../queries/read-import.ts"
import { snapshotFile } from "../queries/snapshot-file.ts"
import { snapshots } from "../queries/snapshots.ts"
import { source } from "../queries/source.ts"
import { sources } from "../queries/sources.ts"
import { sourceList } from "./answers.ts"
import { operation } from "./operation.ts"

export const evidenceOperations = {
  restoreCitation: operation(
    restoreCitation,
    "Bring a withdrawn citation back",
    "One's own, or anybody's for those who edit sources. It stays its author's.",
  ),
  changeCitation: operation(changeCitation, "Correct one's own citation"),
  withdrawCitation: operation(
    withdrawCitation,
    "Take a citation back",
    "One's own, or anybody's for those who edit sources. It stays in the history.",
  ),
  giveCitation: operation(giveCitation, "Cite a source of the project for or against a claim"),
  retireStyle: operation(
    retireStyle,
    "Take an uploaded style off the list",
    "It stays stored, since the history names it.",
  ),
  chooseStyle: operation(chooseStyle, "Choose how the project's sources are set"),
  bibliography: operation(
    bibliography,
    "Every work that the project's claims cite, set in its style",
    "Works, and apart from them what lies in archives.",
  ),
  citationStyle: operation(
    citationStyle,
    "How the project's sources are set, and what can be chosen",
    "With the most cited of its sources so set.",
  ),
  citationSample: operation(
    citationSample,
    "The most cited sources as a setting would have them that nobody has chosen yet",
  ),
  uploadStyle: operation(
    uploadStyle,
    "Keep a style of the Citation Style Language for the project",
    "Once it is one that sources can be set with.",
  ),
  matrixFile: operation(
    matrixFile,
    "The evidence matrix as a file",
    "As it is filtered and ordered by the parameters.",
    { media: ["text/csv", "image/svg+xml"] },
  ),
  evidenceMatrix: operation(
    evidenceMatrix,
    "Claims by sources",
    "The live claims of one document or of all, the sources that they cite, and a cell for each pair with what its citations say together. Claims without a citation are left out unless all are asked for. `elsewhere` counts the citations of these claims that bear on the other question, whether they were said or whether they are so. `head` is the head of the project's log.",
  ),
  deleteSource: operation(
    deleteSource,
    "Delete a source that nothing cites and nobody discussed",
    "Its record stays in the activity. Snapshots of it are deleted with it, and `snapshots` says how many those are; with another number it is refused.",
  ),
  gradeSource: operation(
    gradeSource,
    "Grade a source's reliability",
    "The verdicts that rested on the grade that it had go back to review at once.",
  ),
  mergeSources: operation(
    mergeSources,
    "Merge a source's record into another one that is the same work",
    "Its citations stay as they were given and count for the other, and so does what is said of its lineage; the other's record and grade stand.",
  ),
  withdrawMerge: operation(
    withdrawMerge,
    "Take a record out of the source that it was merged into",
    "It has its own citations again.",
  ),
  withdrawDerivation: operation(
    withdrawDerivation,
    "Take back that a source derives from another",
    "What was stated stays in the activity.",
  ),
  deriveSource: operation(
    deriveSource,
    "State that a source derives from another",
    "So that both are no longer two witnesses.",
  ),
  source: operation(
    source,
    "One source",
    "Its record, grades, lineage and snapshots, what its record took in, the claims that cite it, and what another grade would change.",
  ),
  changeSource: operation(changeSource, "Correct a source's record", "One's own, or any for those who edit sources."),
  snapshotFile: operation(snapshotFile, "A snapshot as a file to keep, byte for byte as it was added", "", {
    media: ["*/*"],
  }),
  snapshots: operation(snapshots, "The snapshots of a source, the newest first"),
  addSnapshot: operation(
    addSnapshot,
    "Keep what a source said on a day",
    "Byte for byte, so that it can be cited after the page has changed.",
  ),
  importSources: operation(
    importSources,
    "Add many sources at once",
    "What the bibliography has by now already is passed over and told, unless it is added again on purpose.",
  ),
  readImport: operation(
    readImport,
    "Read sources from a bibliography",
    "What somebody pasted or uploaded (BibTeX, RIS, CSL-JSON, identifiers or lines of words), each entry with what it repeats of the project's bibliography. Nothing is stored and nothing fetched.",
  ),
  sources: operation(
    sources,
    "The project's bibliography, by author and title",
    "With words to look for, what fits them best first.",
    { answer: sourceList },
  ),
  addSource: operation(addSource, "Add a source to the project's bibliography"),
}
