import type { ReactNode } from "react"
import { classNames } from "./class-names.ts"

/** A column: its heading, what a row shows in it, and whether it names the row. */
export interface Column<Row> {
  readonly key: string
  readonly heading: string
  readonly cell: (row: Row) => ReactNode
  readonly align?: "start" | "end"
  readonly namesRow?: boolean
}

interface Props<Row> {
  /** What the table lists; read out, and shown with `showCaption`. */
  readonly caption: ReactNode
  readonly showCaption?: boolean
  readonly columns: readonly Column<Row>[]
  readonly rows: readonly Row[]
  readonly rowKey: (row: Row) => string
}

/** Rows under hairlines. On a narrow screen every row becomes a small list of "heading: value". */
export function DataTable<Row>({ caption, showCaption, columns, rows, rowKey }: Props<Row>) {
  return (
    <table className="w-full border-collapse max-sm:block">
      <caption className={showCaption ? "label-caps mb-2 text-left" : "sr-only"}>{caption}</caption>
      <thead className="max-sm:sr-only">
        <tr className="border-b border-line">
          {columns.map(column => (
            <th
              key={column.key}
              scope="col"
              className={classNames("label-caps py-2 pr-5 align-bottom last:pr-0", side(column))}
            >
              {column.heading}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="max-sm:block">
        {rows.map(row => (
          <tr key={rowKey(row)} className="border-b border-rule hover:bg-wash/60 max-sm:block max-sm:py-3">
            {columns.map(column => {
              const Cell = column.namesRow ? "th" : "td"
              return (
                <Cell
                  key={column.key}
                  {...(column.namesRow && { scope: "row" })}
                  data-heading={column.heading}
                  className={classNames(
                    "py-2.5 pr-5 align-baseline font-normal last:pr-0 max-sm:flex max-sm:gap-3 max-sm:py-0.5 max-sm:pr-0 max-sm:text-left",
                    column.namesRow
                      ? "font-text text-lg max-sm:block max-sm:pb-1"
                      : "max-sm:before:w-28 max-sm:before:shrink-0 max-sm:before:text-sm max-sm:before:text-soft max-sm:before:content-[attr(data-heading)]",
                    side(column),
                  )}
                >
                  {column.cell(row)}
                </Cell>
              )
            })}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const side = <Row,>(column: Column<Row>) => (column.align === "end" ? "figures text-right" : "text-left")
