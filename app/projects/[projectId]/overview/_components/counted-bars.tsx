import type { ReactNode } from "react"
import { counted } from "../../../../_ui/counted.ts"
import { TextLink } from "../../../../_ui/text-link.tsx"

export interface CountedLine {
  readonly key: string
  readonly name: string
  readonly count: number
  readonly href: string
  readonly more?: ReactNode
}

/** Things by how many there are of each, as a table with a bar in each row; the number leads to its list. */
export function CountedBars({ caption, lines }: { caption: string; lines: readonly CountedLine[] }) {
  const most = Math.max(1, ...lines.map(({ count }) => count))
  return (
    <table className="w-full border-collapse">
      <caption className="sr-only">{caption}</caption>
      <tbody>
        {lines.map(({ key, name, count, href, more }) => (
          <tr key={key} className="border-b border-rule">
            <th scope="row" className="py-2 pr-4 text-left align-baseline font-normal">
              {name}
              {more && <span className="block text-sm text-soft">{more}</span>}
            </th>
            <td className="w-[34%] py-2 pr-3 align-middle max-sm:w-[20%]">
              <svg viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true" className="plot block h-2 w-full">
                <rect width={(100 * count) / most} height="8" className="bar" />
              </svg>
            </td>
            <td className="figures w-14 py-2 text-right align-baseline">
              <TextLink href={href}>{counted(count)}</TextLink>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
