"use client"
import { useState } from "react"
import { labels } from "../../../../../../lib/domain/label.ts"
import { Button } from "../../../../../_ui/button.tsx"
import { LabelMark } from "../../../export/label-mark.tsx"
import { ConditionList, type ConditionProps } from "./condition-list.tsx"

/** What the claim has and lacks for each of the three labels, when somebody asks for it. */
export function LabelNeeds(props: Omit<ConditionProps, "conditions">) {
  const [shown, setShown] = useState(false)
  const { byLabel } = props.card
  if (!byLabel) return null
  return (
    <div className="mt-3">
      <Button size="small" kind="plain" aria-expanded={shown} onClick={() => setShown(!shown)}>
        What each label needs
      </Button>
      {shown &&
        labels.map(label => (
          <div key={label} className="mt-3">
            <h3 className="mb-1">
              <LabelMark label={label} />
            </h3>
            <ConditionList {...props} conditions={byLabel[label]} />
          </div>
        ))}
    </div>
  )
}
