import { expect, test } from 'vitest'
import { diagram } from '../lifecycle/index.ts'
import { lifecycle } from './lifecycle.ts'

test('the diagram of a poll’s life is drawn from its table', async () => {
  const page = [
    '# The life of a poll',
    '',
    'Drawn from `src/modules/polls/lifecycle.ts`; do not edit by hand. The clock is the worker on the poll’s own days.',
    '',
    diagram('draft', lifecycle),
  ].join('\n')
  await expect(page).toMatchFileSnapshot('../../../docs/poll-lifecycle.md')
})
