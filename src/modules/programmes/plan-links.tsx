import { type Lang, localPath } from '../../shared/lang.ts'
import { clockPaths } from './clock/paths.ts'
import { outPaths } from './out/paths.ts'

const words = {
  vi: {
    papers: 'Tải về',
    programme: 'Toàn văn (.docx)',
    assignment: 'Bảng phân công (.docx)',
    assignmentSheet: 'Bảng phân công (.xlsx)',
    progressSheet: 'Tiến độ (.xlsx)',
    report: 'Báo cáo tiến độ (.docx)',
    calendar: 'Lịch hạn việc (.ics)',
  },
  en: {
    papers: 'Download',
    programme: 'Full text (.docx)',
    assignment: 'Assignments (.docx)',
    assignmentSheet: 'Assignments (.xlsx)',
    progressSheet: 'Progress (.xlsx)',
    report: 'Progress report (.docx)',
    calendar: 'Calendar of due days (.ics)',
  },
}

/** Papers of a plan or programme, and its calendar once everybody may see it. The papers themselves are in Vietnamese. */
export function PlanLinks({ lang, slug, withCalendar }: { lang: Lang; slug: string; withCalendar: boolean }) {
  const t = words[lang]
  return (
    <>
      <h2>{t.papers}</h2>
      <ul>
        {(['programme', 'assignment', 'assignmentSheet', 'progressSheet', 'report'] as const).map((paper) => (
          <li>
            <a href={localPath(lang, outPaths[paper](slug))}>{t[paper]}</a>
          </li>
        ))}
        {withCalendar && (
          <li>
            <a href={localPath(lang, clockPaths.planFeed(slug))}>{t.calendar}</a>
          </li>
        )}
      </ul>
    </>
  )
}
