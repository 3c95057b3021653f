/**
 * Dawid and Skene 1979, table 1: forty-five patients, whom five anaesthetists put into four classes, the first of them three
 * times. A line is a patient, a word what one anaesthetist said.
 */
export const patients = [
  "111 1 1 1 1",
  "333 4 3 3 4",
  "112 2 1 2 2",
  "222 3 1 2 1",
  "222 3 2 2 2",
  "222 3 3 2 2",
  "112 2 1 1 1",
  "333 3 4 3 3",
  "222 2 2 2 3",
  "232 2 2 2 3",
  "444 4 4 4 4",
  "222 3 3 4 3",
  "111 1 1 1 1",
  "222 3 2 1 2",
  "121 1 1 1 1",
  "111 2 1 1 1",
  "111 1 1 1 1",
  "111 1 1 1 1",
  "222 2 2 2 1",
  "222 1 3 2 2",
  "222 2 2 2 2",
  "222 2 2 2 1",
  "222 3 2 2 2",
  "221 2 2 2 2",
  "111 1 1 1 1",
  "111 1 1 1 1",
  "232 2 2 2 2",
  "111 1 1 1 1",
  "111 1 1 1 1",
  "112 1 1 2 1",
  "111 1 1 1 1",
  "333 3 2 3 3",
  "111 1 1 1 1",
  "222 2 2 2 2",
  "222 3 2 3 2",
  "433 4 3 4 3",
  "221 2 2 3 2",
  "232 3 2 3 3",
  "333 3 4 3 2",
  "111 1 1 1 1",
  "111 1 1 1 1",
  "121 2 1 1 1",
  "232 2 2 2 2",
  "121 1 1 1 1",
  "222 2 2 2 2",
]

/** The likeliest class of each patient, and how likely it is for those who are not certain, by their number from 1. */
export const likeliest = "142222132243121111222222112111131224233111212"
export const uncertain = { 35: 0.948215, 38: 0.978697 }

export const logLikelihood = -190.730997
export const shares = [0.399969, 0.421576, 0.111788, 0.066667]

/** For each anaesthetist, a line for each class: how likely each answer is. */
export const confusion = [
  [
    "0.907426 0.092574 0.0 0.0",
    "0.070332 0.87658 0.053088 0.0",
    "0.0 0.338786 0.661214 0.0",
    "0.0 0.0 0.555556 0.444444",
  ],
  ["0.833344 0.166656 0.0 0.0", "0.052763 0.632569 0.314668 0.0", "0.0 0.0 1.0 0.0", "0.0 0.0 0.0 1.0"],
  ["1.0 0.0 0.0 0.0", "0.105498 0.789078 0.105424 0.0", "0.0 0.403633 0.198789 0.397578", "0.0 0.0 0.666667 0.333333"],
  [
    "0.944494 0.055506 0.0 0.0",
    "0.052735 0.843446 0.103819 0.0",
    "0.0 0.0 0.801211 0.198789",
    "0.0 0.0 0.333333 0.666667",
  ],
  ["1.0 0.0 0.0 0.0", "0.15821 0.735241 0.106548 0.0", "0.0 0.209083 0.790917 0.0", "0.0 0.0 0.333333 0.666667"],
]

/** The toy of crowd-kit: a line for each worker, a letter for each of five tasks; what is true of them. */
export const toy = ["nyyyy", "yynyn", ".ynyn", "ynyyn", "nnnyn"]
export const toyTruth = "yynyn"
