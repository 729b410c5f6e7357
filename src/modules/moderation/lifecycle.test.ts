import { expect, test } from 'vitest'
import { diagram } from '../lifecycle/index.ts'
import { lifecycle } from './lifecycle.ts'

test('the diagram of what is moderated is drawn from its table', async () => {
  const page = [
    '# The life of what people write for everybody',
    '',
    'Drawn from `src/modules/moderation/lifecycle.ts`; do not edit by hand.',
    '',
    diagram('waiting', lifecycle),
  ].join('\n')
  await expect(page).toMatchFileSnapshot('../../../docs/moderation-lifecycle.md')
})
