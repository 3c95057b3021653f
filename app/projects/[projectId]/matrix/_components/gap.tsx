interface Sized {
  /** In pixels. */
  readonly size: number
}

/** Free room in a row, before or after the cells that are drawn. Sizes are attributes: the policy allows no styles. */
export const ColumnGap = ({ size }: Sized) =>
  size > 0 && (
    <td aria-hidden className="block shrink-0">
      <svg width={size} height="1" className="block" />
    </td>
  )

/** Free room before or after the rows that are drawn. */
export const RowGap = ({ size }: Sized) =>
  size > 0 && (
    <tr aria-hidden className="block">
      <td className="block">
        <svg width="1" height={size} className="block" />
      </td>
    </tr>
  )
