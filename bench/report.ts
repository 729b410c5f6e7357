/** Says one figure: a JSON object a line. Ratios are measured in the same run. */
export type Report = (metric: string, value: number, unit: string) => void
/** `args`: what follows the bench's name on the command line. */
export type Bench = (report: Report, args?: readonly string[]) => Promise<void>

export function median(values: readonly number[]): number {
  return percentile(values, 0.5)
}

/** `share` from 0 to 1, by the nearest rank. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN
}

/** Runs `one` `times` times from so many clients at once; gives how many a second. */
export async function rate(clients: number, times: number, one: () => Promise<unknown>): Promise<number> {
  let left = times
  const startedAt = performance.now()
  await Promise.all(
    Array.from({ length: clients }, async () => {
      while (left-- > 0) await one()
    }),
  )
  return times / ((performance.now() - startedAt) / 1000)
}
