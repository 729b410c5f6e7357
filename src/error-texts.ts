import { accountsText } from './modules/accounts/index.ts'
import { appointmentsText } from './modules/appointments/index.ts'
import { clockText } from './modules/clocks/index.ts'
import { commentsText } from './modules/comments/index.ts'
import { dataRequestsText } from './modules/data-requests/index.ts'
import { documentsText } from './modules/documents/index.ts'
import { filesText } from './modules/files/index.ts'
import { lifecycleText } from './modules/lifecycle/index.ts'
import { witnessesText } from './modules/log/index.ts'
import { moderationText } from './modules/moderation/index.ts'
import { articleCategoriesText, newsText } from './modules/news/index.ts'
import { noticesText } from './modules/notices/index.ts'
import { followingText, petitionText, templateText } from './modules/petitions/index.ts'
import { pollsText } from './modules/polls/index.ts'
import { plansText, tasksText } from './modules/programmes/index.ts'
import { ratingsText } from './modules/ratings/index.ts'
import { readersText } from './modules/readers/index.ts'
import { receptionsText } from './modules/receptions/index.ts'
import { retentionText } from './modules/retention/index.ts'
import { siteText } from './modules/site/index.ts'
import { peoplesText } from './modules/verdicts/index.ts'
import type { ErrorSentence } from './platform/http/index.ts'

/** What each refusal says, by its code, in both languages: every module's own sentences together. */
export function mergedErrors(): Record<'vi' | 'en', Record<string, ErrorSentence>> {
  const modules = [
    lifecycleText,
    accountsText,
    newsText,
    articleCategoriesText,
    appointmentsText,
    clockText,
    commentsText,
    dataRequestsText,
    documentsText,
    filesText,
    followingText,
    moderationText,
    noticesText,
    petitionText,
    peoplesText,
    pollsText,
    plansText,
    tasksText,
    ratingsText,
    readersText,
    receptionsText,
    retentionText,
    siteText,
    templateText,
    witnessesText,
  ]
  const merged = (lang: 'vi' | 'en') => Object.assign({}, ...modules.map((words) => words[lang].errors)) as Record<string, ErrorSentence>
  return { vi: merged('vi'), en: merged('en') }
}
