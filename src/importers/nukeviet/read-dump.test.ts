import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type DumpRow, readDump } from './read-dump.ts'

/** Rows of a dump that comes in pieces of so many bytes. */
async function rowsOf(dump: string, piece = 7): Promise<DumpRow[]> {
  const bytes = Buffer.from(dump)
  async function* pieces() {
    for (let at = 0; at < bytes.length; at += piece) yield bytes.subarray(at, at + piece)
  }
  const rows: DumpRow[] = []
  for await (const row of readDump(pieces(), () => true)) rows.push(row)
  return rows
}

const create =
  "CREATE TABLE `t` (\n  `id` int(11) NOT NULL COMMENT 'a, `b` (c)',\n  `words` text DEFAULT NULL,\n  PRIMARY KEY (`id`),\n  KEY `w` (`words`)\n);\n"
const firstRow = async (dump: string) => (await rowsOf(dump))[0]?.row

describe('values', () => {
  test.each([
    ["'a'", 'a'],
    ["''", ''],
    ["'it''s'", "it's"],
    ["'\\\\ \\' \\\" \\n \\t \\r \\Z \\b'", '\\ \' " \n \t \r \x1a \b'],
    ["'100\\% \\_'", '100\\% \\_'],
    ["'a); INSERT INTO `x` VALUES (1'", 'a); INSERT INTO `x` VALUES (1'],
    ["'-- no comment /* none */ # none'", '-- no comment /* none */ # none'],
    ["'Phước Long 🏡'", 'Phước Long 🏡'],
    ["_binary 'ab'", 'ab'],
    ['0x4E61CC81', 'Ná'.normalize('NFD')],
    ["x'4e61'", 'Na'],
    ["b'101'", 5],
    ['NULL', null],
    ['-1.5e3', -1500],
    ['18446744073709551615', '18446744073709551615'],
    ['true', 1],
  ])('%s', async (literal, value) => {
    expect(await firstRow(`${create}INSERT INTO \`t\` VALUES (1,${literal});`)).toEqual({ id: 1, words: value })
  })

  test('any text comes back, whatever the pieces', async () => {
    const escaped = (text: string) =>
      // biome-ignore lint/suspicious/noControlCharactersInRegex: the letters that a dump escapes
      text.replace(/[\\'"\n\r\0\x1a]/g, (letter) => `\\${{ '\n': 'n', '\r': 'r', '\0': '0', '\x1a': 'Z' }[letter] ?? letter}`)
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.string({ unit: 'grapheme' }), { minLength: 1 }),
        fc.integer({ min: 1, max: 40 }),
        async (texts, piece) => {
          const values = texts.map((text, i) => `(${i},'${escaped(text)}')`).join(',')
          const rows = await rowsOf(`${create}INSERT INTO \`t\` VALUES ${values};\n`, piece)
          expect(rows.map(({ row }) => row?.['words'])).toEqual(texts)
        },
      ),
    )
  })
})

describe('statements', () => {
  test.each([
    ['columns named in the INSERT', "INSERT INTO `t` (`words`, `id`) VALUES ('x', 2);", { id: 2, words: 'x' }],
    ['REPLACE, IGNORE and a database before the name', "REPLACE INTO `portal`.`t` VALUES (2,'x');", { id: 2, words: 'x' }],
    [
      'comments, SET and LOCK before it',
      "-- a;b\n# it's\n/*!40000 ALTER TABLE `t` */;\nLOCK TABLES `t` WRITE;\nINSERT INTO t VALUES (2,'x');",
      { id: 2, words: 'x' },
    ],
    [
      'a trigger with its own delimiter',
      "DELIMITER ;;\nCREATE TRIGGER a BEFORE INSERT ON t FOR EACH ROW BEGIN SET @a = 1; END ;;\nDELIMITER ;\nINSERT INTO t VALUES (2,'x');",
      { id: 2, words: 'x' },
    ],
  ])('%s', async (_name, statements, row) => {
    expect(await firstRow(`${create}${statements}\n`)).toEqual(row)
  })

  test('a row with too few values is given without them', async () => {
    expect(await rowsOf(`${create}INSERT INTO t VALUES (1),(2,'x');`)).toEqual([
      { table: 't', row: null },
      { table: 't', row: { id: 2, words: 'x' } },
    ])
  })

  test.each([
    ['dump_cut', `${create}INSERT INTO t VALUES (1,'x`],
    ['dump_cut', `${create}INSERT INTO t VALUES (1,'x'),`],
    ['dump_malformed', `${create}INSERT INTO t VALUES (1,'x') ON DUPLICATE KEY UPDATE id = 1;`],
    ['dump_malformed', `${create}INSERT INTO t VALUES (1,concat('a', 'b') ${' '.repeat(80)});`],
    ['dump_charset', `/*!40101 SET NAMES latin1 */;\n${create}`],
    ['dump_charset', `SET NAMES 'cp1258';\n${create}`],
  ])('%s', async (code, dump) => {
    await expect(rowsOf(dump)).rejects.toMatchObject({ code })
  })

  test('a hundred thousand rows come one after another, and no more than one is kept', async () => {
    async function* endless() {
      yield Buffer.from(`${create}INSERT INTO t VALUES (0,'first')`)
      for (let id = 1; id <= 100_000; id++) yield Buffer.from(`,(${id},'row ${id}')`)
      yield Buffer.from(';')
    }
    let count = 0
    for await (const { row } of readDump(endless(), () => true)) count += row ? 1 : 0
    expect(count).toBe(100_001)
  })
})
