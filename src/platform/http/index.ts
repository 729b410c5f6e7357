export { contentSecurityPolicy } from './headers.ts'
export { type FieldLabels, parseInput, problemSentences, refuseInput, type Sentence } from './input.ts'
export { describe as describeProblem, type ErrorSentence, type Problem } from './problems.ts'
export { createServer, type ServerOptions } from './server.ts'
