import type { ProjectPass } from "../db/pass.ts"
import { citationSetting, styleCsl } from "../db/style-rows.ts"
import type { StyleInUse } from "../domain/citation-setting.ts"
import { styleInUse } from "../formats/style-in-use.ts"

/** How the project sets its sources, ready to set with. */
export async function styleOf(pass: ProjectPass): Promise<StyleInUse> {
  const setting = await citationSetting(pass)
  return styleInUse(setting, await styleCsl(pass, setting.style))
}
