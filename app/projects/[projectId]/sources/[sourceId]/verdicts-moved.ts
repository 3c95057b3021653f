/** What a change of the evidence did to verdicts, in a sentence. */
export const verdictsMoved = (count: number): string =>
  count === 0
    ? "No verdict changed."
    : count === 1
      ? "One verdict changed; what fell is listed under Reopened."
      : `${count} verdicts changed; what fell is listed under Reopened.`
