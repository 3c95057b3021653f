/** What is wrong with one field and what to do about it. Renders nothing while there is nothing to say. */
export function FieldError({ id, error }: { id: string; error?: string | undefined }) {
  if (!error) return null
  return (
    <p id={id} className="flex gap-1.5 text-sm text-danger">
      <span aria-hidden>✕</span>
      {error}
    </p>
  )
}
