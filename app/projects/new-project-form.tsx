"use client"
import { useRouter } from "next/navigation"
import { projectWords } from "../../lib/schema/project-input.ts"
import { api } from "../_ui/api.ts"
import { Button } from "../_ui/button.tsx"
import { FormFrame } from "../_ui/form-frame.tsx"
import { TextArea } from "../_ui/text-area.tsx"
import { TextField } from "../_ui/text-field.tsx"
import { useApiForm } from "../_ui/use-api-form.ts"

/** Creates a project and goes there. */
export function NewProjectForm() {
  const router = useRouter()
  const form = useApiForm({
    schema: projectWords,
    defaultValues: { name: "", description: "" },
    draft: { place: "new-project" },
    send: async (words, attempt) => {
      const result = await api.post("/projects", { ...attempt, ...words })
      return result.ok ? { ok: true as const, value: attempt } : result
    },
    onDone: ({ id }) => {
      router.push(`/projects/${id}`)
      return "leaving"
    },
  })
  return (
    <FormFrame form={form} className="gap-5">
      <TextField label="Name" error={form.errorOf("name")} {...form.register("name")} />
      <TextArea
        label="What it is about"
        optional
        error={form.errorOf("description")}
        {...form.register("description")}
      />
      <Button type="submit" kind="primary" busy={form.busy} className="justify-self-start">
        Create the project
      </Button>
    </FormFrame>
  )
}
