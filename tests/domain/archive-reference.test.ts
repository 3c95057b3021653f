import fc from "fast-check"
import { expect, test } from "vitest"
import { archiveReferencesIn, parseArchiveReference } from "../../lib/domain/archive-reference.ts"
import { formAsWritten, setReference } from "../../lib/domain/archive-setting.ts"
import { archiveKey, archiveNamed } from "../../lib/domain/archives.ts"
import type { ArchiveReference } from "../../lib/domain/source.ts"
import { cpuTime } from "../support/cpu-time.ts"

const shelf = (archive: string, fond: string, opis?: string, delo?: string, list?: string): ArchiveReference => ({
  archive,
  fond,
  ...(opis !== undefined && { opis }),
  ...(delo !== undefined && { delo }),
  ...(list !== undefined && { list }),
})

test.each([
  ["РГВА. Ф. 33987. Оп. 3. Д. 851. Л. 12", shelf("РГВА", "33987", "3", "851", "12")],
  ["РГВА. Ф. 33987. Оп. 3. Д. 851. Л. 12–14 об.", shelf("РГВА", "33987", "3", "851", "12–14 об.")],
  ["РГВА, ф. 33987, оп. 3, д. 851, лл. 12-14об", shelf("РГВА", "33987", "3", "851", "12–14 об.")],
  ["РГВА Ф.33987 Оп.3 Д.851 Л.12об.", shelf("РГВА", "33987", "3", "851", "12 об.")],
  ["RGASPI, f. 17, op. 3, d. 988, l. 2", shelf("RGASPI", "17", "3", "988", "2")],
  ["RGASPI, fond 17, opis' 3, delo 988, listy 2-4ob.", shelf("RGASPI", "17", "3", "988", "2–4 об.")],
  ["GARF, f. R-5446, op. 1a, d. 16, ll. 5–7ob., 9", shelf("GARF", "R-5446", "1a", "16", "5–7 об., 9")],
  ["ЦА ФСБ РФ. Ф. 3-ос. Оп. 6. Д. 9. Л. 1, 3–4 об.", shelf("ЦА ФСБ РФ", "3-ос", "6", "9", "1, 3–4 об.")],
  ["ЦА ФСБ. Ф. 3. Оп. 6. Д. 9, т. 2. Л. 12", shelf("ЦА ФСБ", "3", "6", "9, т. 2", "12")],
  ["РГАЛИ. Ф. 1043. Оп. 2. Ед. хр. 31. Л. 1", shelf("РГАЛИ", "1043", "2", "31", "1")],
  ["АП РФ. Ф. 3. Оп. 24. Д. 409", shelf("АП РФ", "3", "24", "409")],
  ["РГВА. Ф. 9", shelf("РГВА", "9")],
  ["АВП РФ. Ф. 06. Д. 3", { archive: "АВП РФ", fond: "06", delo: "3" }],
  [
    "Государственный архив Ростовской области. Ф. Р-3737. Оп. 1. Д. 5",
    shelf("Государственный архив Ростовской области", "Р-3737", "1", "5"),
  ],
  ["ОР РГБ. Ф. 223 (С. Д. Полторацкий). Д. 122", { archive: "ОР РГБ", fond: "223 (С. Д. Полторацкий)", delo: "122" }],
  ["RGASPI, 558/11/769/1-2", shelf("RGASPI", "558", "11", "769", "1–2")],
  ["RGASPI 17/3/988", shelf("RGASPI", "17", "3", "988")],
  ["ГДА СБУ. Ф. 5. Спр. 38237. Арк. 7", { archive: "ГДА СБУ", fond: "5", delo: "38237", list: "7" }],
])("%s", (text, reference) => void expect(parseArchiveReference(text)).toEqual(reference))

test.each([
  "",
  "РГВА",
  "Ф. 33987. Оп. 3",
  "Там же. Ф. 17. Д. 5",
  "Ibid., f. 17",
  "Some 17/3/988",
  "РГВА. Оп. 3. Ф. 5",
  "РГВА. Ф. 33987. Оп. 3. Д. 851. Л. 12. Подлинник",
  "РГБ. Ф. 218. К. 1387. Ед. хр. 9",
  "A book, f. f. f.",
  "RGVA, f. ",
  "RGASPI, f. 17, op. 3, d. 988, p. 2",
])("%j is no reference that can be read whole", text => void expect(parseArchiveReference(text)).toBeNull())

test.each([
  ["Приказ № 072 // РГВА. Ф. 4. Оп. 15. Д. 19. Л. 5.", [shelf("РГВА", "4", "15", "19", "5")]],
  ["Minutes of the plenum, 1937, RGASPI, f. 17, op. 2, d. 615, l. 5.", [shelf("RGASPI", "17", "2", "615", "5")]],
  [
    "Письмо Сталина Кагановичу // Российский государственный военный архив. Ф. 4. Д. 2",
    [{ archive: "Российский государственный военный архив", fond: "4", delo: "2" }],
  ],
  [
    "See GANO, f. R-47, op. 5, d. 1; GARF, f. 9401, op. 2, d. 64",
    [shelf("GANO", "R-47", "5", "1"), shelf("GARF", "9401", "2", "64")],
  ],
  ["Иванов Ф. 12 лет. М., 1990. Оп. 3", []],
  ["The f. 12 of the codex, op. 3", []],
  ["Там же. Ф. 17. Оп. 3. Д. 5", []],
])("in %j", (line, references) => {
  expect(archiveReferencesIn(line).map(({ reference }) => reference)).toEqual(references)
})

test("where a reference stands takes in its archive", () => {
  const line = "Minutes, RGASPI, f. 17, op. 2, d. 615, l. 5."
  const [found] = archiveReferencesIn(line)
  expect(line.slice(found!.start, found!.end)).toBe("RGASPI, f. 17, op. 2, d. 615, l. 5")
})

test("a reference is set in Russian after GOST R 7.0.5 and in Latin letters", () => {
  const reference = shelf("РГВА", "33987", "3", "851", "12–14 об.")
  expect(setReference(reference, "russian")).toBe("РГВА. Ф. 33987. Оп. 3. Д. 851. Л. 12–14 об.")
  expect(setReference(reference, "latin")).toBe("RGVA, f. 33987, op. 3, d. 851, ll. 12–14ob.")
  expect(setReference(shelf("RGALI", "1043", "2", "31", "1"), "russian")).toBe(
    "РГАЛИ. Ф. 1043. Оп. 2. Ед. хр. 31. Л. 1.",
  )
  expect(setReference(shelf("Архив «Мемориала»", "2"), "latin")).toBe("Архив «Мемориала», f. 2")
  expect(formAsWritten({ archive: "РГВА" })).toBe("russian")
})

test("an archive is known by its letters in both scripts, spaced or not, and by its full name", () => {
  for (const name of ["ГА РФ", "ГАРФ", "garf", "Государственный архив Российской Федерации"]) {
    expect(archiveKey(name)).toBe(archiveKey("ГАРФ"))
  }
  expect(archiveNamed("ЦА")).toBeNull()
  expect(archiveKey("Архив А")).not.toBe(archiveKey("Архив Б"))
})

const digits = fc.integer({ min: 1, max: 99_999 }).map(String)
const leaf = fc.tuple(fc.integer({ min: 1, max: 999 }), fc.constantFrom("", " об.")).map(parts => parts.join(""))
const leaves = fc.oneof(
  leaf,
  fc.tuple(leaf, leaf).map(ends => ends.join("–")),
  fc.array(leaf, { minLength: 2, maxLength: 4 }).map(list => list.join(", ")),
)
const partsOf = {
  opis: fc.tuple(digits, fc.constantFrom("", "а", "-с")).map(parts => parts.join("")),
  delo: digits,
  list: leaves,
}
const written = (archives: readonly string[]) =>
  fc.record(
    {
      archive: fc.constantFrom(...archives),
      fond: fc.tuple(fc.constantFrom("", "Р-"), digits).map(parts => parts.join("")),
      ...partsOf,
    },
    { requiredKeys: ["archive", "fond"] },
  ) as fc.Arbitrary<ArchiveReference>

test("what was set is read back as it was, in either form", () => {
  const check = (archives: readonly string[], form: "russian" | "latin") =>
    fc.assert(
      fc.property(written(archives), reference => {
        expect(parseArchiveReference(setReference(reference, form))).toEqual(reference)
      }),
      { numRuns: 1_000 },
    )
  check(["РГВА", "РГАЛИ", "ЦА ФСБ России", "Государственный архив Тверской области"], "russian")
  check(["RGVA", "RGALI", "TsA FSB", "Hoover Institution Archives"], "latin")
})

test("whatever is written, nothing takes long and no part holds what the text does not", () => {
  const bits = fc.constantFrom(
    "Ф. ",
    "f. ",
    "Оп. 3 ",
    "д. 5",
    "л. 1–",
    "12 об.",
    ", ",
    "РГВА ",
    "RGASPI, ",
    "//",
    "(",
    " 17/3/",
    "1, ",
    "о",
  )
  const property = fc.property(fc.array(bits, { maxLength: 60 }), parts => {
    const line = parts.join("")
    for (const { reference, start, end } of archiveReferencesIn(line)) {
      expect(line.slice(start, end)).toContain(reference.archive)
      for (const value of [reference.fond, reference.opis, reference.delo]) if (value) expect(line).toContain(value)
    }
  })
  fc.assert(property, { numRuns: 2_000 })
  const before = cpuTime()
  archiveReferencesIn("РГВА. Ф. 1. Оп. ".repeat(5_000))
  archiveReferencesIn(`РГВА. Ф. 1. Л. ${"1, ".repeat(5_000)}`)
  expect(cpuTime() - before).toBeLessThan(2_000)
})
