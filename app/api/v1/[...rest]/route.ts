import { problem } from "../../../../lib/server/respond.ts"

const nothing = () => problem({ code: "not-found" })

export {
  nothing as DELETE,
  nothing as GET,
  nothing as HEAD,
  nothing as OPTIONS,
  nothing as PATCH,
  nothing as POST,
  nothing as PUT,
}
