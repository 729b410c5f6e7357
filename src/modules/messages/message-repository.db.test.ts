import { beforeAll, expect, test } from 'vitest'
import { testDatabase } from '../../../tests/support/database.ts'
import type { Db } from '../../platform/database.ts'
import { newId } from '../../shared/ids.ts'
import { filerKinds, type Matter, messageKinds } from './message.ts'
import { addMessage, eraseMessage, listMessages } from './message-repository.ts'

let db: Db
const here = { authorityId: 9041 }
const elsewhere = { authorityId: 9042 }

beforeAll(async () => {
  ;({ db } = await testDatabase())
  for (const { authorityId } of [here, elsewhere]) {
    await db
      .insertInto('authorities')
      .values({
        id: authorityId,
        slug: `a${authorityId}`,
        name: 'Phường thử',
        short_name: 'Thử',
        code_prefix: authorityId === 9041 ? 'TMA' : 'TMB',
        tier: 'ward',
        valid_from: '2020-01-01',
      })
      .execute()
  }
})

const aMatter = (): Matter => ({ type: 'petition', id: newId() })
const write = (scope: typeof here, message: Parameters<typeof addMessage>[2]) =>
  db.transaction().execute((trx) => addMessage(trx, scope, message))

test('a conversation is read in the order it was written, also within one transaction', async () => {
  const matter = aMatter()
  await db.transaction().execute(async (trx) => {
    for (const body of ['một', 'hai', 'ba']) await addMessage(trx, here, { matter, kind: 'fromFiler', authorId: null, body })
  })
  await write(here, { matter, kind: 'toFiler', authorId: 'nam', body: 'bốn' })
  const messages = await listMessages(db, here, matter, { kinds: messageKinds })
  expect(messages.map(({ body, authorId }) => [body, authorId])).toEqual([
    ['một', null],
    ['hai', null],
    ['ba', null],
    ['bốn', 'nam'],
  ])
})

test('the filer never gets the notes of the office, and no kinds give nothing', async () => {
  const matter = aMatter()
  await write(here, { matter, kind: 'internal', authorId: 'nam', body: 'Hỏi lại đội thoát nước.' })
  await write(here, { matter, kind: 'toFiler', authorId: 'nam', body: 'Chúng tôi đang kiểm tra.' })
  expect((await listMessages(db, here, matter, { kinds: filerKinds })).map(({ kind }) => kind)).toEqual(['toFiler'])
  expect(await listMessages(db, here, matter, { kinds: [] })).toEqual([])
})

test('neither another matter nor another authority sees it', async () => {
  const matter = aMatter()
  await write(here, { matter, kind: 'toFiler', authorId: 'nam', body: 'x' })
  expect(await listMessages(db, here, aMatter(), { kinds: messageKinds })).toEqual([])
  expect(await listMessages(db, here, { ...matter, type: 'appointment' }, { kinds: messageKinds })).toEqual([])
  expect(await listMessages(db, elsewhere, matter, { kinds: messageKinds })).toEqual([])
})

test('erasing takes the words and keeps the row; only through its own matter and authority', async () => {
  const matter = aMatter()
  const said = await write(here, { matter, kind: 'fromFiler', authorId: null, body: 'Số điện thoại của tôi là …' })
  const erase = (scope: typeof here, of: Matter) => db.transaction().execute((trx) => eraseMessage(trx, scope, of, said.id))
  await expect(erase(elsewhere, matter)).rejects.toMatchObject({ status: 404 })
  await expect(erase(here, aMatter())).rejects.toMatchObject({ status: 404 })
  await erase(here, matter)
  expect(await listMessages(db, here, matter, { kinds: messageKinds })).toEqual([{ ...said, body: null }])
})

test('an empty message and one of more than 20,000 letters are refused by the database too', async () => {
  const matter = aMatter()
  for (const body of ['', 'ă'.repeat(20_001)]) {
    await expect(write(here, { matter, kind: 'fromFiler', authorId: null, body })).rejects.toThrow('check constraint')
  }
  await write(here, { matter, kind: 'fromFiler', authorId: null, body: 'ă'.repeat(20_000) })
})
