import type { Lang } from '../../../shared/lang.ts'
import { Checkbox, Notice } from '../../../ui/index.ts'
import type { Article, ArticleContent, Category } from '../article.ts'
import { text } from '../text.ts'
import { DiffView } from './diff-view.tsx'

interface ConflictPanelProps {
  lang: Lang
  /** As somebody else saved it meanwhile. */
  theirs: Article
  mine: ArticleContent
  categories: readonly Category[]
}

/** Two people changed the same paragraph: both texts, and a knowing way to save one's own. */
export function ConflictPanel({ lang, theirs, mine, categories }: ConflictPanelProps) {
  const { conflict, office } = text[lang]
  return (
    <Notice tone="soon" title={conflict.title}>
      <p>{conflict.lead}</p>
      <h3>{conflict.differences}</h3>
      <p class="small muted">
        {conflict.theirs} ({office.edition(theirs.edition)}) → {conflict.yours}
      </p>
      <DiffView lang={lang} old={theirs} next={mine} categories={categories} level={3} />
      <input type="hidden" name="seen" value={theirs.edition} />
      <Checkbox name="takeOver" label={conflict.takeOver} value="yes" />
    </Notice>
  )
}
