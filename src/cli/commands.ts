import { adminCommand } from './admin.ts'
import { auditCommand } from './audit.ts'
import { authorityCommand } from './authority.ts'
import { backup } from './backup.ts'
import { deadline } from './deadline.ts'
import { demo } from './demo.ts'
import { importCommand } from './import.ts'
import { logCommand } from './log.ts'
import { migrateCommand } from './migrate.ts'
import { mirror } from './mirror.ts'
import { planCommand } from './plan.ts'
import { restore } from './restore.ts'
import { serve, start, worker } from './serve.ts'
import { verify } from './verify.ts'
import { witness } from './witness.ts'

export interface Command {
  summary: string
  /** @returns the exit code: 0 done, 1 refused with a reason, 2 wrong use */
  run: (args: string[]) => Promise<number>
}

/** Every command; `--help` is drawn from it. */
export const commands: Readonly<Record<string, Command>> = {
  start: { summary: 'database, migrations, demonstration town if empty, web and worker: what `npm start` runs', run: start },
  serve: { summary: 'web pages and API on HOST:PORT', run: serve },
  worker: { summary: 'jobs: mail, recomputation, clearing up', run: worker },
  migrate: { summary: 'bring the database to this version', run: migrateCommand },
  demo: { summary: 'load the demonstration town into an empty database', run: demo },
  authority: { summary: '`authority create`: make the authority that this server serves', run: authorityCommand },
  admin: { summary: '`admin create`: make an administrator', run: adminCommand },
  audit: {
    summary: 'work the public log out anew from the rows and compare it with what was published (`audit --help`)',
    run: auditCommand,
  },
  log: { summary: '`log rotate`: give the public log a new signing key, announced by the old one', run: logCommand },
  backup: { summary: 'database, files and keys to one archive, encrypted with age on wish (`backup --help`)', run: backup },
  restore: { summary: 'an archive into an empty database; `--dry-run` checks it (`restore --help`)', run: restore },
  import: { summary: '`import nukeviet`: bring over a NukeViet portal from its dump (`import nukeviet --help`)', run: importCommand },
  witness: { summary: 'be a witness of public logs: cosign only what goes on from the last state (`witness --help`)', run: witness },
  verify: { summary: '`verify FILE`: is a receipt of the public log true or forged (`verify --help`)', run: verify },
  mirror: { summary: "a town's public log and public data into a folder that opens from a USB stick (`mirror --help`)", run: mirror },
  plan: { summary: '`plan read FILE` (.docx, .odt, .txt): what a plan sets out, sentence by sentence (`plan --help`)', run: planCommand },
  deadline: { summary: 'explain a due date of the law, or compute many (`deadline --help`)', run: deadline },
}

export function usage(): string {
  const width = Math.max(...Object.keys(commands).map((name) => name.length))
  const lines = Object.entries(commands).map(([name, { summary }]) => `  ${name.padEnd(width)}  ${summary}`)
  return [
    'congdan COMMAND',
    '',
    ...lines,
    '',
    'Settings come from the environment: HOST PORT DATA_DIR DATABASE_URL PUBLIC_URL SMTP_URL TRUSTED_PROXIES LOG_LEVEL DEMO_PASSWORD',
    'Exit codes: 0 done, 1 refused with a reason, 2 wrong use',
    '',
  ].join('\n')
}
