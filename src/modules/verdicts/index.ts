export { eraseVerdictWords, findVerdict, giveVerdict, type Verdict } from './verdicts.ts'
export * from './peoples/index.ts'
