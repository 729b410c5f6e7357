import { clockText, ruleFamily, rules } from './modules/clocks/index.ts'
import { documentsText, namePublicDocuments } from './modules/documents/index.ts'
import type { LogWords } from './modules/log/index.ts'
import { namePublicArticles, newsText } from './modules/news/index.ts'
import { findPublicCase, namePublicCases, petitionText } from './modules/petitions/index.ts'
import { namePublicPolls, pollsText } from './modules/polls/index.ts'
import {
  namePublicProgrammes,
  namePublicTasks,
  plansText,
  programmeClockText,
  reportsText,
  tasksText,
  verdictsText,
} from './modules/programmes/index.ts'
import type { Db } from './platform/database.ts'
import type { Lang } from './shared/lang.ts'

const eventsIn = (lang: Lang) => ({
  ...petitionText[lang].event,
  ...newsText[lang].event,
  ...pollsText[lang].event,
  ...clockText[lang].history,
  ...documentsText[lang].event,
  ...plansText[lang].event,
  ...tasksText[lang].event,
  ...verdictsText[lang].event,
  ...programmeClockText[lang].event,
  ...reportsText[lang].event,
})
const rolesIn = (lang: Lang) => ({
  ...reportsText[lang].role,
  ...documentsText[lang].role,
  ...plansText[lang].role,
  ...tasksText[lang].role,
  ...newsText[lang].role,
  ...pollsText[lang].role,
  ...petitionText[lang].role,
})

/** The newest version of a rule names it; it stands first in the data. */
const rulesIn = (lang: Lang) => Object.fromEntries(rules.toReversed().map((rule) => [ruleFamily(rule.id), clockText[lang].ruleName(rule)]))

/** What the log's pages know of the other modules: names of steps and roles, and the matters that everybody may open. */
export function logWords(db: Db): LogWords {
  return {
    events: { vi: eventsIn('vi'), en: eventsIn('en') },
    roles: { vi: rolesIn('vi'), en: rolesIn('en') },
    rules: { vi: rulesIn('vi'), en: rulesIn('en') },
    matters: {
      petition: (scope, _lang, ids) => namePublicCases(db, scope, ids),
      article: (scope, _lang, ids) => namePublicArticles(db, scope, ids),
      document: (scope, _lang, ids) => namePublicDocuments(db, scope, ids),
      programme: (scope, _lang, ids) => namePublicProgrammes(db, scope, ids),
      task: (scope, _lang, ids) => namePublicTasks(db, scope, ids),
      poll: (scope, _lang, ids) => namePublicPolls(db, scope, ids),
    },
    findCase: (scope, code) => findPublicCase(db, scope, code),
  }
}
