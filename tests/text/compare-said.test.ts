import { describe, expect, test } from "vitest"
import { bandsOf } from "../../lib/text/bands.ts"
import { compareSaid } from "../../lib/text/compare-said.ts"
import { readSaid } from "../../lib/text/said.ts"

const compare = (left: string, right: string) => compareSaid(readSaid(left), readSaid(right))

/** How two quotes are alike, in a few words: "near", "name Orlov/Orlova once", "nothing". */
function likeness(left: string, right: string): string {
  const found = compare(left, right)
  if (!found) return "nothing"
  if (found.kind === "same") return found.how
  const readings = found.readings.map(
    ({ kind, left: here, right: there }) =>
      `${kind} ${left.slice(here.start, here.end)}/${right.slice(there.start, there.end)}`,
  )
  return [...readings, ...(found.contradiction ? [found.contradiction] : [])].join(", ")
}

const meets = (left: string, right: string) => {
  const keys = new Set(bandsOf(readSaid(left)))
  return bandsOf(readSaid(right)).some(key => keys.has(key))
}

describe("the same", () => {
  test.each([
    ["The ferry captain kept a log of every crossing.", "The ferry captains kept a log of every crossing.", "nothing"],
    ["The captain's log ends on a Tuesday in March.", "The captains log ends on a Tuesday in March.", "near"],
    ["They didn't open the gates until the evening.", "They didnt open the gates until the evening.", "near"],
    ["They did not open the gates until the evening.", "They didn’t open the gates until the evening.", "near"],
    [
      "The mayor said that the bridge was closed to carts.",
      "Tlie mayor said tliat tbe bridge was closed to carts.",
      "near",
    ],
    [
      "The colour of the harbour wall was grey in those years.",
      "The color of the harbor wall was gray in those years.",
      "near",
    ],
    [
      "The union organised a defence of the travelling players.",
      "The union organized a defense of the traveling players.",
      "near",
    ],
    ["The foundry cast nine bells for the cathedral.", "The foundry cast nine bells for the cathedral.[3]", "near"],
    ["The foundry cast nine bells for the cathedral.", "The foundry cast 9 bells for the cathedral.", "near"],
    ["The foundry cast nine bells for the cathedral.", "And the foundry cast nine bells for the cathedral", "near"],
    ["The foundry cast nine bells for the cathedral.", "3. The foundry cast nine bells for the cathedral.", "near"],
    ["The foundry cast nine bells for the cathedral.", "“The foundry cast nine bells for the cathedral.”", "near"],
    ["The foundry cast nine bells for the cathedral.", "Foundry cast nine bells for the cathedral.", "near"],
    ["The foundry cast nine bells for the cathedral.", "The foundry cast nine bells for the cathedral", "near"],
    ["The foundry cast nine bells for the cathedral.", "The foundary cast nine bells for the catherdal.", "nothing"],
    ["The foundry cast nine bells for the cathedral.", "The foundry cast nine bells for the catherdal.", "near"],
    ["It was a large house above the old quarry.", "It was a big house above the old quarry.", "near"],
    [
      "The government received a letter from the commitee.",
      "The goverment received a letter from the committee.",
      "nothing",
    ],
    [
      "The goverment never received the letter of that spring.",
      "The government never received the letter of that spring.",
      "near",
    ],
    [
      "The fire destroyed 1,200 sacks of grain that night.",
      "The fire destroyed 1200 sacks of grain that night.",
      "near",
    ],
    [
      "The garrison of Alma-Ata slept in tents that winter.",
      "The garrison of Alma Ata slept in tents that winter.",
      "layout",
    ],
    [
      "Perhaps the ledger was burned by the clerk himself.",
      "Maybe the ledger was burned by the clerk himself.",
      "near",
    ],
    ["The ledger was burned by the clerk himself.", "The ledger was burnt by the clerk himself.", "near"],
    [
      "Учёный приехал в Томск весной и прожил там три года.",
      "Ученый приехал в Томск весной и прожил там три года.",
      "near",
    ],
    [
      "Завод построили на левом берегу реки ещё до войны.",
      "А завод построили на левом берегу реки ещё до войны.",
      "near",
    ],
    ["Завод построили на левом берегу реки ещё до войны.", "Завод построили на левом берегу реки до войны", "near"],
    ["Завод построили на левом берегу реки ещё до войны.", "Завод возвели на левом берегу реки ещё до войны.", "near"],
    ["В архиве комиссия нашла только копию протокола.", "В архиве коммиссия нашла только копию протокола.", "near"],
    ["К вечеру участники похода вернулись в посёлок.", "К вечеру учасники похода вернулись в поселок.", "near"],
    ["Поезд стоял в Санкт-Петербурге два часа.", "Поезд стоял в Санкт Петербурге 2 часа.", "near"],
    [
      "«Письмо так и не дошло до адресата», и все об этом знали.",
      "Письмо так и не дошло до адресата, и все об этом знали.",
      "near",
    ],
  ])("%s / %s: %s", (left, right, expected) => {
    expect(likeness(left, right)).toBe(expected)
    if (expected !== "nothing") expect(meets(left, right)).toBe(true)
  })
})

describe("a variant", () => {
  test.each([
    [
      "The mill employed 212 people at the time.",
      "The mill employed 221 people at the time.",
      "number 212/221, counted",
    ],
    ["Office 17 of the mill was closed at the time.", "Office 18 of the mill was closed at the time.", "number 17/18"],
    [
      "They were read out under order 227 of the staff.",
      "They were read out under order 270 of the staff.",
      "number 227/270",
    ],
    [
      "The bridge cost forty thousand crowns to build.",
      "The bridge cost fifty thousand crowns to build.",
      "number forty/fifty, counted",
    ],
    [
      "Kirov visited the shipyard in May 1931 with Ordzhonikidze.",
      "Kirov visited the shipyard in June 1931 with Ordzhonikidze.",
      "date May 1931/June 1931",
    ],
    [
      "Orlova was arrested on 12 May 1937 in Odessa.",
      "Orlova was arrested on 14 May 1937 in Odessa.",
      "date 12 May 1937/14 May 1937, same-event",
    ],
    [
      "Orlova died in Odessa in the winter of 1941.",
      "Orlova died in Odessa in the winter of 1942.",
      "date 1941/1942, once",
    ],
    [
      "The letter was written by Zinoviev in his cell.",
      "The letter was written by Kamenev in his cell.",
      "name Zinoviev/Kamenev",
    ],
    [
      "The letter was delivered to the embassy.",
      "The letter was not delivered to the embassy.",
      "negation /not, denied",
    ],
    [
      "The council approved the plan for a railway.",
      "The council did not approve the plan for a railway.",
      "negation approved/did not approve, denied",
    ],
    [
      "The transfer was legal under the old code.",
      "The transfer was illegal under the old code.",
      "negation legal/illegal, denied",
    ],
    [
      "Он служил в Первой конной армии до осени.",
      "Он не служил в Первой конной армии до осени.",
      "negation /не, denied",
    ],
    ["Пожар уничтожил 14 домов на Речной улице.", "Пожар уничтожил 41 дом на Речной улице.", "nothing"],
    ["Пожар уничтожил 14 домов на Речной улице.", "Пожар уничтожил 24 домов на Речной улице.", "number 14/24, counted"],
    ["Музей открыли в мае 1958 года.", "Музей открыли в июне 1958 года.", "date мае 1958/июне 1958, same-event"],
    [
      "Академик Павлов умер в Ленинграде в 1936 году.",
      "Академик Павлов умер в Ленинграде в 1937 году.",
      "date 1936/1937, once",
    ],
    [
      "Письмо передал Иванов через консула в Харбине.",
      "Письмо передал Петров через консула в Харбине.",
      "name Иванов/Петров",
    ],
  ])("%s / %s: %s", (left, right, expected) => {
    expect(likeness(left, right)).toBe(expected)
    expect(meets(left, right)).toBe(true)
  })
  test("one event told in other words with another month", () => {
    const left =
      "Lerner, who had lost every friend at Narva, was exiled to Tomsk in March 1911 and was expelled from Baltia itself in May 1912."
    const right = "In April 1912 Lerner was banished from the soil of Baltia."
    expect(likeness(left, right)).toBe("date May 1912/April 1912, same-event")
    expect(meets(left, right)).toBe(true)
  })
})

describe("neither", () => {
  test.each([
    ["The clerk burned the ledger in the yard.", "The clerk copied the ledger in the yard."],
    ["A few of the clerks kept their places.", "Few of the clerks kept their places."],
    ["The clerks who stayed were shot by the guards.", "The clerks who stayed were shot at the guards."],
    ["He was seen by the guard near the well.", "She was seen by the guard near the well."],
    ["The trial of the miners lasted a week.", "The trail of the miners lasted a week."],
    ["All the letters were kept in a tin box.", "Some letters were kept in a tin box."],
    ["The bridge was finished before the war.", "The bridge was finished after the war."],
    ["The archive is closed to readers this year.", "The archive was closed to readers this year."],
    ["Lev Sedov died in Paris in February 1938.", "Sergei Sedov died in Paris in October 1937."],
    ["Was the tunnel closed to carts that year?", "The tunnel was closed to carts that year."],
    ["The temperature fell to -5 degrees that night.", "The temperature fell to 5 degrees that night."],
    ["Он приехал в Омск поздно вечером один.", "Он проехал Омск поздно вечером один."],
    ["Солдаты были преданы своему командиру до конца.", "Солдаты были проданы своему командиру до конца."],
    ["Дом стоял за рекой у самого леса.", "Дом стоял перед рекой у самого леса."],
    ["Он жил бы в Вологде до самой смерти.", "Он жил в Вологде до самой смерти."],
    ["Сотрудники предоставляют отчёт каждую осень.", "Сотрудники представляют отчёт каждую осень."],
  ])("%s / %s", (left, right) => {
    expect(compare(left, right)?.kind === "same").toBe(false)
  })
})
