import { deliveryStateWords, deliveryTroubleSentences } from "../../../../../lib/domain/webhook.ts"
import type { WebhookPage } from "../../../../../lib/queries/webhook.ts"
import { Chip, type Tone } from "../../../../_ui/chip.tsx"
import { DataTable } from "../../../../_ui/data-table.tsx"
import { TextLink } from "../../../../_ui/text-link.tsx"
import { Time } from "../../../../_ui/time.tsx"

type Message = WebhookPage["messages"][number]

const tones: Record<Message["state"], Tone> = { waiting: "plain", delivered: "documented", "given-up": "danger" }

/** The messages of a webhook, each with what came of its last sending. */
export function MessageLog({ path, messages }: { path: string; messages: readonly Message[] }) {
  return (
    <DataTable
      caption="Messages of the last 30 days, the newest first"
      rows={messages}
      rowKey={({ id }) => id}
      columns={[
        {
          key: "event",
          heading: "Event",
          namesRow: true,
          cell: ({ id, event }) => <TextLink href={`${path}/messages/${id}`}>{event}</TextLink>,
        },
        { key: "made", heading: "Made", cell: ({ createdAt }) => <Time at={createdAt} precision="minute" /> },
        {
          key: "state",
          heading: "State",
          cell: ({ state }) => <Chip tone={tones[state]}>{deliveryStateWords[state]}</Chip>,
        },
        { key: "last", heading: "Last sending", cell: message => <LastSending message={message} /> },
        { key: "sent", heading: "Sent", align: "end", cell: ({ attempts }) => `${attempts}×` },
      ]}
    />
  )
}

function LastSending({ message: { status, trouble, milliseconds, nextAt, attempts } }: { message: Message }) {
  if (attempts === 0 || milliseconds === null) return <span className="text-soft">not sent yet</span>
  return (
    <div>
      {status !== null && <span className="figures">{status}</span>}{" "}
      {trouble ? deliveryTroubleSentences[trouble] : "taken"}{" "}
      <span className="figures text-soft">{milliseconds} ms</span>
      {nextAt && (
        <span className="block text-sm text-soft">
          again at <Time at={nextAt} precision="minute" />
        </span>
      )}
    </div>
  )
}
