/** The number of a list's page out of an address; what is not one means the first. */
export const pageOf = (asked: string | string[] | undefined): number =>
  typeof asked === "string" && /^[1-9]\d{0,5}$/.test(asked) ? Number(asked) : 1
