import { authRoute } from "../../../../lib/server/auth-route.ts"

export { authRoute as GET, authRoute as POST }
