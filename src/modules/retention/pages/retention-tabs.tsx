import { type Lang, localPath } from '../../../shared/lang.ts'
import { Tabs } from '../../../ui/index.ts'
import { paths } from '../paths.ts'
import { text } from '../text.ts'

type Tab = 'rules' | 'next' | 'holds' | 'done'

/** The four views of retention. */
export function RetentionTabs({ lang, current }: { lang: Lang; current: Tab }) {
  const { title, tabs } = text[lang]
  const names = ['rules', 'next', 'holds', 'done'] as const
  return (
    <Tabs
      label={title}
      items={names.map((name) => ({ href: localPath(lang, paths[name]), text: tabs[name], current: name === current }))}
    />
  )
}
