import { demoTown } from '../../db/demo/demo-data.ts'
import { type DemoAct, demoProgrammes } from '../../db/demo/programmes.ts'
import type { Actor, Scope } from '../modules/accounts/index.ts'
import { addDocument, type Document, listNewestDocuments, listPassages, makeDocument, publishDocument } from '../modules/documents/index.ts'
import { findArticle } from '../modules/news/index.ts'
import {
  actOnProgramme,
  actOnTask,
  findProgrammeOfDocument,
  listAgencies,
  listTasks,
  makePlan,
  type Programme,
  type Task,
} from '../modules/programmes/index.ts'
import { references } from '../reference-kinds.ts'
import { demoToken } from './demo-token.ts'
import { loadDemoReports } from './load-reports.ts'
import { type Context, dayIn, type ProgrammeDemoOptions, runnerAt, unitId } from './programme-context.ts'

/** Days before today on which the plan was written, approved and given to the agencies. */
const WRITTEN = 72
const CASCADED = 60
const ASKED_LATER = 10
/** Papers among which those of the demonstration are looked for. */
const MOST_PAPERS = 500
const { document: paper, papersWithoutText, plan: facts, items, agencies, work } = demoProgrammes

/**
 * The plan of the seed's article, with its items held by the article's sentences, programmes of agencies in several states, and work on
 * some items: by the very acts that people use, only earlier. Safe to run again: nothing is made twice.
 */
export async function loadDemoProgrammes(options: ProgrammeDemoOptions, scope: Scope, people: ReadonlyMap<string, Actor>): Promise<void> {
  const context: Context = { ...options, scope, people }
  await loadPapersWithoutText(context)
  const document = await loadPaper(context)
  const plan = await loadPlan(context, document)
  const tasks = await listTasks(context.db, scope, plan.id)
  const byKey = new Map(items.flatMap(({ key, title }) => (key ? [[key, tasks.find((task) => task.title === title)!] as const] : [])))
  for (const { programme } of await listAgencies(context.db, scope, plan.id)) {
    const unit = demoTown.units.find(({ id }) => id === programme.unitId)!.key
    for (const step of agencies.steps[unit] ?? []) await ifStillAhead(context, programme, step)
    for (const task of await listTasks(context.db, scope, programme.id)) {
      const key = [...byKey].find(([, { id }]) => id === task.carriesId)?.[0]
      if (key) byKey.set(`${unit}:${key}`, task)
    }
  }
  for (const [key, steps] of Object.entries(work)) await workOn(context, byKey.get(key), steps)
  await loadDemoReports(context, plan.id)
}

async function loadPapersWithoutText(context: Context): Promise<void> {
  const there = await listNewestDocuments(context.db, context.scope, MOST_PAPERS)
  for (const facts of papersWithoutText)
    if (!there.some(({ subject }) => subject === facts.subject))
      await makeDocument(runnerAt(context, WRITTEN), context.scope, context.people.get('tuyet')!, {
        ...facts,
        signer: null,
        validFrom: null,
        validTo: null,
      })
}

async function loadPaper(context: Context): Promise<Document> {
  const { db, scope, people } = context
  const editor = people.get('tuyet')!
  const there = (await listNewestDocuments(db, scope, MOST_PAPERS)).find(({ number }) => number === paper.number)
  const document = there ?? (await addDocument(runnerAt(context, WRITTEN), scope, editor, paper))
  return document.status === 'draft' ? publishDocument(runnerAt(context, WRITTEN), scope, editor, document.id) : document
}

async function loadPlan(context: Context, document: Document): Promise<Programme> {
  const { db, scope, people } = context
  const act = (by: string, name: Parameters<typeof actOnProgramme>[3], input: object, daysAgo: number) =>
    actOnProgramme(runnerAt(context, daysAgo), { scope, actor: people.get(by)! }, plan, name, input)
  let plan =
    (await findProgrammeOfDocument(db, scope, document.id)) ??
    (await makePlan(runnerAt(context, WRITTEN), scope, people.get('tuyet')!, {
      title: facts.title,
      startsOn: dayIn(context, -WRITTEN),
      endsOn: dayIn(context, 120),
      document: document.id,
    }))
  if (plan.status === 'draft') {
    if ((await listTasks(db, scope, plan.id)).length === 0)
      await act('tuyet', 'addItems', { items: await itemInputs(context, document) }, WRITTEN - 1)
    plan = await act('tuyet', 'submit', {}, WRITTEN - 2)
  }
  if (plan.status === 'submitted') plan = await act('lam', 'approve', {}, WRITTEN - 4)
  if (plan.status === 'approved') plan = await act('tuyet', 'publish', {}, WRITTEN - 5)
  if ((await listAgencies(db, scope, plan.id)).length === 0) {
    await act('lam', 'cascade', { unitIds: agencies.asked.map(unitId), dueOn: dayIn(context, agencies.dueIn) }, CASCADED)
    await act('lam', 'cascade', { unitIds: agencies.askedLater.map(unitId), dueOn: dayIn(context, agencies.laterDueIn) }, ASKED_LATER)
  }
  return plan
}

async function itemInputs(context: Context, document: Document) {
  const passages = await listPassages(context.db, context.scope, document.id, document.edition)
  return items.map(({ key: _, sentence, unit, partners = [], dueIn, ...item }) => ({
    ...item,
    unitId: unit ? unitId(unit) : null,
    partnerIds: partners.map(unitId),
    dueOn: dueIn === undefined ? null : dayIn(context, dueIn),
    anchorIds: passages.filter(({ text }) => text.startsWith(sentence)).map(({ anchorId }) => anchorId),
  }))
}

/** What a programme must be before a step; one that was done already is left out. */
const standsBefore: Partial<Record<string, Programme['status']>> = { submit: 'draft', approve: 'submitted', publish: 'approved' }

async function ifStillAhead(
  context: Context,
  { id }: Programme,
  { act, by, daysAgo }: DemoAct<Parameters<typeof actOnProgramme>[3]>,
): Promise<void> {
  const { db, scope, people } = context
  const row = await db
    .selectFrom('programmes')
    .select('status')
    .where('authority_id', '=', scope.authorityId)
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  if (row.status === standsBefore[act]) await actOnProgramme(runnerAt(context, daysAgo), { scope, actor: people.get(by)! }, { id }, act, {})
}

/** A new item has version 1 and 2 when it opens; each step after that adds one. */
const OPENED = 2

async function workOn(context: Context, task: Task | undefined, steps: readonly DemoAct<Parameters<typeof actOnTask>[3]>[]): Promise<void> {
  if (!task || task.status === 'draft') return
  for (const step of steps.slice(task.version - OPENED)) {
    const { dueIn, unit, person, ...input } = step.input ?? {}
    const article = step.article
      ? await findArticle(context.db, context.scope, demoToken(context.appKey, `article:${step.article}`))
      : undefined
    const runner = { ...runnerAt(context, step.daysAgo), references }
    await actOnTask(runner, { scope: context.scope, actor: context.people.get(step.by)! }, task, step.act, {
      ...input,
      ...(dueIn === undefined ? {} : { dueOn: dayIn(context, dueIn) }),
      ...(unit && person ? { unitId: unitId(unit), personId: context.people.get(person)!.personId } : {}),
      ...(article ? { type: 'article', ref: article.slug, caption: step.caption } : {}),
    })
  }
}
