import { expect, test } from 'vitest'
import { diagram } from '../lifecycle/index.ts'
import { lifecycle } from './lifecycle.ts'

test('the diagram of an appointment’s life is drawn from its table', async () => {
  const page = [
    '# The life of an appointment',
    '',
    'Drawn from `src/modules/appointments/lifecycle.ts`; do not edit by hand.',
    '',
    diagram('asked', lifecycle),
  ].join('\n')
  await expect(page).toMatchFileSnapshot('../../../docs/appointment-lifecycle.md')
})
