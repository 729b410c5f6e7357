import { isRunning, postgresProcessesIn, signal, until } from './processes.ts'

/** Fast shutdown; when that takes too long, immediate shutdown (the next start recovers); at last kill. */
export async function stopPostmaster(pid: number, patienceMs = 20_000): Promise<void> {
  const gone = () => !isRunning(pid)
  signal(pid, 'SIGINT')
  if (await until(gone, patienceMs)) return
  signal(pid, 'SIGQUIT')
  if (await until(gone, 6_000)) return
  signal(pid, 'SIGKILL')
  await until(gone, 5_000)
}

/** Ends every PostgreSQL process of a cluster that nobody will use again, or whose postmaster is gone. */
export async function stopAllIn(data: string): Promise<void> {
  const none = () => postgresProcessesIn(data).length === 0
  if (await until(none, 100)) return
  for (const pid of postgresProcessesIn(data)) signal(pid, 'SIGQUIT')
  if (await until(none, 6_000)) return
  for (const pid of postgresProcessesIn(data)) signal(pid, 'SIGKILL')
  await until(none, 5_000)
}
