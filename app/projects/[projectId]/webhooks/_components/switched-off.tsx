/** Says that this server sends nothing, where that is so. */
export function SwitchedOff({ off }: { off: boolean }) {
  if (!off) return null
  return (
    <p className="mb-6 border-l-3 border-line pl-4">
      Sending to webhooks is switched off on this server. What happens is remembered, and told once it is on again.
    </p>
  )
}
