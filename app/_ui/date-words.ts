const months = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
]

const two = (number: number) => String(number).padStart(2, "0")

/**
 * A moment in words, in coordinated universal time: "3 March 2023", "3 March 2023, 14:05" or "14:05". It uses no
 * locale data, so that the server and every browser write the same.
 */
export function dateWords(at: Date, precision: "day" | "minute" | "time" = "day"): string {
  const day = `${at.getUTCDate()} ${months[at.getUTCMonth()]} ${at.getUTCFullYear()}`
  if (precision === "day") return day
  const time = `${two(at.getUTCHours())}:${two(at.getUTCMinutes())}`
  return precision === "time" ? time : `${day}, ${time}`
}
