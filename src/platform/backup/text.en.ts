import type { BackupText } from './text.ts'

const count = (n: number) => n.toLocaleString('en-GB')
const megabytes = (bytes: number) => `${(bytes / 1e6).toLocaleString('en-GB', { maximumFractionDigits: 1 })} MB`

export const en: BackupText = {
  backup: {
    usage: `congdan backup --out FILE [--age RECIPIENT]… [--age-file FILE]

Writes database, attached files and the server's keys, as they are at one moment, to one file. The server may go on working.
  --out FILE       where to write, a file that is not there yet; "-" is standard output
  --age RECIPIENT  encrypt for this age public key (age1…); may be repeated
  --age-file FILE  public keys, one a line
  --lang vi|en     language of the messages
Exit codes: 0 done, 1 refused with a reason, 2 wrong use`,
    step: (step) => {
      if (step.step === 'snapshot') return `snapshot of ${count(step.tables)} tables, PostgreSQL ${step.postgres}`
      if (step.step === 'rows') return `${count(step.rows)} rows, ${count(step.jobs)} waiting jobs`
      return `${count(step.count)} files, ${megabytes(step.bytes)}`
    },
    notEncrypted: 'Mind: the backup is NOT encrypted, and holds personal data and the keys of the server. Use --age.',
    done: (file, bytes) => `written to ${file}, ${megabytes(bytes)}`,
  },
  restore: {
    usage: `congdan restore FILE [--identity FILE] [--dry-run]

Restores a backup into an empty database and a DATA_DIR without files. All of the backup is checked before anything is written.
  FILE             the backup; "-" is standard input
  --identity FILE  age private key, as age-keygen writes it; may be repeated
  --dry-run        check only, write nothing
  --lang vi|en     language of the messages
Exit codes: 0 done, 1 refused with a reason, 2 wrong use`,
    verifying: 'checking the backup',
    verified: ({ header, manifest }) => {
      const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0)
      const made = `the backup is whole: made at ${header.madeAt}, Cổng Dân ${header.product}, PostgreSQL ${header.postgres}`
      return `${made}; ${count(rows)} rows, ${count(manifest.jobs)} waiting jobs, ${count(manifest.files.count)} files`
    },
    step: (step) => {
      if (step.step === 'schema') return `tables made, ${count(step.migrations)} migrations`
      if (step.step === 'foreign') return `LEFT OUT the table "${step.table}": it is not one of Cổng Dân`
      if (step.step === 'loaded') return `${count(step.rows)} rows and ${count(step.files)} files loaded`
      return 'indexes made, references checked'
    },
    forward: (migrations) => (migrations === 0 ? 'up to date' : `${count(migrations)} newer migrations ran`),
    done: 'restored; start the server and look up a petition',
    untouched: 'The restore failed and left nothing behind: database, files and keys are as they were before.',
    loadedOnly: 'All data was loaded, but what comes after it failed. Put the error above right, then run: npx congdan migrate',
  },
  wrongUse: (reason) => `Wrong use: ${reason}`,
  noFile: 'the name of the file is missing.',
  terminal: 'a backup is not written to a terminal; redirect it to a file or a program.',
  refusals: {
    bad_entry: (what) => `The backup has an entry with a name that is not allowed: ${what}. It is refused.`,
    damaged: (what) => `The backup is damaged or was changed${what ? ` (${what})` : ''}. Use another one.`,
    database_ahead: (what) =>
      `The database is empty, but its tables are of a newer version than the backup (${what}). Make a wholly new database.`,
    database_in_use: () => 'A Cổng Dân server is connected to this database. Stop the server, then restore.',
    database_not_empty: (what) => `The database has data in it (table "${what}"). A restore goes into an empty database only.`,
    database_unprepared: () => 'This database has nothing of Cổng Dân in it. Check DATABASE_URL and DATA_DIR.',
    files_not_empty: (what) => `The folder ${what} has files in it. Use another DATA_DIR, or move those files away.`,
    identity_needed: () => 'The backup is encrypted. Name the private key: --identity FILE.',
    identity_wrong: (what) => `The file ${what} holds no usable age private key (AGE-SECRET-KEY-…, without a passphrase).`,
    migration_changed: (what) => `The migration ${what} of the backup differs from this program's. Use the version that made the backup.`,
    newer_format: (what) => `The backup has format ${what}, newer than this program. Install a newer version, then restore.`,
    newer_version: (what) => `The backup was made by a newer version (${what}). Install that version or a later one, then restore.`,
    no_identity_fits: () => 'This private key does not open the backup: it was encrypted for another key.',
    no_secrets: (what) => `The server's keys are not in ${what}. Run the command with the DATA_DIR of the server.`,
    not_a_backup: () => 'This file is not a backup of Cổng Dân.',
    out_exists: (what) => `The file ${what} exists; a backup never overwrites. Choose another name.`,
    recipient_wrong: (what) => `"${what}" is not an age public key (age1…).`,
    schema_differs: (what) => `The table "${what}" of the backup differs from this program's. Use the version that made the backup.`,
    truncated: () => 'The end of the backup is missing. Copy it again or use another one.',
    unreadable: (what) => `The file ${what} cannot be read.`,
  },
}
