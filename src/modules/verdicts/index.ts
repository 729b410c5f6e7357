export { eraseVerdictWords, findVerdict, giveVerdict, type Verdict } from './verdicts.ts'
