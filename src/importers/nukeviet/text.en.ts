import type { ImportText } from './text.ts'

export const en: ImportText = {
  usage: `congdan import nukeviet --dump FILE.sql --by USERNAME [--files FOLDER] [--authority SLUG]
    [--prefix nv4] [--language vi] [--module news] [--dry-run] [--lang vi|en]

Brings over articles, categories, tags, views, ratings and counters of a NukeViet 4.5 portal, from a file written by mariadb-dump or mysqldump.
  --dump       the SQL file; "-" reads the standard input
  --by         the editor in whose name it is done
  --files      folder that holds the portal's "uploads"; without it there are no pictures and files
  --module     name of the portal's news module; where there are several, run once for each
  --dry-run    only reads and reports, writes nothing
Run again it goes on; no article comes in twice. Exit codes: 0 done, 1 rows were refused, 2 wrong use.`,
  wrongUse: (what) => `Wrong use: ${what}`,
  missing: (option) => `${option} is missing`,
  noDump: (path) => `The file ${path} cannot be read.`,
  noFolder: (path) => `There is no folder ${path}.`,
  noAuthority: 'There is no such authority. Make it first with congdan authority create.',
  noEditor: (username) => `No editor "${username}" works at this authority.`,
  dryRun: 'Dry run: nothing is written.',
  faults: {
    dump_malformed: (near) => `The file is not what mariadb-dump writes, near "${near}". What was read before was not brought over.`,
    dump_charset: (name) => `The file is in the character set ${name}. Write it again with --default-character-set=utf8mb4.`,
    dump_row_too_large: (near) => `A row is longer than 128 MB; it begins with "${near}".`,
    dump_cut: (near) => `The file ends in the middle, near "${near}". Write it again.`,
  },
  refused: 'NOT READ',
  note: 'look at',
  reasons: {
    key_missing: 'the row has no key',
    columns_unknown: 'not as many values as the table has columns',
    title_missing: 'no title',
    html_too_large: 'the text is longer than a million letters',
    link_dropped: 'an unsafe link was dropped, its words stay',
    embed_dropped: 'embedded content was dropped',
    html_too_deep: 'of a part nested too deeply only the words stay',
    lead_too_long: 'the lead is too long and was moved into the text',
    field_cut: 'too long, was cut',
    file_not_found: 'the file is not in the folder',
    picture_words_from_title: 'a picture had no description and has the title for now',
    personal_data: 'something looks like personal data',
    kept_as_draft: 'not shown, or no longer, on the old portal: kept as a draft',
    rating_impossible: 'so many ratings cannot have these points',
    not_published: 'kept as a draft, for it cannot be published yet',
  },
  row: (kind, table, id, reason, what) => `${kind}  ${table} ${id}: ${reason}${what ? ` (${what})` : ''}`,
  counts: (table, read, brought, already, refused) =>
    `  ${table.padEnd(16)} read ${read}, brought over ${brought}, there before ${already}, not read ${refused}`,
  notRead: (table, rows) => `  ${table.padEnd(16)} read ${rows}, not brought over: this version has no place for it`,
  done: (refused, notes) => `Done. Not read: ${refused}. To look at: ${notes}.`,
}
