import type { OpinionList } from "../../../../../../lib/domain/second-opinion.ts"

export const listWords: Readonly<Record<OpinionList, string>> = {
  differs: "Another label than the verdict",
  uncertain: "No label likely enough",
  undecided: "Without a verdict",
  all: "All with two labels",
}
