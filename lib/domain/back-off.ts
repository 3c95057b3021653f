/**
 * Milliseconds to wait before the attempt after `failures` failed ones: half a second doubled each time, up to half a
 * minute, of which `chance` (0 to 1) takes away up to half, so that those who lost the same server don't return at once.
 */
export function backOff(failures: number, chance: number): number {
  const whole = Math.min(30_000, 500 * 2 ** Math.min(Math.max(0, failures), 10))
  return Math.round(whole * (1 - chance / 2))
}
