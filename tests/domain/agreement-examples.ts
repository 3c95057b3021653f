/**
 * Published worked examples, as facts: ratings by rater (a digit a thing, a dot for none), or how many raters put each thing
 * into each category, or the table of two raters; with the figures as they are printed.
 */
export interface Example {
  readonly name: string
  readonly source: string
  /** Lines of ratings, a line for each rater. */
  readonly ratings?: readonly string[]
  /** The categories of ratings in order. */
  readonly scale?: string
  /** Lines of counts, a line for each thing. */
  readonly counts?: readonly string[]
  /** Lines of a table: the first rater's categories, and in each the second one's. */
  readonly table?: readonly string[]
  /** Figures as they are printed, so that their digits tell how exact they are. */
  readonly printed: Readonly<Partial<Record<PrintedFigure, string>>>
  /** Figures of an independent implementation, to ten digits. */
  readonly computed: Readonly<Partial<Record<PrintedFigure, number>>>
}

export type PrintedFigure = "raw" | "nominal" | "ordinal" | "fleiss" | "kappa" | "ac1"

export const examples: readonly Example[] = [
  {
    name: "krippendorff-canonical",
    source: "Krippendorff 2011, four observers of twelve units",
    ratings: ["123321412...", "1233224125.3", ".3332342251.", "12332441251."],
    scale: "12345",
    printed: { nominal: "0.743", ordinal: "0.815" },
    computed: { nominal: 0.7434210526, ordinal: 0.8153875038 },
  },
  {
    name: "wikipedia-3x15",
    source: "Wikipedia, Krippendorff’s alpha",
    ratings: [".....34121133.3", "1.213343.......", "..21344.21133.4"],
    scale: "1234",
    printed: { nominal: "0.691358" },
    computed: { nominal: 0.6913580247, ordinal: 0.8067214199 },
  },
  {
    name: "hayes-krippendorff-2007",
    source: "Hayes and Krippendorff 2007, p. 84",
    ratings: [
      "112.001122.01311211000201001111223222221",
      "1130000.21102311121000302102111122222221",
      "203000222100221123001.30.1012202.2232.21",
      ".13....0.10022...31.103021122..122...12.",
      "2..0001.2....3112..0.0..2.0..20.2.2222.1",
    ],
    scale: "0123",
    printed: { ordinal: "0.7598" },
    computed: { nominal: 0.4765095674, ordinal: 0.7598291892 },
  },
  {
    name: "krippendorff-2004-p224",
    source: "Krippendorff 2004, p. 224",
    ratings: ["1100000000", "0110010100"],
    scale: "01",
    printed: { nominal: "0.095" },
    computed: { nominal: 0.0952380952 },
  },
  {
    name: "krippendorff-2004-p227",
    source: "Krippendorff 2004, p. 227",
    ratings: ["aabbbbbccccc", "abbbbbcccccc"],
    scale: "abc",
    printed: { nominal: "0.734" },
    computed: { nominal: 0.7341040462 },
  },
  {
    name: "nltk-easy",
    source: "NLTK, test_easy",
    ratings: ["YY.", "NN.", "N.N"],
    scale: "NY",
    printed: { nominal: "-0.3333333" },
    computed: { nominal: -0.3333333333 },
  },
  {
    name: "fleiss-1971",
    source: "Fleiss 1971",
    counts: [
      "0 0 0 6 0",
      "0 3 0 0 3",
      "0 1 4 0 1",
      "0 0 0 0 6",
      "0 3 0 3 0",
      "2 0 4 0 0",
      "0 0 4 0 2",
      "2 0 3 1 0",
      "2 0 0 4 0",
      "0 0 0 0 6",
      "1 0 0 5 0",
      "1 1 0 4 0",
      "0 3 3 0 0",
      "1 0 0 5 0",
      "0 2 0 3 1",
      "0 0 5 0 1",
      "3 0 0 1 2",
      "5 1 0 0 0",
      "0 2 0 4 0",
      "1 0 2 0 3",
      "0 0 0 0 6",
      "0 1 0 5 0",
      "0 2 0 1 3",
      "2 0 0 4 0",
      "1 0 0 4 1",
      "0 5 0 1 0",
      "4 0 0 0 2",
      "0 2 0 4 0",
      "1 0 5 0 0",
      "0 0 0 0 6",
    ],
    printed: { raw: "0.5556", fleiss: "0.43" },
    computed: { raw: 0.5555555556, fleiss: 0.4302445201 },
  },
  {
    name: "fleiss-wikipedia",
    source: "Wikipedia, Fleiss’ kappa",
    counts: [
      "0 0 0 0 14",
      "0 2 6 4 2",
      "0 0 3 5 6",
      "0 3 9 2 0",
      "2 2 8 1 1",
      "7 7 0 0 0",
      "3 2 6 3 0",
      "2 5 3 2 2",
      "6 5 2 1 0",
      "0 2 2 3 7",
    ],
    printed: { raw: "0.378", fleiss: "0.21" },
    computed: { raw: 0.378021978, fleiss: 0.2099307044 },
  },
  {
    name: "fleiss-randolph-6.99-0.01-6.99-0.01",
    source: "Randolph’s calculator, by statsmodels",
    counts: ["6.99 0.01", "6.99 0.01"],
    printed: { fleiss: "-0.166667" },
    computed: { fleiss: -0.1666666667 },
  },
  {
    name: "fleiss-randolph-7-1-3-5",
    source: "Randolph’s calculator, by statsmodels",
    counts: ["7 1", "3 5"],
    printed: { fleiss: "0.161905" },
    computed: { fleiss: 0.1619047619 },
  },
  {
    name: "fleiss-randolph-7-0-0-7",
    source: "Randolph’s calculator, by statsmodels",
    counts: ["7 0", "0 7"],
    printed: { fleiss: "1.0" },
    computed: { fleiss: 1.0 },
  },
  {
    name: "fleiss-randolph-6-1-0-0-7-0",
    source: "Randolph’s calculator, by statsmodels",
    counts: ["6 1 0", "0 7 0"],
    printed: { fleiss: "0.708333" },
    computed: { fleiss: 0.7083333333 },
  },
  {
    name: "cohen-1960-p37",
    source: "Cohen 1960, p. 37; AC1 from irrCAC 1.4",
    table: ["25 12 3", "13 2 15", "12 16 2"],
    printed: { raw: "0.29", ac1: "-0.04797" },
    computed: { raw: 0.29, kappa: -0.0923076923, ac1: -0.0479704797, nominal: -0.0952713178 },
  },
  {
    name: "cohen-1960-p45",
    source: "Cohen 1960, p. 45; AC1 from irrCAC 1.4",
    table: ["88 14 18", "10 40 10", "2 6 12"],
    printed: { kappa: "0.492", ac1: "0.57597" },
    computed: { raw: 0.7, kappa: 0.4915254237, ac1: 0.5759717314, nominal: 0.4884615385 },
  },
  {
    name: "cohen-wikipedia-grants",
    source: "Wikipedia, Cohen’s kappa, fifty grants",
    table: ["20 5", "10 15"],
    printed: { kappa: "0.4" },
    computed: { raw: 0.7, kappa: 0.4, ac1: 0.4059405941, nominal: 0.4 },
  },
  {
    name: "cohen-wikipedia-same-po-A",
    source: "Wikipedia, Cohen’s kappa, same percentage",
    table: ["45 15", "25 15"],
    printed: { kappa: "0.1304" },
    computed: { raw: 0.6, kappa: 0.1304347826, ac1: 0.2660550459, nominal: 0.1252747253 },
  },
  {
    name: "cohen-wikipedia-same-po-B",
    source: "Wikipedia, Cohen’s kappa, same percentage",
    table: ["25 35", "5 35"],
    printed: { kappa: "0.2593" },
    computed: { raw: 0.6, kappa: 0.2592592593, ac1: 0.2079207921, nominal: 0.195959596 },
  },
  {
    name: "sas-weighted",
    source: "SAS, in statsmodels",
    table: ["0 4 1", "0 8 0", "0 1 5"],
    printed: { kappa: "0.4842" },
    computed: { raw: 0.6842105263, kappa: 0.4841628959, ac1: 0.5559883155, nominal: 0.4676258993 },
  },
  {
    name: "gwet-3x3-abstractors",
    source: "irrCAC, cont3x3abstractors",
    table: ["13 0 0", "0 20 7", "0 4 56"],
    printed: { kappa: "0.7964094", ac1: "0.8493305", nominal: "0.7972585" },
    computed: { raw: 0.89, kappa: 0.7964094022, ac1: 0.8493305482, nominal: 0.7972584977 },
  },
  {
    name: "kappa-paradox-2x2",
    source: "Gwet, by irrCAC 1.4",
    table: ["80 7", "8 5"],
    printed: { raw: "0.85", ac1: "0.808" },
    computed: { raw: 0.85, kappa: 0.3144424132, ac1: 0.808, nominal: 0.3177142857 },
  },
  {
    name: "likert-4x4",
    source: "irrCAC 1.4, by DKPro",
    table: ["20 5 1 0", "4 15 6 1", "0 5 18 4", "0 1 3 12"],
    printed: { ac1: "0.58046" },
    computed: { raw: 0.6842105263, kappa: 0.5744363148, ac1: 0.5804607571, nominal: 0.5765812859 },
  },
  {
    name: "gwet-raw4raters-missing",
    source: "irrCAC, cac.raw4raters",
    ratings: ["123321412...", "1233224125..", ".33323422513", "12332441251."],
    scale: "12345",
    printed: { raw: "0.8181818", ac1: "0.77544", fleiss: "0.76117", nominal: "0.74342" },
    computed: { raw: 0.8181818182, ac1: 0.7754440681, fleiss: 0.7611692754, nominal: 0.7434210526 },
  },
  {
    name: "gwet-distrib-6raters",
    source: "irrCAC, distrib.6raters",
    counts: [
      "0 0 0 6 0",
      "0 3 0 0 3",
      "0 1 4 0 1",
      "0 0 0 0 6",
      "0 3 0 3 0",
      "2 0 4 0 0",
      "0 0 4 0 2",
      "2 0 3 1 0",
      "2 0 0 4 0",
      "0 0 0 0 6",
      "1 0 0 5 0",
      "1 1 0 4 0",
      "0 3 3 0 0",
      "1 0 0 5 0",
      "0 2 0 3 1",
    ],
    printed: { ac1: "0.4448007", fleiss: "0.4139265", nominal: "0.4204384" },
    computed: { ac1: 0.4448007329, fleiss: 0.413926499, nominal: 0.4204384268 },
  },
]
