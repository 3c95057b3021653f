/** How often a person wants to be told by e-mail what concerns them. */
export const mailChoices = ["off", "hourly", "daily"] as const
export type MailChoice = (typeof mailChoices)[number]

/** What holds until somebody chooses. */
export const usualMailChoice: MailChoice = "daily"

/** Hours between two e-mails to one person, at least. */
export const hoursBetween: Readonly<Record<Exclude<MailChoice, "off">, number>> = { hourly: 1, daily: 24 }

/**
 * Milliseconds until an e-mail that could not be sent is tried again: a minute, twice as long each time, a day at most.
 */
export const nextTryIn = (tries: number): number => Math.min(60_000 * 2 ** Math.min(tries, 20), 86_400_000)
