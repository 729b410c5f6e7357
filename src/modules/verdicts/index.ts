export * from './peoples/index.ts'
export { eraseVerdictWords, findVerdict, giveVerdict, type Verdict } from './verdicts.ts'
