/** What a person can choose; "system" follows the device, and "contrast" follows its light or dark. */
export const themes = ["system", "light", "dark", "contrast"] as const
export type Theme = (typeof themes)[number]

/** The theme that a cookie names; whatever else it says means "system". */
export const themeOf = (cookie: string | undefined): Theme => themes.find(theme => theme === cookie) ?? "system"
