// What the benches use of the program; built beside the server, since pages are TSX.
export { createApp } from '../src/app.ts'
export { loadDemo } from '../src/demo/load-demo.ts'
export { createAuth } from '../src/modules/accounts/index.ts'
export { changeCalendar } from '../src/modules/clocks/index.ts'
export { entryWrites } from '../src/modules/history/index.ts'
export { findProof, integrateAll, setUpLog } from '../src/modules/log/index.ts'
export { comparePetitionCounts, filePetition, openJournal, recomputePetitionClocks } from '../src/modules/petitions/index.ts'
export { countsFor } from '../src/modules/petitions/rules.ts'
export { readPlan } from '../src/modules/programmes/reading/read-plan.ts'
export { programmeCounts, taskCounts } from '../src/modules/programmes/rules.ts'
export { indexDocument } from '../src/modules/search/index.ts'
export { pruneTallies } from '../src/modules/tallies/index.ts'
export { copyIn } from '../src/platform/backup/copy.ts'
export {
  archiveIn,
  backupToFile,
  bringForward,
  decrypterFor,
  restoreArchive,
  verifyArchive,
} from '../src/platform/backup/index.ts'
export { connect } from '../src/platform/database.ts'
export { findRunning, startEmbeddedPostgres } from '../src/platform/embedded-postgres/index.ts'
export { migrate, projectRoot } from '../src/platform/migrate.ts'
export { readDocx } from '../src/platform/office-text/read-docx.ts'
export { readText } from '../src/platform/office-text/read-text.ts'
export { diskStorage, newStorageKey } from '../src/platform/storage.ts'
export { writeTogether } from '../src/platform/write-together.ts'
export { publicForms } from '../src/public-forms.ts'
export { newId } from '../src/shared/ids.ts'
export { encodeCursor } from '../src/shared/keyset.ts'
export { tokenFingerprint } from '../src/shared/secret.ts'
