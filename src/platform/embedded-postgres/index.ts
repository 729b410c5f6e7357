export { type EmbeddedPostgres, type EmbeddedPostgresOptions, findRunning, startEmbeddedPostgres } from './start.ts'
export { DataDirInUse } from './start-lock.ts'
