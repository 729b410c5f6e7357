import './petitions.table.ts'

export { petitionApi } from './api-routes.ts'
export { mailBulkReminders } from './bulk/mail-reminders.ts'
export { REMIND_JOB } from './bulk/remind-case.ts'
export { carryOverEndedUnits, openCasesByBelonging } from './carry-over.ts'
export { petitionFileReaders } from './citizen/file-readers.ts'
export type { CitizenOptions } from './citizen/options.ts'
export { purgeDrafts } from './citizen/purge-drafts.ts'
export { citizenPages } from './citizen/routes.ts'
export { comparePetitionCounts } from './compare-counts.ts'
export { type PublicFigures, publicFigures } from './figures.ts'
export { petitionFileApi } from './file-api.ts'
export { type Filed, type Filing, filePetition } from './file-petition.ts'
export { compareFollowers, eraseFollowers } from './following/erase-followers.ts'
export { ASK_JOB, followWithAccount } from './following/follow.ts'
export { followerDigest, followerNotices } from './following/follower-notices.ts'
export {
  followersToTell,
  sendQuestion,
  TELL_JOB,
  tellAllFollowers,
  tellFollowers,
  tellLatePromises,
} from './following/tell-followers.ts'
export { text as followingText } from './following/text.ts'
export { casesInHand } from './handover/hand-over.ts'
export { lifecycle, petitionActs } from './lifecycle.ts'
export { listPublicOfMonth, listRegister, oldestPublic } from './list-petitions.ts'
export { notifyFiled, notifyFiler, notifyRenewed } from './notify-filer.ts'
export { officePages } from './office/routes.tsx'
export { petitionPersonalData } from './personal-data.ts'
export { type Petition, petitionStatuses, type Verdict } from './petition.ts'
export { petitionDigest } from './petition-digest.ts'
export { petitionNotices } from './petition-notices.ts'
export { type CalendarNews, recomputePetitionClocks } from './recompute-clocks.ts'
export { petitionRegisters } from './registers/index.ts'
export { reminderNotices, remindOfficers } from './reminders/remind-officers.ts'
export { actAs, type PetitionOptions, tellEverybody } from './service.ts'
export { checkFigures } from './statistics/figure-checks.ts'
export { text as templateText } from './templates/text.ts'
export { text as petitionText } from './text.ts'
