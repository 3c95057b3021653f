/** The three labels. They have no order: disputed means that evidence conflicts, speculative that it is missing. */
export const labels = ["documented", "disputed", "speculative"] as const
export type Label = (typeof labels)[number]

export const confidences = ["low", "moderate", "high"] as const
export type Confidence = (typeof confidences)[number]

/** The circle that stands for a label wherever colour can't be relied on. */
export const labelGlyph: Record<Label, string> = { documented: "●", disputed: "◐", speculative: "○" }
