/**
 * Which splitter this is. Raised whenever it proposes something else for some text, so that documents split by an
 * earlier one are offered the difference. 1 is the one before versions were counted.
 */
export const splitterVersion = 3
