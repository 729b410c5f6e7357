import { beforeAll, describe, expect, test } from 'vitest'
import { testApp } from '../../../../../tests/support/app.ts'
import { aDocumentRow } from '../../../../../tests/support/programme-rows.ts'
import type { Db } from '../../../../platform/database.ts'
import { type Actor, listStaff, listUnits } from '../../../accounts/index.ts'
import { listHistory } from '../../../history/index.ts'
import { countsOf } from '../../../tallies/index.ts'
import { compareProgrammeCounts } from '../../compare-counts.ts'
import { actOnProgramme } from '../../feature.ts'
import { makePlan } from '../../make-programme.ts'
import { matterOf, type Programme } from '../../programme.ts'
import type { ProgrammeAct } from '../../programme-lifecycle.ts'
import { programmesOf } from '../../programme-repository.ts'
import { taskMatter } from '../../task.ts'
import { listAnchors, listPartners, listTasks } from '../../task-repository.ts'

const scope = { authorityId: 1 }
const now = () => new Date('2026-11-26T09:00:00+07:00')
let db: Db
let people: Map<string, Actor>
let units: Map<string, string>

beforeAll(async () => {
  ;({ db } = await testApp({ now }))
  people = new Map((await listStaff(db, scope)).map((person) => [person.username, person]))
  units = new Map((await listUnits(db, scope)).map(({ shortName, id }) => [shortName, id]))
})

const options = () => ({ db, now, dropPages: () => undefined })
const act = (who: string, programme: Pick<Programme, 'id'>, name: ProgrammeAct, input: object = {}) =>
  actOnProgramme(options(), { scope, actor: people.get(who)! }, programme, name, input)
const items = (programme: Pick<Programme, 'id'>) => listTasks(db, scope, programme.id)
const agencyOf = (plan: Programme) => programmesOf(db, scope).where('plan_id', '=', plan.id).orderBy('slug').execute()
const unit = (name: string) => units.get(name)!

let made = 0
const aPlan = (document: string | null = null) =>
  makePlan(options(), scope, people.get('tuyet')!, { title: `Kế hoạch dân vận ${++made}`, startsOn: null, endsOn: null, document })

async function published(list: object[], document: string | null = null) {
  const plan = await aPlan(document)
  await act('tuyet', plan, 'addItems', { items: list })
  await act('tuyet', plan, 'submit')
  await act('lam', plan, 'approve')
  return act('tuyet', plan, 'publish')
}

describe('what recurs', () => {
  test('is never late itself, published with its plan or added after; what is due once is', async () => {
    const twice = [
      { kind: 'task', title: 'Báo cáo hằng tháng', every: 'month', dueOn: '2026-12-15' },
      { kind: 'task', title: 'Báo cáo một lần', dueOn: '2026-12-15' },
    ]
    const plan = await published(twice)
    await act('tuyet', plan, 'addItems', { items: twice, reason: 'Theo kết luận họp.' })
    expect((await items(plan)).map((task) => [task.every, task.lateFrom])).toEqual([
      ['month', null],
      [null, '2026-12-16'],
      ['month', null],
      [null, '2026-12-16'],
    ])
  })
})

describe('a draft and its items', () => {
  test('items are added, split, merged, moved and taken out; codes are never used twice', async () => {
    const document = await aDocumentRow(db, ['Trồng cây và sửa cống.', 'Dạy nghề.'])
    const plan = await aPlan(document.slug)
    const agency = unit('Phường Thác Mơ')
    await act('tuyet', plan, 'addItems', {
      items: [
        { kind: 'objective', title: 'Đường sạch' },
        {
          kind: 'task',
          title: 'Trồng cây và sửa cống.',
          unitId: agency,
          anchorIds: [document.anchorIds[0]],
          partnerWords: 'Hội Nông dân\nĐoàn Thanh niên',
        },
        { kind: 'measure', title: 'Dạy nghề.', anchorIds: [document.anchorIds[1]], target: '95,5', weight: '3' },
      ],
    })
    const [goal, first, last] = await items(plan)
    expect([goal, first, last].map((task) => [task!.place, task!.kind, task!.status])).toEqual([
      [1, 'objective', 'draft'],
      [2, 'task', 'draft'],
      [3, 'measure', 'draft'],
    ])
    expect(first!.code).toMatch(/^PL-NV-2026-\d{5}$/)
    expect([last!.target, last!.weight]).toEqual(['95.5', 3])

    await act('tuyet', plan, 'splitItem', { item: first!.code, first: 'Trồng cây.', second: 'Sửa cống.' })
    const split = await items(plan)
    expect(split.map(({ title, place }) => [place, title])).toEqual([
      [1, 'Đường sạch'],
      [2, 'Trồng cây.'],
      [3, 'Sửa cống.'],
      [4, 'Dạy nghề.'],
    ])
    expect(split[2]!.unitId).toBe(agency)
    const ids = [split[1]!.id, split[2]!.id]
    expect((await listAnchors(db, scope, ids)).map(({ anchorId }) => anchorId)).toEqual([document.anchorIds[0], document.anchorIds[0]])
    expect((await listPartners(db, scope, ids)).map(({ words }) => words).toSorted()).toEqual(
      ['Hội Nông dân', 'Hội Nông dân', 'Đoàn Thanh niên', 'Đoàn Thanh niên'].toSorted(),
    )

    await act('tuyet', plan, 'mergeItem', { item: last!.code })
    const merged = await items(plan)
    expect(merged.map(({ title }) => title)).toEqual(['Đường sạch', 'Trồng cây.', 'Sửa cống; Dạy nghề.'])
    expect((await listAnchors(db, scope, [merged[2]!.id])).map(({ anchorId }) => anchorId).toSorted()).toEqual(
      document.anchorIds.toSorted(),
    )
    expect(merged[2]!.target).toBe('95.5')

    await act('tuyet', plan, 'moveItem', { item: merged[2]!.code, to: 1 })
    await act('tuyet', plan, 'removeItem', { item: merged[1]!.code })
    expect((await items(plan)).map(({ title, place }) => [place, title])).toEqual([
      [1, 'Sửa cống; Dạy nghề.'],
      [2, 'Đường sạch'],
    ])
    const history = await listHistory(db, scope, matterOf(plan), ['public', 'internal'])
    expect(history.map(({ type }) => type)).toEqual([
      'programme.made',
      'programme.itemsAdded',
      'programme.itemSplit',
      'programme.itemMerged',
      'programme.itemMoved',
      'programme.itemRemoved',
    ])
    expect(history.at(-1)!.words).toEqual({ title: 'Trồng cây.' })
  })

  test('nothing is merged into nothing, and an empty draft is not submitted', async () => {
    const plan = await aPlan()
    await expect(act('tuyet', plan, 'submit')).rejects.toMatchObject({ code: 'programme_empty' })
    await act('tuyet', plan, 'addItems', { items: [{ kind: 'task', title: 'Một việc' }] })
    const [only] = await items(plan)
    await expect(act('tuyet', plan, 'mergeItem', { item: only!.code })).rejects.toMatchObject({ code: 'nothing_before' })
    await expect(act('tuyet', plan, 'removeItem', { item: 'PL-NV-2026-99999' })).rejects.toMatchObject({ code: 'invalid_input' })
  })

  test('two hundred items have two hundred codes', async () => {
    const plan = await aPlan()
    await act('tuyet', plan, 'addItems', { items: Array.from({ length: 200 }, (_, i) => ({ kind: 'task', title: `Việc ${i}` })) })
    expect(new Set((await items(plan)).map(({ code }) => code)).size).toBe(200)
  })

  test('what names an unknown unit, person, goal or sentence is refused with its place', async () => {
    const plan = await aPlan()
    const nobody = '00000000-0000-4000-8000-000000000000'
    const wrong = { kind: 'task', title: 'Việc', unitId: nobody, personId: 'x', partnerIds: [nobody], goal: 'không', anchorIds: [nobody] }
    const refused = act('tuyet', plan, 'addItems', { items: [{ kind: 'task', title: 'Đúng' }, wrong] })
    await expect(refused).rejects.toMatchObject({
      problems: ['unitId', 'personId', 'partnerIds', 'goal', 'anchorIds'].map((field) => ({
        field: `items.1.${field}`,
        code: 'unknown_reference',
      })),
    })
    expect(await items(plan)).toEqual([])
  })
})

describe('a plan that comes out', () => {
  test('its items open with an entry each, late by the office calendar, and are counted', async () => {
    // Saturday: the office works on Monday again, so that it is late from Tuesday.
    const plan = await published([
      { kind: 'task', title: 'Có hạn', dueOn: '2026-12-05' },
      { kind: 'target', title: 'Không hạn' },
      { kind: 'objective', title: 'Mục tiêu' },
    ])
    expect(plan).toMatchObject({ status: 'published', publishedOn: '2026-11-26' })
    const tasks = await items(plan)
    expect(tasks.map(({ status, lateFrom, version }) => [status, lateFrom, version])).toEqual([
      ['planned', '2026-12-08', 2],
      ['planned', null, 2],
      ['planned', null, 2],
    ])
    expect(await countsOf(db, scope, 'task.status', `tree:${plan.id}`)).toEqual([{ bucket: 'planned', n: 2 }])
    const entries = await listHistory(db, scope, taskMatter(tasks[0]!), ['public'])
    expect(entries.map(({ type, facts }) => [type, facts['lateFrom']])).toEqual([['task.opened', '2026-12-08']])
    expect(await compareProgrammeCounts(db, scope)).toEqual([])
  })

  test('who submitted it does not approve it; what is sent back can be submitted by another', async () => {
    const plan = await aPlan()
    await act('tuyet', plan, 'addItems', { items: [{ kind: 'task', title: 'Một việc' }] })
    await act('tuyet', plan, 'submit')
    await expect(act('tuyet', plan, 'approve')).rejects.toMatchObject({ status: 403 })
    const back = await act('lam', plan, 'return', { reason: 'Thêm hạn cuối.' })
    expect(back).toMatchObject({ status: 'draft', submittedBy: null })
  })

  test('what is added to a plan that is out wants a reason, opens and counts at once', async () => {
    const plan = await published([{ kind: 'task', title: 'Việc' }])
    const added = { items: [{ kind: 'task', title: 'Việc mới', dueOn: '2026-12-10' }] }
    await expect(act('tuyet', plan, 'addItems', added)).rejects.toMatchObject({ problems: [{ field: 'reason', code: 'required' }] })
    await act('tuyet', plan, 'addItems', { ...added, reason: 'Theo kết luận ngày 20/11/2026.' })
    expect((await items(plan)).map(({ status, lateFrom }) => [status, lateFrom])).toEqual([
      ['planned', null],
      ['planned', '2026-12-11'],
    ])
    expect(await compareProgrammeCounts(db, scope)).toEqual([])
  })
})

describe('the cascade', () => {
  test('each agency gets what concerns it, with the item of the plan that it carries out', async () => {
    const [ward, health] = [unit('Phường Thác Mơ'), unit('Phòng Y tế')]
    const plan = await published([
      { kind: 'objective', title: 'Mục tiêu chung' },
      { kind: 'task', title: 'Việc của phường', unitId: ward, partnerIds: [health] },
      { kind: 'task', title: 'Việc của tất cả', leadWords: 'Các cơ quan, đơn vị' },
      { kind: 'task', title: 'Việc của các phường', leadWords: 'UBND các xã, phường' },
      { kind: 'task', title: 'Việc của ai khác', leadWords: 'Công an tỉnh' },
    ])
    await act('tuyet', plan, 'cascade', { unitIds: [ward, health], dueOn: '2026-12-20' })
    const programmes = await agencyOf(plan)
    expect(programmes.map(({ unitId, status, dueOn }) => [unitId, status, dueOn]).toSorted()).toEqual(
      [
        [ward, 'draft', '2026-12-20'],
        [health, 'draft', '2026-12-20'],
      ].toSorted(),
    )
    const ofWard = programmes.find(({ unitId }) => unitId === ward)!
    const ofHealth = programmes.find(({ unitId }) => unitId === health)!
    expect((await items(ofWard)).map(({ title }) => title)).toEqual([
      'Mục tiêu chung',
      'Việc của phường',
      'Việc của tất cả',
      'Việc của các phường',
    ])
    expect((await items(ofHealth)).map(({ title }) => title)).toEqual(['Mục tiêu chung', 'Việc của phường', 'Việc của tất cả'])
    const origins = await items(plan)
    expect((await items(ofHealth)).map(({ carriesId, unitId }) => [carriesId, unitId])).toEqual(
      origins.slice(0, 3).map(({ id }) => [id, health]),
    )
    expect(await countsOf(db, scope, 'programme.status', `plan:${plan.id}`)).toEqual([{ bucket: 'draft', n: 2 }])
    expect(await compareProgrammeCounts(db, scope)).toEqual([])
  })

  test('again, and twice at once, it makes nothing twice', async () => {
    const [ward, health] = [unit('Phường Thác Mơ'), unit('Phòng Y tế')]
    const plan = await published([{ kind: 'task', title: 'Việc', leadWords: 'Các cơ quan' }])
    await Promise.all([
      act('tuyet', plan, 'cascade', { unitIds: [ward, health], dueOn: '2026-12-20' }),
      act('lam', plan, 'cascade', { unitIds: [ward, health], dueOn: '2026-12-20' }),
    ])
    await act('tuyet', plan, 'cascade', { unitIds: [ward, unit('Phường Long Thủy')], dueOn: '2026-12-25' })
    expect((await agencyOf(plan)).map(({ dueOn }) => dueOn).toSorted()).toEqual(['2026-12-20', '2026-12-20', '2026-12-25'])
  })

  test('an unknown agency and a day that is over are refused', async () => {
    const plan = await published([{ kind: 'task', title: 'Việc', leadWords: 'Các cơ quan' }])
    const nobody = '00000000-0000-4000-8000-000000000000'
    await expect(act('tuyet', plan, 'cascade', { unitIds: [nobody], dueOn: '2026-12-20' })).rejects.toMatchObject({
      problems: [{ field: 'unitIds', code: 'unknown_reference' }],
    })
    await expect(act('tuyet', plan, 'cascade', { unitIds: [unit('Phòng Y tế')], dueOn: '2026-11-25' })).rejects.toMatchObject({
      problems: [{ field: 'dueOn', code: 'in_the_past' }],
    })
    expect(await agencyOf(plan)).toEqual([])
  })

  test('the head of an agency brings its programme in, the chairman approves, the head publishes; the tree counts both', async () => {
    const health = unit('Phòng Y tế')
    const dung = people.get('dung')!
    const plan = await published([{ kind: 'task', title: 'Việc', leadWords: 'Các cơ quan' }])
    await act('tuyet', plan, 'cascade', { unitIds: [dung.unitId, health], dueOn: '2026-12-20' })
    const own = (await agencyOf(plan)).find(({ unitId }) => unitId === dung.unitId)!
    await expect(act('tuyet', own, 'submit')).rejects.toMatchObject({ status: 403 })
    await act('dung', own, 'submit')
    await act('lam', own, 'approve')
    expect((await act('dung', own, 'publish')).status).toBe('published')
    expect(await countsOf(db, scope, 'task.status', `tree:${plan.id}`)).toEqual([{ bucket: 'planned', n: 2 }])
    expect(await countsOf(db, scope, 'programme.status', `plan:${plan.id}`)).toEqual([
      { bucket: 'draft', n: 1 },
      { bucket: 'published', n: 1 },
    ])
    expect(await compareProgrammeCounts(db, scope)).toEqual([])
  })
})

test('two editors of one draft: the second is told that somebody was quicker, and nothing is lost', async () => {
  const plan = await aPlan()
  const edit = (title: string) => act('tuyet', plan, 'edit', { title, version: 1 })
  const results = await Promise.allSettled([edit('Tên của người thứ nhất'), edit('Tên của người thứ hai')])
  expect(results.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  const refused = results.find((result) => result.status === 'rejected')
  expect(refused!.reason).toMatchObject({ code: 'matter_changed', status: 409 })
})
