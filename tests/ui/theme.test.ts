import { expect, test } from "vitest"
import { themeOf, themes } from "../../app/_ui/theme.ts"

test("a cookie names a theme, and anything else is the device's", () => {
  expect(themes.map(themeOf)).toEqual([...themes])
  expect([undefined, "", "DARK", '"><script>'].map(themeOf)).toEqual(["system", "system", "system", "system"])
})
