import { expect, test } from "vitest"
import { doiKey, doiOf, doisIn } from "../../lib/domain/doi.ts"

test.each([
  ["10.1080/09668136.2021.1900000", "10.1080/09668136.2021.1900000"],
  ["doi:10.1000/182", "10.1000/182"],
  ["DOI 10.1000/182", "10.1000/182"],
  ["https://doi.org/10.1000/182", "10.1000/182"],
  ["http://dx.doi.org/10.1002/(SICI)1096%3C1::AID%3E3.0.CO;2-A", "10.1002/(SICI)1096<1::AID>3.0.CO;2-A"],
  [" 10.1000.5/Abc ", "10.1000.5/Abc"],
  ["10.1000/", null],
  ["10.100/182", null],
  ["11.1000/182", null],
  ["10.1000/182 and more", null],
  ["https://example.org/10.1000/182", null],
  ["https://doi.org/10.1000/%E0%A4%A", "10.1000/%E0%A4%A"],
])("%j is the DOI %j", (text, doi) => void expect(doiOf(text)).toBe(doi))

test.each([
  ["Harris, J. (1999). doi:10.2307/152863.", ["10.2307/152863"]],
  ["(see https://doi.org/10.2307/152863)", ["10.2307/152863"]],
  ["10.1002/(SICI)1097-4679(199601), and 10.1000/x;", ["10.1002/(SICI)1097-4679(199601)", "10.1000/x"]],
  ["«Статья» DOI: 10.31857/S0130386400012", ["10.31857/S0130386400012"]],
  ["version 10.15/3 of 2010.1000/2", []],
])("in %j stand %j", (line, dois) => void expect(doisIn(line).map(({ doi }) => doi)).toEqual(dois))

test("where a DOI stands takes in its prefix", () => {
  const line = "A. Title. https://doi.org/10.1000/182."
  const [found] = doisIn(line)
  expect(line.slice(found!.start, found!.end)).toBe("https://doi.org/10.1000/182")
})

test("the case of a DOI does not matter", () => {
  expect(doiKey("10.1000/ABCd")).toBe(doiKey("10.1000/abcD"))
})
