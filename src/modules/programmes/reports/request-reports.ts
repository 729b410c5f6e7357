import { codeOf, nextNumber } from '../../../platform/code-numbers.ts'
import { refuseInput } from '../../../platform/http/input.ts'
import { civilDateOf } from '../../../shared/civil-date.ts'
import { DomainError, NotFound } from '../../../shared/errors.ts'
import { newId } from '../../../shared/ids.ts'
import { type Actor, hasRole, listAuthorities, type Scope } from '../../accounts/index.ts'
import { loadCalendar } from '../../clocks/index.ts'
import { appendEntries, appendEntry } from '../../history/index.ts'
import type { RunnerOptions } from '../../lifecycle/index.ts'
import { lateFrom } from '../late-from.ts'
import { programmeTag } from '../options.ts'
import { matterOf } from '../programme.ts'
import { lockProgramme, programmesOf } from '../programme-repository.ts'
import { labels, type RequestInput } from './fields.ts'
import { type Report, reportMatter } from './report.ts'
import { insertReports } from './report-repository.ts'
import { requesters } from './rules.ts'

/**
 * "Yêu cầu báo cáo": one press, one report for each agency whose programme under the plan is out. Who was asked already is not asked again.
 * @returns the reports that were made
 * @throws DomainError wrong_status 409, forbidden 403, nobody_to_ask 409
 */
export async function requestReports(
  { db, now, dropPages }: RunnerOptions,
  scope: Scope,
  actor: Actor,
  planId: string,
  { period, dueOn, unitIds }: RequestInput,
): Promise<Report[]> {
  const made = await db.transaction().execute(async (trx) => {
    const plan = await lockProgramme(trx, scope, planId)
    if (!plan) throw new NotFound()
    const role = requesters.find((one) => hasRole(actor, one))
    if (!role) throw new DomainError('forbidden', 403)
    if (plan.kind !== 'plan' || plan.status !== 'published') throw new DomainError('wrong_status', 409)
    const at = now()
    const today = civilDateOf(at)
    if (dueOn < today) refuseInput([{ field: 'dueOn', code: 'in_the_past' }], labels)
    const agencies = await programmesOf(trx, scope)
      .where('plan_id', '=', planId)
      .where('status', '=', 'published')
      .orderBy('unit_id')
      .execute()
    const known = new Set(agencies.map(({ unitId }) => unitId))
    if (unitIds.some((id) => !known.has(id))) refuseInput([{ field: 'unitIds', code: 'unknown_reference' }], labels)
    const asked = unitIds.length === 0 ? agencies : agencies.filter(({ unitId }) => unitIds.includes(unitId!))
    const prefix = (await listAuthorities(trx)).find(({ id }) => id === scope.authorityId)!.codePrefix
    const year = Number(today.slice(0, 4))
    const numbers = await Promise.all(asked.map(() => nextNumber(trx, scope, 'report', year)))
    const late = lateFrom(await loadCalendar(trx, scope), dueOn)
    const reports = asked.map(
      ({ id, unitId }, i): Report => ({
        id: newId(at.getTime()),
        code: codeOf(`${prefix}-BC`, year, numbers[i]!),
        planId,
        programmeId: id,
        unitId: unitId!,
        every: period.every,
        period: period.name,
        from: period.from,
        to: period.to,
        dueOn,
        lateFrom: late,
        status: 'requested',
        version: 1,
        result: null,
        obstacles: null,
        proposals: null,
        data: null,
        requestedOn: today,
        submittedOn: null,
        submittedBy: null,
        acceptedOn: null,
        updatedAt: at,
      }),
    )
    const fresh = await insertReports(trx, scope, reports)
    const news = reports.filter(({ id }) => fresh.has(id))
    if (news.length === 0) throw new DomainError('nobody_to_ask', 409)
    const by = { role, personId: actor.personId, at }
    const days = { from: period.from, to: period.to, dueOn }
    const entries = news.map((report) => ({
      matter: reportMatter(report),
      entry: { type: 'report.requested', audience: 'public' as const, facts: { plan: planId, unit: report.unitId, ...days } },
    }))
    await appendEntries(trx, scope, entries, by)
    const facts = { ...days, agencies: news.length }
    await appendEntry(trx, scope, matterOf(plan), { type: 'programme.reportsRequested', audience: 'public', facts }, by)
    return news
  })
  dropPages([programmeTag(planId)])
  return made
}
