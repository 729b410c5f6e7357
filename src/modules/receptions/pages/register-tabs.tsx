import { number } from '../../../shared/format.ts'
import { type Lang, localPath } from '../../../shared/lang.ts'
import { Tabs } from '../../../ui/index.ts'
import { paths } from '../paths.ts'
import { text } from '../text.ts'

export interface RegisterTabsProps {
  lang: Lang
  current: 'book' | 'alarm' | 'report'
  /** Petitions past the alarm; null for those who do not watch it. */
  alarmed: number | null
}

/** The three registers of the office. */
export function RegisterTabs({ lang, current, alarmed }: RegisterTabsProps) {
  const words = text[lang].tabs
  const item = (name: RegisterTabsProps['current']) => ({
    href: localPath(lang, paths[name]),
    text: words[name],
    current: name === current,
  })
  const alarm =
    alarmed === null ? [] : [{ ...item('alarm'), count: number(lang, alarmed), tone: alarmed > 0 ? ('late' as const) : undefined }]
  return <Tabs label={words.label} items={[item('book'), ...alarm, item('report')]} />
}
