import { type TraceView, traceViews } from './trace.ts'

/** In addresses; Vietnamese in both languages. */
export const traceViewAddress: Readonly<Record<TraceView, string>> = {
  sentences: 'cau',
  items: 'viec',
  bareSentences: 'cau-chua-co-viec',
  bareItems: 'viec-chua-co-bang-chung',
  unjudged: 'bang-chung-chua-nhan-xet',
  rootless: 'viec-khong-tu-cau-nao',
}

/** What is not a view is the whole, from the sentences. */
export function traceViewOf(asked: unknown): TraceView {
  return traceViews.find((view) => traceViewAddress[view] === asked) ?? 'sentences'
}
