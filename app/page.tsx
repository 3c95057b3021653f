import { redirect } from "next/navigation"

/** The way in leads to one's projects. */
export default function HomePage() {
  redirect("/projects")
}
