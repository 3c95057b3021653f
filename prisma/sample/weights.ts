import type { Reliability } from "../../lib/domain/grade.ts"
import type { DerivationKind } from "../../lib/domain/lineage.ts"
import type { SampleSourceName } from "./sources.ts"

/** How the sample's editor grades some of its sources, with the reason. */
export const sampleGrades: readonly (readonly [source: SampleSourceName, grade: Reliability, reason: string])[] = [
  ["council", "A", "The stenographic record itself, printed with its archival references."],
  ["dewey", "B", "Printed hearings under a known chair; the witnesses could be cross-examined."],
  ["whitewood", "B", "Works from the archives and gives their references; checked here in several places."],
  ["widow", "C", "She saw some of it herself, but wrote decades later and had the later literature at hand."],
  [
    "krivitsky",
    "D",
    "A defector's book for a newspaper public, written with help; some of it could be checked and failed.",
  ],
  ["schellenberg", "E", "Wrong in names and dates wherever the files can be compared; printed after his death."],
  ["orlov", "F", "Most of it was hearsay in its author's service, and nothing to compare it with is open."],
]

/** What the sample's sources derive from. */
export const sampleLineage: readonly (readonly [
  derived: SampleSourceName,
  how: DerivationKind,
  origin: SampleSourceName,
  note: string,
])[] = [
  ["notGuilty", "quotes", "dewey", "The report rests on the hearings that were printed the year before."],
  [
    "velikanov",
    "retells",
    "widow",
    "For the marshal's last months the biography follows his widow, often word for word.",
  ],
]
