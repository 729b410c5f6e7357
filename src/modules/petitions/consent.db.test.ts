import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { type TestApp, testApp } from '../../../tests/support/app.ts'
import { type OfficeCases, officeCases } from '../../../tests/support/office-cases.ts'
import { consentTexts, currentText, listConsents } from '../personal-data/index.ts'
import { fileWith, receiptIn, testBrowser } from './citizen/test-browser.ts'
import { text as citizenText } from './citizen/text.ts'
import { text as officeText } from './office/text.ts'
import { matterOf } from './petition.ts'
import './petitions.table.ts'

let town: TestApp
let cases: OfficeCases
const scope = { authorityId: 1 }

beforeAll(async () => {
  town = await testApp()
  cases = await officeCases(town)
})

const said = async (id: string) =>
  (await listConsents(town.db, scope, { type: 'petition', id })).map(({ purpose, given, textVersion }) => [purpose, given, textVersion])
const idOf = async (code: string) =>
  (await town.db.selectFrom('petitions').select('id').where('code', '=', code).executeTakeFirstOrThrow()).id

describe('what people were asked is kept word for word', () => {
  test.each(['vi', 'en'] as const)('the forms show the newest versions (%s)', (lang) => {
    const { form } = citizenText[lang]
    const { counter } = officeText[lang]
    expect(currentText('publication', 'form').words[lang]).toBe(`${form.publish} ${form.publishHint}`)
    expect(currentText('publication', 'counter').words[lang]).toBe(`${counter.publish} ${counter.publishHint}`)
    expect(currentText('notifications', 'form').words[lang]).toBe(`${form.email}. ${form.emailHint}`)
    expect(currentText('notifications', 'counter').words[lang]).toBe(`${form.email}. ${counter.emailHint}`)
  })

  test('no version is named twice', () => {
    expect(new Set(consentTexts.map(({ version }) => version)).size).toBe(consentTexts.length)
  })
})

describe('the log of consents', () => {
  test('a filing by the form logs the sentence that was shown', async () => {
    const browser = testBrowser(town.app)
    await fileWith(browser, { publish: 'no', email: 'ut@vidu.vn' })
    const { code } = receiptIn((await browser.get('/gui-don/xong')).html)
    expect(await said(await idOf(code))).toEqual([
      ['publication', false, 'publication-form-1'],
      ['notifications', true, 'notifications-form-1'],
    ])
  })

  test('a filing by a program logs that none of our sentences was shown', async () => {
    const payload = {
      kind: 'feedback',
      subject: 'Đèn tắt',
      body: 'Ba đêm.',
      filer: { name: 'Út' },
      publish: true,
      clientToken: randomUUID(),
    }
    const { code } = (await town.app.inject({ method: 'POST', url: '/api/v1/petitions', payload })).json()
    await town.app.flushFilings()
    expect(await said(await idOf(code))).toEqual([['publication', true, null]])
  })

  test('is only added to', async () => {
    const change = town.db.updateTable('consent_entries').set({ given: true }).execute()
    await expect(change).rejects.toThrow('only added')
    await expect(town.db.deleteFrom('consent_entries').execute()).rejects.toThrow('only added')
  })
})

describe('taking the consent to publication back', () => {
  test('on the own page: the case leaves the register at once, the log and the history say so, the case goes on', async () => {
    const browser = testBrowser(town.app)
    await fileWith(browser, { subject: 'Cống nghẹt ở hẻm 12', publish: 'yes' })
    const { code } = receiptIn((await browser.get('/gui-don/xong')).html)
    const id = await town.db.selectFrom('petitions').select('id').where('code', '=', code).executeTakeFirstOrThrow()
    await cases.act('hoa', id, 'clearForPublication', {})
    expect((await testBrowser(town.app).get('/don')).html).toContain('Cống nghẹt ở hẻm 12')
    expect((await browser.get(`/tra-cuu/${code}`)).html).toContain('Rút đồng ý công khai')
    const sent = await browser.post(`/tra-cuu/${code}/rut-dong-y`, { version: '2' })
    expect(sent.location).toBe(`/tra-cuu/${code}?xong=consentWithdrawn`)
    for (const address of ['/don', `/don/${code}`, '/don.atom', '/api/v1/petitions'])
      expect((await testBrowser(town.app).get(address)).html).not.toContain('Cống nghẹt ở hẻm 12')
    expect((await browser.get(sent.location!)).html).toContain('Sổ công khai không còn hồ sơ này')
    expect((await said(id.id)).at(-1)).toEqual(['publication', false, null])
    const kept = await town.db
      .selectFrom('petitions')
      .select(['status', 'publish', 'cleared_at'])
      .where('id', '=', id.id)
      .executeTakeFirst()
    expect(kept).toEqual({ status: 'received', publish: false, cleared_at: null })
    await expect(cases.act('hoa', id, 'clearForPublication', {})).rejects.toMatchObject({ code: 'filer_did_not_agree' })
  })

  test('nobody but the filer may, and not twice; nothing is written then', async () => {
    const petition = await cases.aCase('assigned')
    for (const who of ['hoa', 'nam', 'lam', 'phuc'])
      await expect(cases.act(who, petition, 'withdrawConsent', {})).rejects.toMatchObject({ code: 'forbidden' })
    expect(await said(petition.id)).toHaveLength(1)
    await cases.act('filer', petition, 'withdrawConsent', {})
    await expect(cases.act('filer', petition, 'withdrawConsent', {})).rejects.toMatchObject({ code: 'no_consent' })
    expect(await said(matterOf(petition).id)).toHaveLength(2)
  })
})
