import type { SourceKind } from "../../lib/domain/source.ts"

interface SampleSource {
  readonly kind: SourceKind
  readonly csl: object
}

/** Records of the sample's bibliography, as library catalogues have them; what is not certain is left out. */
export const sampleSources = {
  dewey: {
    kind: "reference-work",
    csl: {
      type: "book",
      title: "The Case of Leon Trotsky",
      publisher: "Harper & Brothers",
      "publisher-place": "New York",
      issued: { "date-parts": [[1937]] },
      language: "en",
    },
  },
  notGuilty: {
    kind: "reference-work",
    csl: {
      type: "book",
      title: "Not Guilty",
      publisher: "Harper & Brothers",
      "publisher-place": "New York",
      issued: { "date-parts": [[1938]] },
      language: "en",
    },
  },
  council: {
    kind: "archival-record",
    csl: {
      type: "book",
      title: "Военный совет при народном комиссаре обороны СССР. 1–4 июня 1937 г.: Документы и материалы",
      publisher: "РОССПЭН",
      "publisher-place": "Москва",
      issued: { "date-parts": [[2008]] },
      language: "ru",
    },
  },
  deutscher: {
    kind: "scholarly",
    csl: {
      type: "book",
      title: "The Prophet Outcast: Trotsky, 1929–1940",
      author: [{ family: "Deutscher", given: "Isaac" }],
      publisher: "Oxford University Press",
      "publisher-place": "London",
      issued: { "date-parts": [[1963]] },
      language: "en",
    },
  },
  conquest: {
    kind: "scholarly",
    csl: {
      type: "book",
      title: "The Great Terror: Stalin's Purge of the Thirties",
      author: [{ family: "Conquest", given: "Robert" }],
      publisher: "Macmillan",
      "publisher-place": "London",
      issued: { "date-parts": [[1968]] },
      language: "en",
    },
  },
  reese: {
    kind: "scholarly",
    csl: {
      type: "book",
      title: "Stalin's Reluctant Soldiers: A Social History of the Red Army, 1925–1941",
      author: [{ family: "Reese", given: "Roger R." }],
      publisher: "University Press of Kansas",
      "publisher-place": "Lawrence",
      issued: { "date-parts": [[1996]] },
      language: "en",
    },
  },
  whitewood: {
    kind: "scholarly",
    csl: {
      type: "book",
      title: "The Red Army and the Great Terror: Stalin's Purge of the Soviet Military",
      author: [{ family: "Whitewood", given: "Peter" }],
      publisher: "University Press of Kansas",
      "publisher-place": "Lawrence",
      issued: { "date-parts": [[2015]] },
      language: "en",
    },
  },
  velikanov: {
    kind: "scholarly",
    csl: {
      type: "book",
      title: "Блюхер",
      author: [{ family: "Великанов", given: "Н. Т." }],
      publisher: "Молодая гвардия",
      "publisher-place": "Москва",
      issued: { "date-parts": [[2010]] },
      language: "ru",
    },
  },
  widow: {
    kind: "memoir",
    csl: {
      type: "book",
      title: "Воспоминания о муже — маршале В. К. Блюхере",
      author: [{ family: "Блюхер", given: "Г. Л." }],
      "publisher-place": "Тюмень",
      issued: { "date-parts": [[1996]] },
      language: "ru",
    },
  },
  krivitsky: {
    kind: "memoir",
    csl: {
      type: "book",
      title: "In Stalin's Secret Service",
      author: [{ family: "Krivitsky", given: "Walter G." }],
      publisher: "Harper & Brothers",
      "publisher-place": "New York",
      issued: { "date-parts": [[1939]] },
      language: "en",
    },
  },
  orlov: {
    kind: "memoir",
    csl: {
      type: "book",
      title: "The Secret History of Stalin's Crimes",
      author: [{ family: "Orlov", given: "Alexander" }],
      publisher: "Random House",
      "publisher-place": "New York",
      issued: { "date-parts": [[1953]] },
      language: "en",
    },
  },
  schellenberg: {
    kind: "memoir",
    csl: {
      type: "book",
      title: "The Labyrinth",
      author: [{ family: "Schellenberg", given: "Walter" }],
      publisher: "Harper & Brothers",
      "publisher-place": "New York",
      issued: { "date-parts": [[1956]] },
      language: "en",
    },
  },
  sudoplatov: {
    kind: "memoir",
    csl: {
      type: "book",
      title: "Special Tasks: The Memoirs of an Unwanted Witness, a Soviet Spymaster",
      author: [{ family: "Sudoplatov", given: "Pavel" }],
      publisher: "Little, Brown",
      "publisher-place": "Boston",
      issued: { "date-parts": [[1994]] },
      language: "en",
    },
  },
} as const satisfies Record<string, SampleSource>

export type SampleSourceName = keyof typeof sampleSources
