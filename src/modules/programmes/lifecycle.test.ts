import { expect, test } from 'vitest'
import { diagram } from '../lifecycle/index.ts'
import { programmeLifecycle } from './programme-lifecycle.ts'
import { taskLifecycle } from './task-lifecycle.ts'

test('the diagram of a plan’s life is drawn from its table', async () => {
  const page = [
    '# The life of a plan and of an agency’s programme',
    '',
    'Drawn from `src/modules/programmes/programme-lifecycle.ts`; do not edit by hand.',
    '',
    diagram('draft', programmeLifecycle),
  ].join('\n')
  await expect(page).toMatchFileSnapshot('../../../docs/programme-lifecycle.md')
})

test('the diagram of an item’s life is drawn from its table', async () => {
  const page = [
    '# The life of an item of a programme',
    '',
    'Drawn from `src/modules/programmes/task-lifecycle.ts`; do not edit by hand.',
    '',
    diagram('draft', taskLifecycle),
  ].join('\n')
  await expect(page).toMatchFileSnapshot('../../../docs/task-lifecycle.md')
})
