import type { z } from 'zod'
import { refuseInput } from '../../../platform/http/input.ts'
import type { ActContext, ActDefinition, ActResult } from '../../lifecycle/index.ts'
import type { Document } from '../document.ts'
import { labels } from '../fields.ts'

/** Ties an act's input schema to what it does, so that both have one type. */
export function documentAct<Schema extends z.ZodType>(
  input: Schema,
  run: (context: ActContext<Document, z.output<Schema>>) => Promise<ActResult<Document>>,
): ActDefinition<Document> {
  return { input, run }
}

/** What everybody reads already is not changed without a reason. */
export function requireReason({ status }: Document, reason: string | null): void {
  if (status === 'published' && reason === null) refuseInput([{ field: 'reason', code: 'required' }], labels)
}
