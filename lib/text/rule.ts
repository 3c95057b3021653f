/** What a rule is called, what it says, and a made-up example. Shown to readers who ask why. */
export interface Rule {
  readonly title: string
  readonly explanation: string
  readonly example: string
}
