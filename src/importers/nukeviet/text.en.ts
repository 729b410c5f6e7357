import type { ImportText } from './text.ts'

export const en: ImportText = {
  usage: `congdan import nukeviet (--dump FILE.sql | --database mysql://USER@HOST/DB [--password-stdin]) --by USERNAME
    [--files FOLDER] [--site OLD_HOST] [--authority SLUG] [--prefix nv4] [--language vi] [--module news]
    [--pages about,page] [--report FILE.json] [--dry-run] [--lang vi|en]

Brings over articles, static pages, categories, tags, views, ratings, comments, polls and counters of a NukeViet 4.5 portal, from a
file written by mariadb-dump or mysqldump, or straight from the running database (read only).
  --dump            the SQL file; "-" reads the standard input
  --database        the old portal's database; ?tls=1 reads it through TLS, ?socket=/PATH on the same machine
  --password-stdin  the password is the first line of standard input: it is in no list of processes and no history of commands
  --by              the editor in whose name it is done
  --files           folder that holds the portal's "uploads"; without it there are no pictures and files
  --site            the old portal's host: links in articles to that host become links within this site
  --module          name of the portal's news module; where there are several, run once for each
  --pages           names of the portal's modules of static pages, with commas between them
  --language        language of the portal; one of two languages: run once for each
  --report          writes the report into this JSON file, each row that could not be read with its reason
  --dry-run         only reads and reports, writes nothing
Run again it goes on; nothing comes in twice. Exit codes: 0 done, 1 rows were refused or could not be read, 2 wrong use.`,
  wrongUse: (what) => `Wrong use: ${what}`,
  missing: (option) => `${option} is missing`,
  noSource: '--dump or --database is missing',
  twoSources: 'only one of --dump and --database',
  wrongDatabase: 'the address after --database must read mysql://USER@HOST:3306/DB',
  twoPasswords: 'a password in --database and --password-stdin as well',
  visiblePassword:
    'A password on the command line may stay in the history of commands and the list of processes. Next time use --password-stdin.',
  noReport: (path) => `The file ${path} cannot be written.`,
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
    database_unreachable: (place) => `The database ${place} cannot be reached. Look at machine, port and firewall.`,
    database_denied: (place) => `The database ${place} does not let us read: wrong name, wrong password, or no right to SELECT.`,
    database_unknown: (place) => `There is no database ${place}.`,
    database_failed: (place) => `Reading broke off: ${place}. What was read before was not brought over; run it again.`,
    nothing_there: (seen, wanted) =>
      `There is no table of ${wanted}. ${seen ? `There is: ${seen}. ` : ''}Look at --prefix, --language and --module.`,
    already_running: () => 'Another import is running for this authority. Wait until it is done.',
  },
  refused: 'NOT READ',
  note: 'look at',
  reasons: {
    key_missing: 'the row has no key',
    columns_unknown: 'not as many values as the table has columns',
    category_folded: 'of the third level or deeper: now right below its category of the first level',
    category_parent_missing: 'the category above it is not there: now of the first level',
    category_shared: 'has the name of another category: the news of both are in one',
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
    file_kind_not_taken: 'a kind of file that is not taken; the words of the link stay',
    comment_empty: 'the comment has no word',
    article_not_here: 'the article that it is about is not here',
    parent_missing: 'what it answered is gone; it stands by itself now',
    parent_hidden: 'what it answers is not shown, so the answer waits for approval',
    attachment_dropped: 'the file of a comment was not brought over',
    name_missing: 'no name of the writer; it says “Bạn đọc” (a reader)',
    time_unknown: 'no time of sending; it has that of the article',
    comment_suspect: 'shown, but suspect: an officer should read it',
    poll_for_a_group: 'the poll was for one group, not for everybody',
    poll_options: 'not 2 to 20 answers, or an empty one',
    poll_count_too_large: 'more votes than can be stored',
    poll_end_set: 'the old portal had no last day; the last day is now',
    poll_end_unknown: 'switched off at the old portal on an unknown day; closed as of',
  },
  row: (kind, table, id, reason, what) => `${kind}  ${table} ${id}: ${reason}${what ? ` (${what})` : ''}`,
  counts: (table, read, brought, already, refused) =>
    `  ${table.padEnd(16)} read ${read}, brought over ${brought}, there before ${already}, not read ${refused}`,
  part: (table, read) => `  ${table.padEnd(16)} read ${read}, part of other rows`,
  notRead: (table, rows) => `  ${table.padEnd(16)} read ${rows}, not brought over in this run`,
  done: (refused, notes) => `Done. Not read: ${refused}. To look at: ${notes}.`,
}
