export { audit, auditRead } from './audit.ts'
export {
  type Audience,
  appendEntries,
  appendEntry,
  commitment,
  type Entry,
  entryWrites,
  eraseHistoryWords,
  type Facts,
  lastEntry,
  lastStepAt,
  listHistory,
  type Matter,
  type NewEntry,
  type WalkedEntry,
  walkHistory,
} from './history.ts'
export { countLooks, eraseLooks, listLookMonths } from './look-months.ts'
export { type PublicForm, type PublicForms, publicFacts, type Shape } from './public-form.ts'
