"use client"

/**
 * Lets the fields of a form stand as they are while what they say is on its way, where the form is done with the answer:
 * what was typed on meanwhile would go away with it. The fields keep the focus and can be read and copied. Returns how
 * to let go of them.
 */
export function holdStill(form: HTMLFormElement): () => void {
  const typed = [...form.elements].filter(isTyped).filter(field => !field.readOnly)
  for (const field of typed) field.readOnly = true
  const stop = (event: Event) => {
    if (!wouldChoose(event)) return
    event.preventDefault()
    event.stopPropagation()
  }
  for (const name of chosenBy) form.addEventListener(name, stop, true)
  return () => {
    for (const field of typed) field.readOnly = false
    for (const name of chosenBy) form.removeEventListener(name, stop, true)
  }
}

const isTyped = (field: Element): field is HTMLInputElement | HTMLTextAreaElement =>
  field.matches("textarea, input:not([type=radio], [type=checkbox], [type=file], [type=hidden])")

const chosenBy = ["mousedown", "click", "keydown"]

/** Whether it would choose something else in a field in which one does not type: only text can be set to be read only. */
function wouldChoose(event: Event): boolean {
  const field = event.target instanceof Element && event.target.closest("select, input, [role=combobox]")
  if (!field) return false
  const toggled = field.matches("[type=radio], [type=checkbox], [type=file]")
  const listed = field.matches("select, [role=combobox]")
  if (!(event instanceof KeyboardEvent)) return listed || (toggled && event.type === "click")
  const leaves = event.key === "Tab" || event.key === "Escape" || event.ctrlKey || event.metaKey
  return (toggled || listed) && !leaves
}
