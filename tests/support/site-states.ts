import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import type { Actor } from '../../src/modules/accounts/index.ts'
import { OPEN } from '../../src/modules/comments/test-app.ts'
import { findHead, integrateAll, setUpLog } from '../../src/modules/log/index.ts'
import { keepCosignature, keepRefusal } from '../../src/modules/log/witnesses/cosignatures.ts'
import { addWitness, retireWitness, saveOutcome } from '../../src/modules/log/witnesses/witness-repository.ts'
import { choiceToken } from '../../src/modules/notices/choice.ts'
import { confirmationToken } from '../../src/modules/petitions/following/follower.ts'
import { loadDemoPoll } from '../../src/modules/polls/index.ts'
import { proposeBatches, turnRule } from '../../src/modules/retention/index.ts'
import { personalDataSources } from '../../src/personal-data-sources.ts'
import { publicForms } from '../../src/public-forms.ts'
import { cosign } from '../../src/shared/tlog/cosignature.ts'
import { formatSignature, parseNote } from '../../src/shared/tlog/note.ts'
import { keyTypes, newSigningKey } from '../../src/shared/tlog/vkey.ts'
import { actInputs } from './lawful-acts.ts'
import { newsStates } from './news-states.ts'
import { officeCases } from './office-cases.ts'
import { planStates } from './plan-states.ts'
import { aPlanOnSite } from './promise-states.ts'
import { pdf, photoWithPlace } from './sample-files.ts'
import { type Site, SUNDAY } from './site.ts'
import { taskStates } from './task-states.ts'
import { verdictStates } from './verdict-states.ts'

/** What the walk of pages lets take comments. */
const commented = `${OPEN.type}:${OPEN.id}`

export interface State {
  /** Who looks; null is a visitor. */
  as: string | null
  path: string
  /** 200 unless said. */
  status?: number
  /** What is done on the page to come to the state; the forms are found by name, so that both languages go the same way. */
  make?: (page: Page) => Promise<void>
  /** Says what `make` makes. */
  name?: string
}

/** Sends the form whose address ends so, and waits for the answer. */
async function send(page: Page, action: string): Promise<void> {
  await page.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true
    // The server's refusal is wanted, not the browser's.
    for (const form of document.querySelectorAll('form')) form.noValidate = true
  })
  await Promise.all([page.waitForEvent('load'), page.locator(`main form[action$="${action}"] button:not([type=button])`).first().click()])
}

const fill = async (page: Page, values: Record<string, string>) => {
  for (const [name, value] of Object.entries(values)) await page.locator(`main [name="${name}"]`).first().fill(value)
}
const check = (page: Page, name: string, value: string) => page.locator(`main [name="${name}"][value="${value}"]`).check()

/** A reader's comment with an address for mail, as a program sends it. */
async function aComment({ app }: Site): Promise<{ code: string; secret: string }> {
  const payload = {
    subject: commented,
    name: 'Nguyễn'.repeat(10),
    email: `${'a'.repeat(60)}@${'b'.repeat(60)}.vn`,
    body: 'ngậpnướcmưa'.repeat(100),
    clientToken: '00000000-0000-4000-8000-0000000000c0',
  }
  return (await app.inject({ method: 'POST', url: '/api/v1/comments', payload })).json()
}

async function chooseNoMail(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const choice of document.querySelectorAll<HTMLInputElement>('main [name="choice"]')) choice.checked = false
  })
  await send(page, '/thu-bao')
}

/** A form whose list does not hold the wrong choice: it is put there. */
async function handToOneself(page: Page): Promise<void> {
  await page.evaluate(() => {
    const from = document.querySelector<HTMLInputElement>('input[name=from]')
    const to = document.querySelector<HTMLSelectElement>('select[name=to]')
    if (from && to) to.add(new Option('?', from.value, true, true))
  })
  // The first form of this address only asks who; the second one hands over.
  const button = page.locator('main form[method="post"][action$="/ban-giao"] button').first()
  await Promise.all([page.waitForEvent('load'), button.click()])
}

/** The walk in the other language may have been quicker: a case is reminded of once a day. */
async function remindMany(page: Page): Promise<void> {
  if ((await page.locator('main form[method="post"]').count()) > 0) await send(page, '/hang-loat')
}

/** Every page in its states, in an order in which a person could come to them. */
export async function siteStates(site: Site): Promise<State[]> {
  const { aCase, act, people } = await officeCases(site, () => SUNDAY)
  const long = await aCase('assigned', {
    subject: 'Thưa'.repeat(49),
    body: `${'ngậpnướcmưa'.repeat(400)}\n${'Nước tràn vào nhà sau mỗi trận mưa. '.repeat(300)}`,
    filer: { name: 'Nguyễn'.repeat(16), phone: null, email: `${'a'.repeat(60)}@${'b'.repeat(60)}.vn`, address: null, identityNumber: null },
    hamlet: 'Khuphố'.repeat(30),
  })
  const fresh = await aCase('new')
  // Past the 45-day alarm.
  await (await officeCases(site, () => new Date('2026-08-20T09:00:00+07:00'))).aCase('new', { subject: 'Thưa'.repeat(49) })
  const answered = await aCase('answered')
  const rated = await aCase('answered')
  await act('filer', rated, 'rate', { solved: 'no', satisfaction: 1, words: 'Chưa thấy ai đến.' })
  await act('hoa', rated, 'clearForPublication', {})
  await act('hoa', long, 'clearForPublication', {})
  const atDesk = {
    new: fresh,
    unassigned: await aCase('unassigned'),
    assigned: await aCase('assigned'),
    verifying: await aCase('verifying'),
  }
  const chosen = await aCase('unassigned')
  const drafted = await aCase('drafted')
  const ofMany = await aCase('assigned', {
    group: {
      people: 31,
      spokespeople: [{ name: 'Nguyễn'.repeat(16), address: 'Khuphố'.repeat(30), phone: '0900 000 007', identityNumber: '070099123456' }],
      signers: [{ name: 'Hà Thị Mười Ba', address: null, identityNumber: null }],
    },
  })
  const declined = await aCase('declined')
  const withdrawn = await aCase('withdrawn')
  const suspended = await aCase('suspended')
  const invited = await aCase('invited')
  const promised = await aCase('promised', { kind: 'feedback' })
  const unsolved = await aCase('promised', { kind: 'feedback' })
  await act('filer', unsolved, 'rate', { solved: 'no', satisfaction: 1 })
  const transferred = await aCase('transferred')
  const guided = await aCase('guided')
  const awaiting = await aCase('new')
  await act('hoa', awaiting, 'askToComplete', actInputs.askToComplete)
  const cut = await aCase('answered')
  await act('hoa', cut, 'clearForPublication', {})
  await act('hoa', cut, 'redact', actInputs.redact)
  const reopened = await aCase('answered', { kind: 'feedback' })
  await act('hoa', reopened, 'clearForPublication', {})
  await act('lam', reopened, 'reopen', actInputs.reopen)
  await site.db
    .insertInto('signing_delegations')
    .values({
      authority_id: 1,
      id: '00000000-0000-4000-8000-00000000de1e',
      from_person: people.get('lam')!.personId,
      to_person: people.get('dung')!.personId,
      from_on: '2026-11-20',
      to_on: '2026-11-30',
      complaints: true,
      document_number: '12/GUQ-UBND',
      made_by: people.get('lam')!.personId,
      made_at: SUNDAY,
      ended_on: null,
    })
    .execute()
  await loadDemoPoll({ db: site.db, now: SUNDAY }, { authorityId: 1 }, people.get('tuyet')!)
  const poll = '/tham-do/theo-ban-thong-tin-noi-dung-cua-website-the-nao'
  const comment = await aComment(site)
  const moderated = Object.fromEntries(
    (await site.db.selectFrom('moderation_items').select(['id', 'status']).execute()).map(({ id, status }) => [status, id]),
  )
  const { id: clock } = await site.db.selectFrom('clocks').select('id').where('matter_id', '=', rated.id).executeTakeFirstOrThrow()
  const promise = await site.db.selectFrom('clocks').select('id').where('stage', '=', 'promise').executeTakeFirst()
  const template = { authority_id: 1, id: '01a20d9f-1834-7167-b547-31b5059f3d16', version: 1 }
  await site.db
    .insertInto('answer_templates')
    .values({ ...template, unit_id: null, retired_at: null })
    .execute()
  await site.db
    .insertInto('answer_template_versions')
    .values({
      authority_id: 1,
      template_id: template.id,
      version: 1,
      title: 'Thưa'.repeat(37),
      outcome: 'explained',
      text: 'Đơn {{ma}}: {{han}}.',
      written_by: people.get('lam')!.personId,
      written_at: SUNDAY,
    })
    .execute()
  const unit = await site.db.selectFrom('units').select('id').where('kind', '=', 'ward').executeTakeFirstOrThrow()
  // A plan of division whose day lies far ahead of the walk.
  const [ending, heir] = await site.db
    .selectFrom('units')
    .select('id')
    .where('kind', '=', 'ward')
    .orderBy('position', 'desc')
    .limit(2)
    .execute()
  await site.db
    .updateTable('units')
    .set({ valid_to: '2027-06-30', successor_id: heir!.id, ending_decision: '31/QĐ-UBND' })
    .where('id', '=', ending!.id)
    .execute()
  const person = people.get('nam')!
  const entered = await site.db.selectFrom('reception_entries').select(['year', 'number', 'classification', 'matter_type']).execute()
  const line = (wanted: (entry: (typeof entered)[number]) => boolean) => {
    const { year, number } = entered.find(wanted)!
    return `/lam-viec/so-tiep-dan/${year}/${number}`
  }
  const ownLine = line(({ matter_type, classification }) => matter_type === null && classification === 'petition')
  const met = await site.db.selectFrom('appointments').select('code').orderBy('code').execute()

  const follower = (id: string, set: { email?: string; account_id?: string; confirmed_at?: Date }) =>
    site.db
      .insertInto('petition_followers')
      .values({
        authority_id: 1,
        id,
        petition_id: reopened.id,
        email: null,
        account_id: null,
        lang: 'vi',
        asked_at: SUNDAY,
        confirmed_at: null,
        email_confirmed_at: set.email && set.confirmed_at ? set.confirmed_at : null,
        ...set,
      })
      .execute()
  const [asked, confirmed] = ['00000000-0000-4000-8000-0000000000a1', '00000000-0000-4000-8000-0000000000a2'] as const
  const { id: binh } = await site.db.selectFrom('auth_users').select('id').where('username', '=', 'binh').executeTakeFirstOrThrow()
  await follower(asked, { email: 'hoi@vidu.vn' })
  await follower(confirmed, { email: 'theo@vidu.vn', confirmed_at: SUNDAY })
  await follower('00000000-0000-4000-8000-0000000000a3', { account_id: binh, confirmed_at: SUNDAY })
  await site.db.updateTable('petitions').set({ followers: 2 }).where('id', '=', reopened.id).execute()
  const confirmKey = (id: string) => confirmationToken(site.appKey, { authorityId: 1 }, id)
  const followerKey = (id: string) => choiceToken(site.appKey, { authorityId: 1 }, { type: 'follower', id })

  await announceOld(site)
  await watchedLog(site, people.get('khanh')!)
  const mailKey = choiceToken(site.appKey, { authorityId: 1 }, { type: 'petition', id: long.id })

  const open = ({ code, secret }: { code: string; secret: string }) => ({
    make: async (page: Page) => {
      await fill(page, { code, secret })
      await send(page, '/tra-cuu')
    },
  })
  const askForErasure =
    ({ code, secret }: { code: string; secret: string }) =>
    async (page: Page) => {
      await check(page, 'kind', 'erase')
      await fill(page, { subjectCode: code, subjectSecret: secret })
      await check(page, 'understood', 'true')
      await send(page, '/du-lieu-ca-nhan')
    }
  const of = (as: string | null, ...states: Omit<State, 'as'>[]): State[] => states.map((state) => ({ as, ...state }))
  const many = (act: string) =>
    `/lam-viec/hang-loat?viec=${act}&${[chosen, long, drafted, withdrawn].map(({ code }) => `don=${code}`).join('&')}`
  const officeCase = ({ code }: { code: string }) => ({ path: `/lam-viec/don/${code}` })

  const promises = await aPlanOnSite(site)
  return [
    ...promises.paths.map((path) => ({ as: null, path })),
    { as: 'lam', path: '/lam-viec/chuong-trinh/toan-canh' },
    { as: 'dung', path: '/lam-viec/chuong-trinh/toan-canh' },
    ...(await newsStates(site)),
    ...(await verdictStates(site)),
    ...(await taskStates(site)),
    ...(await planStates(site)),
    ...of(
      null,
      { path: '/' },
      { path: '/gui-don' },
      { path: '/gui-don', name: 'nothing filled in', status: 422, make: (page) => send(page, '/gui-don') },
      { path: '/gui-don/to-cao' },
      { path: '/gui-don/to-cao?da-xoa=1' },
      { path: '/gui-don', name: 'check', make: fileUpToCheck },
      { path: '/gui-don/kiem-tra' },
      { path: '/gui-don', name: 'begun' },
      { path: '/gui-don/kiem-tra', name: 'sent', make: (page) => send(page, '/gui-don/gui') },
      { path: '/gui-don/xong' },
      { path: '/gui-don/phieu' },
      { path: '/gui-don', name: 'after another' },
      {
        path: '/gui-don',
        name: 'a group too small',
        status: 422,
        make: async (page) => {
          await check(page, 'behalf', 'group')
          await page.locator('main summary').evaluateAll((all) => {
            for (const summary of all) (summary.parentElement as HTMLDetailsElement).open = true
          })
          await fill(page, { people: '2' })
          await send(page, '/gui-don')
        },
      },
      { path: '/tra-cuu' },
      { path: '/tra-cuu', name: 'nothing filled in', status: 422, make: (page) => send(page, '/tra-cuu') },
      { path: '/tra-cuu?ma=PL-2026-99999', name: 'wrong secret', status: 422, ...open({ code: 'PL-2026-99999', secret: 'x' }) },
      { path: '/tra-cuu', name: 'new', ...open(fresh) },
      { path: `/tra-cuu/${fresh.code}/rut` },
      { path: `/don/${fresh.code}/phieu` },
      { path: '/so-cong-khai/kiem-chung' },
      { path: '/so-cong-khai/kiem-chung', name: 'forged', make: checkForged },
      { path: '/so-cong-khai/kiem-chung?phieu=x', name: 'unreadable', status: 422 },
      { path: '/tra-cuu', name: 'answered', ...open(answered) },
      { path: `/tra-cuu/${answered.code}`, name: 'rated nothing', status: 422, make: (page) => send(page, '/danh-gia') },
      { path: '/tra-cuu', name: 'rated', ...open(rated) },
      { path: '/tra-cuu', name: 'declined', ...open(declined) },
      { path: '/tra-cuu', name: 'withdrawn', ...open(withdrawn) },
      { path: `/tra-cuu/${answered.code}`, name: 'appealed for nothing', status: 422, make: (page) => send(page, '/khieu-nai-lan-hai') },
      { path: '/tra-cuu', name: 'suspended', ...open(suspended) },
      { path: '/tra-cuu', name: 'invited to a dialogue', ...open(invited) },
      { path: '/tra-cuu', name: 'a promise', ...open(promised) },
      { path: '/tra-cuu', name: 'not solved', ...open(unsolved) },
      { path: `/tra-cuu/${unsolved.code}`, name: 'reopened for nothing', status: 422, make: (page) => send(page, '/mo-lai') },
      { path: '/tra-cuu', name: 'transferred', ...open(transferred) },
      { path: '/tra-cuu', name: 'guided', ...open(guided) },
      { path: '/tra-cuu', name: 'more is asked for', ...open(awaiting) },
      { path: `/tra-cuu/${awaiting.code}`, name: 'withdrew nothing', status: 422, make: (page) => send(page, '/rut-mot-phan') },
      { path: `/don/${cut.code}`, name: 'cut' },
      { path: `/don/${reopened.code}`, name: 'reopened' },
      { path: '/tra-cuu', name: 'long', ...open(long) },
      { path: `/tra-cuu/${long.code}`, name: 'added nothing', status: 422, make: (page) => send(page, '/bo-sung') },
      { path: `/tra-cuu/${long.code}`, name: 'mail chosen', make: (page) => send(page, '/thu-bao') },
      { path: `/thu/${mailKey}` },
      { path: `/thu/${mailKey}`, name: 'stopped', make: (page) => send(page, `/thu/${mailKey}`) },
      { path: '/thu/x', status: 404 },
      { path: `/thu/${followerKey(confirmed)}`, name: 'of a follower' },
      { path: `/thu/${followerKey(confirmed.replace('a2', 'ff'))}`, name: 'of a follower who stopped' },
      { path: `/don/${long.code}/theo-doi`, name: 'the own' },
      { path: `/don/${reopened.code}/theo-doi` },
      { path: `/don/${reopened.code}/theo-doi`, name: 'nothing filled in', status: 422, make: (page) => send(page, '/theo-doi') },
      { path: `/don/${reopened.code}/theo-doi?xong=hoi`, name: 'asked' },
      { path: '/don/PL-2026-99999/theo-doi', status: 404 },
      { path: `/theo-doi/${confirmKey(asked)}` },
      { path: `/theo-doi/${confirmKey(confirmed)}`, name: 'confirmed' },
      { path: '/theo-doi/x', status: 404 },
      { path: `/tra-cuu/${rated.code}?xong=rated` },
      { path: '/tra-cuu?xong=1' },
      { path: '/don' },
      { path: '/don?q=kh%C3%B4ngc%C3%B3g%C3%AC&kind=complaint', name: 'nothing found' },
      { path: '/don?kind=gossip', status: 422 },
      { path: `/don/${rated.code}` },
      { path: `/don/${long.code}`, name: 'long' },
      { path: '/don/PL-2026-99999', status: 404 },
      { path: '/tham-do' },
      { path: poll },
      { path: poll, name: 'nothing chosen', status: 422, make: (page) => send(page, '/bieu-quyet') },
      {
        path: poll,
        name: 'voted',
        make: async (page) => {
          await check(page, 'options', '1')
          await send(page, '/bieu-quyet')
        },
      },
      { path: '/tham-do/khong-co', status: 404 },
      { path: '/co-cau-to-chuc' },
      { path: '/lien-he' },
      { path: '/so-cong-khai' },
      { path: '/so-cong-khai/thay-doi' },
      { path: '/so-cong-khai/dong/0' },
      { path: '/so-cong-khai/nhan-chung' },
      { path: '/tim-kiem' },
      { path: '/tim-kiem?q=duong', name: 'found' },
      { path: '/tim-kiem?q=duong&loai=viec', name: 'one group' },
      { path: '/tim-kiem?q=dunog', name: 'another word offered' },
      { path: `/tim-kiem?q=${'x'.repeat(190)}`, name: 'nothing found' },
      { path: '/tim-kiem?q=%00', status: 422 },
      { path: '/thong-ke' },
      { path: '/thong-ke?ky=2026-11' },
      { path: '/thong-ke?ky=2015', name: 'nothing counted' },
      { path: '/thong-ke?ky=2026-13', status: 422 },
      { path: '/thong-ke-truy-cap' },
      { path: '/thong-ke-truy-cap?ky=2026-10', name: 'nobody came' },
      { path: '/thong-ke-truy-cap?ky=2026-13', status: 422 },
      { path: '/du-lieu-mo' },
      { path: '/khong-co-trang-nay?x=1', status: 404 },
      { path: `/y-kien?ve=${encodeURIComponent(commented)}` },
      { path: `/y-kien/gui?ve=${commented}` },
      { path: `/y-kien/gui?ve=${commented}`, name: 'nothing filled in', status: 422, make: (page) => send(page, '/y-kien/gui') },
      { path: '/y-kien/PL-YK-2026-00001' },
      { path: `/y-kien/${comment.code}?khoa=${comment.secret}`, name: 'own' },
      { path: `/y-kien/${comment.code}`, name: 'no choice of mail', status: 422, make: chooseNoMail },
      { path: '/du-lieu-ca-nhan' },
      { path: '/du-lieu-ca-nhan', name: 'nothing filled in', status: 422, make: (page) => send(page, '/du-lieu-ca-nhan') },
      { path: '/du-lieu-ca-nhan/yeu-cau' },
      { path: '/du-lieu-ca-nhan/yeu-cau', name: 'nothing filled in', status: 422, make: (page) => send(page, '/du-lieu-ca-nhan/yeu-cau') },
      { path: '/du-lieu-ca-nhan', name: 'asked', make: askForErasure(answered) },
      { path: '/du-lieu-ca-nhan/yeu-cau', name: 'own' },
      { path: '/dang-nhap' },
      { path: '/dang-nhap?tiep=/lam-viec', name: 'nothing filled in', status: 422, make: (page) => send(page, '/dang-nhap') },
      { path: '/tinh-han' },
      { path: '/tinh-han?rule=complaint.resolve_first&from=2026-02-10', name: 'found' },
      { path: '/tinh-han?rule=complaint.resolve_first&from=hom-nay', status: 422 },
      { path: `/han/${clock}` },
      ...(promise ? [{ path: `/han/${promise.id}`, name: 'promise' }] : []),
      { path: '/han/00000000-0000-4000-8000-000000000000', status: 404 },
      { path: '/lich-tiep-dan' },
      { path: '/lich-tiep-dan', name: 'nothing filled in', status: 422, make: (page) => send(page, '/lich-tiep-dan') },
      { path: '/lich-tiep-dan/tra-cuu' },
      { path: '/lich-tiep-dan', name: 'asked', make: askAppointment },
      { path: '/lich-tiep-dan/da-gui' },
      { path: '/lich-tiep-dan/tra-cuu', name: 'own' },
    ),
    ...of(
      'binh',
      { path: '/tai-khoan' },
      { path: '/tai-khoan/don' },
      { path: '/tai-khoan/theo-doi' },
      { path: `/don/${reopened.code}/theo-doi`, name: 'followed' },
      { path: `/don/${long.code}/theo-doi`, name: 'with an account' },
      { path: '/tai-khoan/mat-khau' },
      { path: '/tai-khoan/ma-xac-nhan' },
      { path: '/lam-viec', status: 403 },
      { path: '/du-lieu-ca-nhan', name: 'with the way to the account' },
      { path: '/du-lieu-ca-nhan/tai-khoan' },
      { path: '/du-lieu-ca-nhan/tai-khoan', name: 'nothing chosen', status: 422, make: (page) => send(page, '/du-lieu-ca-nhan/tai-khoan') },
      { path: '/tai-khoan/mat-khau', name: 'nothing filled in', status: 422, make: (page) => send(page, '/mat-khau') },
    ),
    ...of(
      'hoa',
      { path: '/' },
      ...['mine', 'unassigned', 'due', 'overdue', 'waiting', 'promises', 'all'].map((view) => ({ path: `/lam-viec?view=${view}` })),
      { path: '/lam-viec?view=all&q=kh%C3%B4ngc%C3%B3g%C3%AC&kind=complaint&status=received', name: 'nothing found' },
      { path: '/lam-viec?view=all&sort=followers', name: 'most followed first' },
      ...Object.values(atDesk).map(officeCase),
      ...[drafted, answered, rated, declined, withdrawn, suspended, promised, transferred, guided, awaiting, cut, reopened].map(officeCase),
      { ...officeCase(long), name: 'long' },
      { path: '/lam-viec/don/PL-2026-99999', status: 404 },
      { path: many('clear') },
      { path: many('assign') },
      { path: many('assign'), name: 'no unit', status: 422, make: (page) => send(page, '/hang-loat') },
      { path: many('assign'), name: 'done', make: assignMany },
      { path: many('remind') },
      { path: many('remind'), name: 'reminded', make: remindMany },
      { path: many('export'), name: 'exported', make: (page) => send(page, '/hang-loat') },
      { path: '/lam-viec/hang-loat?viec=assign', name: 'nothing chosen', status: 422 },
      { path: '/lam-viec/don-moi' },
      { path: '/lam-viec/don-moi', name: 'nothing filled in', status: 422, make: (page) => send(page, '/don-moi') },
      { path: '/lam-viec/don-moi', name: 'slip', status: 201, make: takeDown },
      { ...officeCase(ofMany), name: 'of a group' },
      { path: `/lam-viec/don/${ofMany.code}/nhom` },
      { path: `/lam-viec/don/${ofMany.code}/nhom?viec=replace&vai=spokesperson&so=1`, name: 'somebody replaced' },
      {
        path: `/lam-viec/don/${ofMany.code}/nhom?viec=add&vai=signer`,
        name: 'nothing filled in',
        status: 422,
        make: (page) => send(page, '/nhom'),
      },
      { path: `/lam-viec/don/${ofMany.code}/nhom?viec=remove&vai=signer&so=1`, name: 'taken out', make: takeSignerOut },
      { path: `/lam-viec/don/${answered.code}/nhom`, name: 'not of a group', status: 409 },
      { path: `/lam-viec/don/${answered.code}/cap-lai-ma` },
      { path: `/lam-viec/don/${long.code}/cap-lai-ma`, name: 'long' },
      {
        path: `/lam-viec/don/${answered.code}/cap-lai-ma`,
        name: 'nothing filled in',
        status: 422,
        make: (page) => send(page, '/cap-lai-ma'),
      },
      { path: `/lam-viec/don/${answered.code}/cap-lai-ma`, name: 'slip', make: renew },
      { path: '/lam-viec/so-lieu' },
      { path: '/lam-viec/quan-tri', status: 403 },
      { path: '/lam-viec/du-lieu-ca-nhan' },
      { path: '/lam-viec/du-lieu-ca-nhan/moi' },
      { path: '/lam-viec/du-lieu-ca-nhan/moi', name: 'nothing filled in', status: 422, make: (page) => send(page, '/du-lieu-ca-nhan/moi') },
      { path: '/lam-viec/du-lieu-ca-nhan/PL-DL-2026-00001' },
      { path: '/lam-viec/du-lieu-ca-nhan/dong-y' },
      { path: `/lam-viec/du-lieu-ca-nhan/dong-y/${long.code}` },
      { path: '/lam-viec/luu-giu' },
      { path: '/lam-viec/luu-giu/sap-xoa' },
      { path: '/lam-viec/luu-giu/dot/PL-HL-2026-00001' },
      { path: '/lam-viec/luu-giu/da-xong' },
      { path: '/lam-viec/luu-giu/tam-giu' },
      { path: '/lam-viec/luu-giu/tam-giu', name: 'nothing filled in', status: 422, make: (page) => send(page, '/tam-giu') },
      { path: '/lam-viec/tiep-dan' },
      { path: '/lam-viec/tiep-dan?xem=all' },
      ...met.slice(0, 6).map(({ code }) => ({ path: `/lam-viec/tiep-dan/${code}` })),
      { path: '/lam-viec/tiep-dan/lich' },
      { path: '/lam-viec/so-tiep-dan' },
      { path: '/lam-viec/so-tiep-dan/ban-in' },
      { path: '/lam-viec/so-tiep-dan/moi' },
      { path: '/lam-viec/so-tiep-dan/moi', name: 'nothing filled in', status: 422, make: (page) => send(page, '/so-tiep-dan/moi') },
      { path: ownLine },
      { path: ownLine, name: 'no reason', status: 422, make: (page) => send(page, '/correct') },
      { path: line(({ matter_type }) => matter_type === 'petition'), name: 'of a petition' },
      { path: line(({ classification }) => classification === 'denunciation'), name: 'of a denunciation' },
      { path: '/lam-viec/so-tiep-dan/2026/99999', status: 404 },
      { path: '/lam-viec/qua-45-ngay' },
      { path: '/lam-viec/bao-cao' },
      { path: '/lam-viec/bao-cao/danh-sach?nam=2026&ky=nam&bang=tiep&hang=groupPeople&cot=all' },
      { path: '/lam-viec/bao-cao/danh-sach?nam=2026&ky=nam&bang=don&hang=total&cot=all', name: 'cases' },
    ),
    ...of(
      'nam',
      { path: '/lam-viec' },
      { path: '/tai-khoan' },
      officeCase(atDesk.verifying),
      { path: `/lam-viec/don/${atDesk.verifying.code}?mau=${template.id}`, name: 'begun with a template' },
      { ...officeCase(atDesk.verifying), name: 'empty draft', status: 422, make: (page) => send(page, '/draftAnswer') },
      { ...officeCase(drafted), name: 'drafted' },
      { ...officeCase(invited), name: 'invited' },
      { ...officeCase(promised), name: 'promised' },
      { ...officeCase(promised), name: 'promise not kept', status: 422, make: (page) => send(page, '/keepPromise') },
      {
        ...officeCase(atDesk.assigned),
        name: 'somebody was quicker',
        status: 409,
        make: async (page) => {
          await act('nam', atDesk.assigned, 'recordVerification', { words: 'Đã đến xem.' })
          await page.locator('[name="words"]').first().fill('Chữ tôi vừa gõ.')
          await send(page, '/recordVerification')
        },
      },
      { ...officeCase(fresh), name: 'of another unit', status: 403 },
      { path: '/lam-viec/so-lieu', name: 'of the unit' },
    ),
    ...of(
      'lam',
      { path: '/lam-viec' },
      { path: ownLine, name: 'nothing erased', status: 422, make: (page) => send(page, '/erase') },
      { ...officeCase(drafted), name: 'to sign' },
      { ...officeCase(atDesk.unassigned), name: 'to suspend' },
      { ...officeCase(suspended), name: 'to resume' },
      { path: '/lam-viec/so-lieu' },
      { path: '/lam-viec/tong-quan' },
      { path: '/lam-viec/tong-quan?ky=2026' },
      { path: '/lam-viec/tong-quan?ky=2020', name: 'nothing counted' },
      { path: '/lam-viec/tong-quan?ky=2026-13', status: 422 },
      { path: '/lam-viec?view=all&answered=2026&late=yes&unit=none', name: 'behind a number' },
    ),
    ...of(
      'dung',
      { path: '/lam-viec/tong-quan', name: 'of the unit' },
      { path: '/lam-viec/mau-tra-loi' },
      { path: '/lam-viec/mau-tra-loi/moi' },
      { path: `/lam-viec/mau-tra-loi/${template.id}`, name: 'of all units' },
      { path: '/lam-viec/mau-tra-loi/moi', name: 'unknown placeholder', status: 422, make: (page) => wordTemplate(page, 'Gửi {{ten}}') },
      { path: '/lam-viec/mau-tra-loi/moi', name: 'written', make: (page) => wordTemplate(page, 'Đơn {{ma}} đã làm xong.') },
      { path: '/lam-viec/ban-giao' },
      { path: '/lam-viec/ky-thay' },
      { path: `/lam-viec/ban-giao?from=${person.personId}`, name: 'what is held' },
      { path: `/lam-viec/ban-giao?from=${person.personId}`, name: 'to oneself', status: 422, make: handToOneself },
    ),
    ...of('phuc', { path: '/lam-viec' }, { path: '/lam-viec/so-tiep-dan' }, { ...officeCase(long), name: 'read by the auditor' }),
    ...of(
      'tuyet',
      { path: '/lam-viec/kiem-duyet' },
      { path: '/lam-viec/kiem-duyet?view=removed&suspect=yes' },
      { path: '/lam-viec/kiem-duyet/cai-dat' },
      { path: `/lam-viec/kiem-duyet/${moderated.waiting}` },
      { path: `/lam-viec/kiem-duyet/${moderated.removed}` },
      { path: '/lam-viec/tham-do' },
      { path: `/lam-viec${poll}` },
      { path: '/lam-viec/tham-do/moi' },
      { path: '/lam-viec/menu/dau' },
      { path: '/lam-viec/menu/dau', name: 'saved', make: (page) => send(page, '/menu/dau') },
      { path: '/lam-viec/menu/cuoi' },
      {
        path: '/lam-viec/menu/cuoi',
        name: 'wrong address',
        status: 422,
        make: async (page) => {
          await fill(page, { 'items.0.href': 'x' })
          await send(page, '/menu/cuoi')
        },
      },
    ),
    ...of(
      'khanh',
      { path: '/lam-viec', status: 403 },
      { path: '/lam-viec/quan-tri' },
      { path: '/lam-viec/quan-tri/don-vi' },
      { path: '/lam-viec/uy-quyen' },
      { path: '/lam-viec/uy-quyen', name: 'nothing filled in', status: 422, make: (page) => send(page, '/uy-quyen') },
      { path: '/lam-viec/quan-tri/cap-tren' },
      { path: '/lam-viec/quan-tri/cap-tren', name: 'nothing filled in', status: 422, make: (page) => send(page, '/cap-tren') },
      { path: '/lam-viec/quan-tri/phien' },
      {
        path: '/lam-viec/quan-tri/phien',
        name: 'too short',
        status: 422,
        make: async (page) => {
          await fill(page, { officerMinutes: '1' })
          await send(page, '/phien')
        },
      },
      { path: '/lam-viec/tin-bai/cai-dat', name: 'as administrator' },
      { path: `/lam-viec/quan-tri/don-vi/${unit.id}` },
      { path: `/lam-viec/quan-tri/don-vi/${unit.id}/chia-tach`, name: 'no end yet' },
      { path: `/lam-viec/quan-tri/don-vi/${ending!.id}/chia-tach` },
      { path: `/lam-viec/quan-tri/don-vi/${ending!.id}/chia-tach`, name: 'saved', make: (page) => send(page, '/chia-tach') },
      { path: `/lam-viec/quan-tri/don-vi/${unit.id}`, name: 'no residents', status: 422, make: (page) => send(page, '/so-dan') },
      { path: '/lam-viec/quan-tri/nguoi-dung' },
      { path: `/lam-viec/quan-tri/nguoi-dung/${person.personId}` },
      { path: '/lam-viec/quan-tri/nguoi-dung', name: 'nothing filled in', status: 422, make: (page) => send(page, '/nguoi-dung') },
      { path: '/lam-viec/quan-tri/lich' },
      { path: '/lam-viec/quan-tri/lich?nam=2027' },
      { path: '/lam-viec/quan-tri/lich', name: 'nothing filled in', status: 422, make: (page) => send(page, '/lich?nam=2026') },
      { path: '/lam-viec/quan-tri/muc-tieu' },
      { path: '/lam-viec/quan-tri/muc-tieu', name: 'nothing filled in', status: 422, make: (page) => send(page, '/muc-tieu') },
      { path: '/lam-viec/quan-tri/hop-thu' },
      { path: '/lam-viec/quan-tri/nhan-chung' },
      { path: '/lam-viec/quan-tri/nhan-chung', name: 'nothing filled in', status: 422, make: (page) => send(page, '/nhan-chung') },
      { path: '/lam-viec/du-lieu-ca-nhan/dong-y' },
      { path: '/lam-viec/luu-giu' },
      { path: '/lam-viec/luu-giu', name: 'turned on without a document', status: 422, make: (page) => send(page, '/petition.closed') },
      { path: '/lam-viec/quan-tri/ky-bao-cao' },
      { path: '/lam-viec/quan-tri/ky-bao-cao', name: 'nothing filled in', status: 422, make: (page) => send(page, '/ky-bao-cao') },
    ),
  ]
}

/** An old case with its erasure announced. */
async function announceOld(site: Site): Promise<void> {
  const { aCase, people } = await officeCases(site, () => new Date('2024-03-01T09:00:00+07:00'))
  await aCase('declined', { kind: 'feedback' })
  const scope = { authorityId: 1 }
  const rule = { rule: 'petition.unprocessed', isOn: true, keepMonths: 12, announceDays: 45 } as const
  await site.db
    .transaction()
    .execute((trx) => turnRule(trx, scope, { ...rule, documentNumber: '12/QĐ-UBND', setBy: people.get('khanh')!.personId, setAt: SUNDAY }))
  await proposeBatches({ db: site.db, now: () => SUNDAY, publicUrl: null, retained: personalDataSources(site.appKey).retained }, scope)
}

/** Checked in the browser: the page stays. */
async function checkForged(page: Page): Promise<void> {
  await fill(page, { text: '{"format":"congdan-receipt/v1"}' })
  await page.locator('[data-receipt-check] button').click()
  await page.locator('.notice-late').waitFor()
}

/** A log with witnesses in every state: one has signed, one refuses, one sleeps, one is new, one is gone. */
async function watchedLog(site: Site, keeper: Actor): Promise<void> {
  const { db } = site
  const scope = { authorityId: 1 }
  const folder = mkdtempSync(join(tmpdir(), 'congdan-log-'))
  await setUpLog(db, scope, { folder, origin: 'phuoc-long.vidu.vn/log' })
  await integrateAll({ db, folder, forms: publicForms }, scope)
  rmSync(folder, { recursive: true })
  const head = (await findHead(db, scope))!
  const add = async (title: string, url: string | null, name: string) => {
    const key = newSigningKey(name, keyTypes.cosignature)
    const id = await db.transaction().execute((trx) => addWitness(trx, scope, keeper, { title, vkey: key.vkey, url }, SUNDAY))
    return { id, key }
  }
  const front = await add('Ủy ban Mặt trận Tổ quốc', 'https://mttq.vidu.vn', 'mttq.vidu.vn')
  const cosigned = cosign(front.key, parseNote(head.checkpoint).text, SUNDAY)
  await keepCosignature(db, scope, front, { size: head.size, line: formatSignature(cosigned), at: SUNDAY }, SUNDAY)
  const school = await add('Trường THCS '.repeat(9), null, `${'truong-hoc-'.repeat(9)}.vn`)
  await keepRefusal(db, scope, school, { reason: 'shorter', known: head.size + 12, shown: head.size }, SUNDAY)
  const province = await add('Thanh tra tỉnh', 'https://thanh-tra.vidu.vn', 'thanh-tra.vidu.vn')
  await saveOutcome(db, scope, province.id, { outcome: 'unreachable' }, SUNDAY)
  await add('Báo địa phương', null, 'bao.vidu.vn')
  const gone = await add('Hội Cựu chiến binh', null, 'ccb.vidu.vn')
  await db.transaction().execute((trx) => retireWitness(trx, scope, keeper, gone.id, SUNDAY))
}

async function wordTemplate(page: Page, words: string): Promise<void> {
  await check(page, 'outcome', 'solved')
  await fill(page, { title: 'Đã làm xong', text: words })
  await send(page, '/mau-tra-loi/moi')
}

async function renew(page: Page): Promise<void> {
  await check(page, 'paper', 'citizenCard')
  await page.locator('main [name="compared"]').check()
  await send(page, '/cap-lai-ma')
}

/** The walk in the other language may have been quicker: then the form is there no more. */
async function takeSignerOut(page: Page): Promise<void> {
  // The walks of both languages come by at the same time: one of them does it.
  if ((await page.locator('html').getAttribute('lang')) !== 'vi') return
  if ((await page.locator('main [name="reason"]').count()) === 0) return
  await fill(page, { reason: 'Bà xin rút tên.' })
  await send(page, '/nhom')
}

async function assignMany(page: Page): Promise<void> {
  await page.locator('main select[name="unit"]').selectOption({ index: 1 })
  await send(page, '/hang-loat')
}

async function fileUpToCheck(page: Page): Promise<void> {
  await check(page, 'kind', 'complaint')
  await check(page, 'publish', 'yes')
  await fill(page, { subject: 'Nắp cống vỡ', body: 'Nắp cống vỡ từ tuần trước.', name: 'Nguyễn Thị Út' })
  await page.locator('[name="files"]').setInputFiles([
    { name: 'nắp cống.jpg', mimeType: 'image/jpeg', buffer: await photoWithPlace() },
    { name: 'đơn tay.pdf', mimeType: 'application/pdf', buffer: pdf() },
  ])
  await page.locator('.photo-list li').nth(1).waitFor()
  await send(page, '/gui-don')
}

async function takeDown(page: Page): Promise<void> {
  await check(page, 'kind', 'feedback')
  await check(page, 'publish', 'no')
  await fill(page, { name: 'Điểu Krêu', subject: 'Đèn đường tắt', body: 'Đèn tắt ba đêm.' })
  await send(page, '/don-moi')
}

async function askAppointment(page: Page): Promise<void> {
  await page.locator('main [name="day"]').first().check()
  await fill(page, { name: 'Điểu Krêu', subject: 'Hỏi về sổ đất', phone: '0900 000 002' })
  await send(page, '/lich-tiep-dan')
}
