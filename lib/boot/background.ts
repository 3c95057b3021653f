import { forgetEvents } from "../db/account-event-rows.ts"
import { fillRuleFlags } from "../db/fill-rule-flags.ts"
import { countWork } from "../db/work-counts.ts"
import { startExporting } from "../jobs/exporting.ts"
import { startTellingWebhooks } from "../jobs/telling-webhooks.ts"
import { startMailing } from "../mail/mailing.ts"

/**
 * What a server does beside answering requests. It is made into one file when the pages are built, since reading hundreds
 * of files of TypeScript takes seconds in which nobody is answered.
 */
export const background = {
  countWork,
  fillRuleFlags,
  forgetEvents,
  startExporting,
  startMailing,
  startTellingWebhooks,
}
