export { findVerdict, giveVerdict, type Verdict } from './verdicts.ts'
