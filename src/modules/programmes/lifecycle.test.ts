import { expect, test } from 'vitest'
import { diagram } from '../lifecycle/index.ts'
import { programmeLifecycle } from './programme-lifecycle.ts'

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
