/** Where a norming round stands: everybody labels blind; all labels are open and given again; over. */
export const roundStages = ["blind", "open", "ended"] as const
export type RoundStage = (typeof roundStages)[number]

/** At which end of its discussion labels of a round were kept. */
export type RoundPhase = "before" | "after"

export const stageWords: Readonly<Record<RoundStage, string>> = {
  blind: "everybody labels blind",
  open: "revealed: discuss, and label again",
  ended: "over",
}
