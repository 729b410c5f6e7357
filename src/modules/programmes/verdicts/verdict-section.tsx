import type { Db } from '../../../platform/database.ts'
import { number, shortDate } from '../../../shared/format.ts'
import type { Lang } from '../../../shared/lang.ts'
import type { Scope } from '../../accounts/index.ts'
import { type Standing, StandingSection, standingOf, VERDICTS_TAG } from '../../verdicts/index.ts'
import { paths } from '../paths.ts'
import { type Task, taskMatter } from '../task.ts'
import { takesVerdicts } from './judged-task.ts'
import { text } from './text.ts'

interface VerdictSectionProps {
  lang: Lang
  task: Task
  standing: Standing
  /** Of the office's page, where another button is the main one. */
  look?: 'main' | 'second'
  /** Where the next page of words stands; of itself the page of the item. */
  path?: string
}

/** What the page of an item shows of its verdicts; a page that is kept is kept under `verdictTags` as well. */
export function loadVerdict(db: Db, scope: Scope, task: Task, after: string | null = null): Promise<Standing> {
  return standingOf(db, scope, taskMatter(task), { after })
}

export const verdictTags = [VERDICTS_TAG]

export function VerdictSection({ lang, task, standing, look = 'main', path = paths.task(task.code) }: VerdictSectionProps) {
  const words = text[lang]
  return (
    <StandingSection
      lang={lang}
      standing={standing}
      agency={
        <>
          <p>
            <b>{words.agency[task.status]}</b>
          </p>
          {task.reportedOn && <p>{words.reportedOn(shortDate(task.reportedOn))}</p>}
          {task.doneOn && <p>{words.doneOn(shortDate(task.doneOn))}</p>}
          <p>{words.evidence(number(lang, task.evidence))}</p>
        </>
      }
      formHref={takesVerdicts(task) ? paths.verdict(task.code) : null}
      look={look}
      hrefAfter={(cursor) => `${path}?nhan-xet=${cursor}#loi-cua-dan`}
    />
  )
}
