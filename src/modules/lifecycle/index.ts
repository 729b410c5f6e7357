export { type Filed as FiledMatter, fileOnce } from './file-once.ts'
export { requireAct } from './require-act.ts'
export {
  type ActContext,
  type ActDefinition,
  type ActResult,
  type Caller,
  type Feature,
  type RunnerOptions,
  runAct,
  type StageClock,
} from './run-act.ts'
export {
  allowedActs,
  barredActs,
  defineLifecycle,
  diagram,
  type LifecycleTable,
  type Move,
  moveNow,
  moves,
  type Standing,
} from './table.ts'
export { text as lifecycleText } from './text.ts'
