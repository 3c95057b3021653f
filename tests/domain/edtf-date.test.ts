import fc from "fast-check"
import { expect, test } from "vitest"
import { dateLag, lagWords } from "../../lib/domain/date-lag.ts"
import { civilDay, dayNumber } from "../../lib/domain/day-number.ts"
import { earliestDay, latestDay, parseEdtf } from "../../lib/domain/edtf-date.ts"
import { edtfWords } from "../../lib/domain/edtf-words.ts"
import { edtfText } from "./edtf-text.ts"

const dayOf = (number: number | null) => {
  if (number === null) return null
  const { year, month, day } = civilDay(number)
  return `${year}-${month}-${day}`
}

test.each([
  ["1937", "1937-1-1", "1937-12-31", "1937"],
  ["1937-05", "1937-5-1", "1937-5-31", "May 1937"],
  ["1937-05-22", "1937-5-22", "1937-5-22", "22 May 1937"],
  ["1937-05-22T13:30:00Z", "1937-5-22", "1937-5-22", "22 May 1937"],
  ["2000-02", "2000-2-1", "2000-2-29", "February 2000"],
  ["194X", "1940-1-1", "1949-12-31", "the 1940s"],
  ["19XX", "1900-1-1", "1999-12-31", "the years 1900 to 1999"],
  ["1937-XX", "1937-1-1", "1937-12-31", "1937"],
  ["1937-XX-XX", "1937-1-1", "1937-12-31", "1937"],
  ["1937-05-XX", "1937-5-1", "1937-5-31", "May 1937"],
  ["1937~", "1937-1-1", "1937-12-31", "about 1937"],
  ["1937?", "1937-1-1", "1937-12-31", "1937 (uncertain)"],
  ["194X%", "1940-1-1", "1949-12-31", "about the 1940s (uncertain)"],
  ["1937-05~", "1937-5-1", "1937-5-31", "about May 1937"],
  ["1937-21", "1937-3-1", "1937-6-21", "spring 1937"],
  ["1937-24", "1936-12-1", "1938-3-20", "winter 1937"],
  ["1936/1938", "1936-1-1", "1938-12-31", "1936 to 1938"],
  ["1936-05-22/1937-06", "1936-5-22", "1937-6-30", "22 May 1936 to June 1937"],
  ["1937/1937", "1937-1-1", "1937-12-31", "1937 to 1937"],
  ["1936~/1938?", "1936-1-1", "1938-12-31", "about 1936 to 1938 (uncertain)"],
  ["../1940", null, "1940-12-31", "until 1940"],
  ["1940/..", "1940-1-1", null, "from 1940 on"],
  ["/1940", null, "1940-12-31", "until 1940, from when is not known"],
  ["1940/", "1940-1-1", null, "from 1940, until when is not known"],
  ["0000", "0-1-1", "0-12-31", "1 BC"],
  ["-0043-03-15", "-43-3-15", "-43-3-15", "15 March 44 BC"],
  ["-004X", "-49-1-1", "-40-12-31", "50 BC to 41 BC"],
  ["Y-17000", "-17000-1-1", "-17000-12-31", "17001 BC"],
  [" 1937 ", "1937-1-1", "1937-12-31", "1937"],
])("%s lies between %s and %s and reads “%s”", (edtf, first, last, words) => {
  const date = parseEdtf(edtf)!
  expect([dayOf(earliestDay(date)), dayOf(latestDay(date)), edtfWords(date)]).toEqual([first, last, words])
})

test.each([
  "",
  "37",
  "1937-5",
  "1937-13",
  "1937-00",
  "1937-02-29",
  "1900-02-29",
  "1937-05-32",
  "1937-25",
  "1937-21-03",
  "1937-XX-05",
  "1XXX",
  "XXXX",
  "19X7",
  "1937~?",
  "1938/1936",
  "1936/1937/1938",
  "../..",
  "/",
  "../",
  "about 1937",
  "22.05.1937",
  "1937-05-22T25:00:00",
  "1937-05-22T12:00",
  "Y1937",
  "1937 - 1938",
  "1937~-05",
  "١٩٣٧",
  "1937-05-22\u0000",
])("%j is no date", text => {
  expect(parseEdtf(text)).toBeNull()
})

test.each([
  ["1937", "1969", "written 31 to 33 years after"],
  ["1937-05-22", "1967-05-22", "written 30 years after"],
  ["1937-05-22", "1967-05-23", "written 30 to 31 years after"],
  ["1937-05-22", "1937-05-22", "written on the same day"],
  ["1937-05-22", "1937-05-23", "written 1 day after"],
  ["1937-05-22", "1937-06", "written 10 to 39 days after"],
  ["1937-05-22", "1938", "written 7 to 20 months after"],
  ["1937-01-31", "1939-02-28", "written 2 to 3 years after"],
  ["1937", "1937", "written within 12 months of it"],
  ["1937-05-22", "1937", "written between 5 months before and 8 months after"],
  ["1937-12-31", "1937", "written up to 12 months before"],
  ["1936/1938", "1938/1940", "written between 12 months before and 5 years after"],
  ["1937", "1939", "written 1 to 3 years after"],
  ["1937", "1938", "written up to 2 years after"],
  ["1969", "1937", "written 31 to 33 years before"],
  ["194X", "1960", "written 10 to 21 years after"],
  ["1937~", "1969", "written about 31 to 33 years after"],
  ["1937?", "1969", "written 31 to 33 years after, if the dates are right"],
  ["1937~", "1969%", "written about 31 to 33 years after, if the dates are right"],
  ["1937", "1969/..", "written at least 31 years after"],
  ["1937", "../1969", "written at most 33 years after"],
  ["../1937", "1969", "written at least 31 years after"],
  ["1937/", "1969", "written at most 33 years after"],
  ["1937", "/1930", "written at least 6 years before"],
  ["1937", "1935/..", "written at most 3 years before, or later"],
  ["1937-05-22", "1937-05-22/..", "written on the same day or later"],
  ["1937-05-22", "../1937-05-22", "written on the same day or before"],
  ["1937/..", "1940/..", "how long after is not known"],
  ["../1937", "../1940", "how long after is not known"],
])("of %s, made %s: %s", (tells, created, words) => {
  expect(lagWords(dateLag(parseEdtf(tells)!, parseEdtf(created)!))).toBe(words)
})

test("days are numbered as the platform numbers them", () => {
  const day = fc.date({
    min: new Date("-009999-01-01T00:00:00Z"),
    max: new Date("9999-12-31T00:00:00Z"),
    noInvalidDate: true,
  })
  const property = fc.property(day, date => {
    const civil = { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() }
    const number = Math.floor(date.getTime() / 86_400_000)
    expect(dayNumber(civil)).toBe(number)
    expect(civilDay(number)).toEqual(civil)
  })
  fc.assert(property, { numRuns: 2_000 })
})

test("a date never ends before it begins, and says the same when it is read again", () => {
  const property = fc.property(edtfText, text => {
    const date = parseEdtf(text)!
    const [first, last] = [earliestDay(date), latestDay(date)]
    if (first !== null && last !== null) expect(first).toBeLessThanOrEqual(last)
    expect(parseEdtf(date.edtf)).toEqual(date)
    expect(edtfWords(date)).not.toContain("undefined")
  })
  fc.assert(property, { numRuns: 2_000 })
})

test("a lag turned round is the same lag backwards, and never more at least than at most", () => {
  const property = fc.property(edtfText, edtfText, (a, b) => {
    const [one, other] = [parseEdtf(a)!, parseEdtf(b)!]
    const [there, back] = [dateLag(one, other), dateLag(other, one)]
    expect(there.least === null ? null : there.least.days + (back.most?.days ?? Number.NaN)).toBe(back.most && 0)
    if (there.least && there.most) expect(there.least.days).toBeLessThanOrEqual(there.most.days)
    expect(lagWords(there)).not.toMatch(/undefined|NaN|-\d/)
  })
  fc.assert(property, { numRuns: 2_000 })
})
