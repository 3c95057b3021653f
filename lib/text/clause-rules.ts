import type { Rule } from "./rule.ts"

/** The rules that propose sub-claims, by id. */
export const clauseRules = {
  "clause-opening": {
    title: "Opening clause",
    explanation: "The first clause begins with the unit.",
    example: "He left Odessa and settled in Vienna.",
  },
  "clause-coordinated": {
    title: "Coordinated clause",
    explanation: "A coordinated clause has a subject and a finite verb of its own.",
    example: "The mill closed, and the families left.",
  },
  "clause-shared-subject": {
    title: "Second predicate",
    explanation: "A second finite verb follows a conjunction and takes its subject from the clause before it.",
    example: "She sold the press and moved to Riga.",
  },
  "clause-relative": {
    title: "Added relative",
    explanation: "A relative clause says more of something that is already named.",
    example: "They met Orlova, who kept the diary.",
  },
  "clause-adverbial": {
    title: "Adverbial clause",
    explanation: "A clause with a finite verb says when, why or under which condition something happened.",
    example: "The clerks fled when the archive burned.",
  },
  "clause-main": {
    title: "Main clause",
    explanation: "The main clause begins, or goes on, after a clause that stands before or inside it.",
    example: "When the archive burned, the clerks fled.",
  },
  "clause-after-sign": {
    title: "Clause after a sign",
    explanation: "A clause follows a semicolon, a colon, a dash or a comma that joins two sentences.",
    example: "The press was sold; the printers stayed.",
  },
  "clause-in-brackets": {
    title: "Clause in brackets",
    explanation: "Brackets hold a whole clause, or the clause around them goes on.",
    example: "The diary survived (she had hidden it in a stove).",
  },
  "subject-from-before": {
    title: "Subject from before",
    explanation: "The part was split off without a subject of its own; the reading names the one that it takes.",
    example: "and settled in Vienna.",
  },
} as const satisfies Record<string, Rule>

export type ClauseRuleId = keyof typeof clauseRules
