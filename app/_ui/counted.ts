const words = new Intl.NumberFormat("en-GB")

/** A whole number with its thousands set apart: "12,345". */
export const counted = (number: number): string => words.format(number)

/** A number with what it counts: "1 claim", "12,345 claims". */
export const countOf = (number: number, one: string, many = `${one}s`): string =>
  `${counted(number)} ${number === 1 ? one : many}`
