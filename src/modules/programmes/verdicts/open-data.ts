import type { FastifyInstance } from 'fastify'
import { datasetRoutes } from '../../../platform/http/index.ts'
import type { CsvValue } from '../../../shared/csv.ts'
import type { Scope } from '../../accounts/index.ts'
import { listOfficial, pageOfRounds, type Round, verdictLabels } from '../../verdicts/index.ts'
import type { ProgrammeOptions } from '../options.ts'
import { shownStatuses } from '../programme.ts'
import { type VerdictField, verdictsDataset } from './dataset.ts'

type Row = Record<VerdictField, CsvValue>

/** Figures of verdicts, a row a round; never of one person. */
export async function verdictDataRoutes(app: FastifyInstance, { db }: ProgrammeOptions): Promise<void> {
  datasetRoutes(app, {
    dataset: verdictsDataset,
    summary: 'what residents, the Front and the people’s inspectorate say of items reported as done',
    labels: verdictLabels,
    query: {},
    list: async ({ scope }, _query, after, limit) => {
      const { items, next } = await pageOfRounds(db, scope, 'task', after, limit)
      return { items: items.length > 0 ? await rowsOf(scope, items) : [], next }
    },
  })

  async function rowsOf(scope: Scope, rounds: readonly Round[]): Promise<Row[]> {
    const ids = [...new Set(rounds.map(({ matterId }) => matterId))]
    const shown = db
      .selectFrom('programme_tasks as t')
      .innerJoin('programmes as p', (join) => join.onRef('p.authority_id', '=', 't.authority_id').onRef('p.id', '=', 't.programme_id'))
      .where('t.authority_id', '=', scope.authorityId)
      .where('t.id', 'in', ids)
      .where('p.status', 'in', [...shownStatuses])
      .where('t.status', '<>', 'draft')
      .select(['t.id', 't.code', 't.title', 't.status'])
    const newest = db
      .selectFrom('verdict_rounds')
      .select(['matter_id', (eb) => eb.fn.max('round').as('round')])
      .where('authority_id', '=', scope.authorityId)
      .where('matter_type', '=', 'task')
      .where('matter_id', 'in', ids)
      .groupBy('matter_id')
    const [tasks, last, official] = await Promise.all([shown.execute(), newest.execute(), listOfficial(db, scope, rounds)])
    const taskOf = new Map(tasks.map((task) => [task.id, task]))
    const lastOf = new Map(last.map(({ matter_id, round }) => [matter_id, round]))
    return rounds.flatMap((round): Row[] => {
      const task = taskOf.get(round.matterId)
      if (!task) return []
      const stands = (body: string) => official.find((one) => one.roundId === round.id && one.body === body)
      const [front, inspectorate] = [stands('front'), stands('inspectorate')]
      return [
        {
          task: task.code,
          title: task.title,
          status: task.status,
          round: round.round,
          current: round.round === lastOf.get(round.matterId),
          openedOn: round.openedOn,
          saidDone: round.done,
          saidPartly: round.partly,
          saidNot: round.not,
          front: front?.said ?? null,
          inspectorate: inspectorate?.said ?? null,
          minutes: inspectorate?.minutes ?? null,
        },
      ]
    })
  }
}
