/** Whether a number can be that of a version of a text. */
export const isVersionNumber = (number: number): boolean =>
  Number.isSafeInteger(number) && number > 0 && number < 2 ** 31
