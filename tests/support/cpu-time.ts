/** Milliseconds of processor time that this process has used so far: what others on the machine do doesn't count. */
export function cpuTime(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1_000
}
