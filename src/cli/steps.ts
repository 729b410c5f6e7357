/** One line a step, with the seconds since the start: `[  0.4 s] cơ sở dữ liệu / database`. */
export function steps(write: (line: string) => void = (line) => process.stdout.write(line)): (vi: string, en?: string) => void {
  const startedAt = performance.now()
  return (vi, en) => {
    const seconds = ((performance.now() - startedAt) / 1000).toFixed(1).padStart(5)
    write(`[${seconds} s] ${en ? `${vi} / ${en}` : vi}\n`)
  }
}
