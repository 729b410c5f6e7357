import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { parseInput } from '../../platform/http/index.ts'
import { civilDateOf } from '../../shared/civil-date.ts'
import { NotFound } from '../../shared/errors.ts'
import { longDate } from '../../shared/format.ts'
import { isUuid } from '../../shared/ids.ts'
import { sendPage } from '../../ui/page.tsx'
import { deadlineOf } from './deadline.ts'
import { deadlineAnswer } from './deadline-answer.ts'
import { explainClock } from './explain-clock.ts'
import { formProblems } from './form-problems.ts'
import { DeadlineQuery, labels, TryQuery } from './inputs.ts'
import { loadCalendar } from './load-calendar.ts'
import { ClockPage } from './pages/clock-page.tsx'
import { DeadlinePage } from './pages/deadline-page.tsx'
import type { ClockRouteOptions } from './routes.tsx'
import { ruleIds, ruleInForce } from './rules.ts'
import { text } from './text.ts'

const ByRule = z.object({ rule: z.string() })
const asText = (value: unknown) => (typeof value === 'string' ? value : '')

/** What anybody may ask: a due date, and why a clock's date is what it is. */
export async function publicClockRoutes(app: FastifyInstance, { db, now }: ClockRouteOptions): Promise<void> {
  app.get(
    '/api/v1/deadlines/:rule',
    {
      schema: {
        tags: ['deadlines'],
        summary: 'A due date under a rule of the law, explained day by day',
        params: ByRule,
        querystring: DeadlineQuery,
      },
    },
    async (request) => {
      const { rule } = ByRule.parse(request.params)
      // Unknown is said before the input is looked at.
      if (!ruleIds.includes(rule)) ruleInForce(rule, '2026-07-01')
      const { from, variant } = parseInput(DeadlineQuery, request.query, labels)
      return deadlineAnswer(rule, from, variant, request.lang, await loadCalendar(db, request.scope))
    },
  )

  app.get<{ Querystring: Record<string, unknown> }>('/tinh-han', async (request, reply) => {
    const { lang, query } = request
    const words = text[lang]
    const asked = { rule: asText(query['rule']), from: asText(query['from']) || civilDateOf(now()), variant: asText(query['variant']) }
    const shown = { text: words, lang, asked, found: null, problems: [] }
    const title = words.tryPage.title
    if (query['rule'] === undefined) return sendPage(request, reply, { title }, <DeadlinePage {...shown} />)
    try {
      const { rule, from, variant } = parseInput(TryQuery, query, labels)
      const found = deadlineOf(rule, from, variant, await loadCalendar(db, request.scope))
      return sendPage(request, reply, { title, noindex: true }, <DeadlinePage {...shown} found={found} />)
    } catch (error) {
      const problems = formProblems(lang, error)
      return sendPage(
        request,
        reply,
        { title, noindex: true, status: 422, islands: ['error-focus'] },
        <DeadlinePage {...shown} problems={problems} />,
      )
    }
  })

  app.get<{ Params: { clockId: string } }>('/han/:clockId', async (request, reply) => {
    const { lang, params } = request
    if (!isUuid(params.clockId)) throw new NotFound()
    const explanation = await explainClock(db, request.scope, params.clockId)
    // The day and the rule, so that two tabs are told apart.
    const { dueOn, rule } = explanation.clock
    const title = `${text[lang].explanation.title} ${longDate(lang, dueOn)} (${rule})`
    return sendPage(request, reply, { title, noindex: true }, <ClockPage text={text[lang]} lang={lang} explanation={explanation} />)
  })
}
