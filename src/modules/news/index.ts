import type { FastifyPluginAsync } from 'fastify'
import { apiRoutes } from './api-routes.ts'
import { articleFileReaders } from './article-files.ts'
import { categoryRoutes } from './categories/routes.tsx'
import { compareRoutes } from './compare-routes.tsx'
import { correctionRoutes } from './correction-routes.tsx'
import { editRoutes } from './edit-routes.tsx'
import type { NewsOptions } from './feature.ts'
import { feedRoutes } from './feed-routes.ts'
import { fileRoutes } from './file-routes.ts'
import { officeApiRoutes } from './office-api-routes.ts'
import { officeRoutes } from './office-routes.tsx'
import { oldAddressRoutes } from './old-addresses/routes.ts'
import { pageRoutes } from './page-routes.tsx'
import { publicRoutes } from './public-routes.tsx'
import { reportRoutes } from './reports/routes.tsx'
import { settingsRoutes } from './settings-routes.tsx'
import { tagRoutes } from './tags/routes.tsx'
import './news.table.ts'

/** The newsroom: what readers see, the desk, and the API of both. */
export const newsRoutes: FastifyPluginAsync<NewsOptions> = async (app, options) => {
  for (const routes of [
    apiRoutes,
    officeApiRoutes,
    publicRoutes,
    pageRoutes,
    correctionRoutes,
    feedRoutes,
    officeRoutes,
    editRoutes,
    compareRoutes,
    fileRoutes,
    reportRoutes,
    settingsRoutes,
    categoryRoutes,
    tagRoutes,
    oldAddressRoutes,
  ])
    await routes(app, options)
}

export type { Article, ArticleHead, Category } from './article.ts'
export { addFiles as addArticleFiles } from './article-files.ts'
export { findArticle } from './article-repository.ts'
export { text as articleCategoriesText } from './categories/text.ts'
export { ensureCategory } from './category-repository.ts'
export { compareArticleCounts } from './compare-counts.ts'
export { createArticle } from './create-article.ts'
export {
  type Block,
  type Cell,
  type Inline,
  isLinkable,
  type List,
  type ListItem,
  type Mark,
  type Paragraph,
  plainText,
} from './document.ts'
export { actOn as actOnArticle, type NewsOptions } from './feature.ts'
export { LEAD_MAX, MOST_TAGS } from './fields.ts'
export { latestArticles } from './list-articles.ts'
export { parseMarkup } from './markup/parse.ts'

export { findPublicArticleBySlug, namePublicArticles } from './name-public.ts'

export { beginImported, findImported, finishImported, importedTable, placeImportedFile } from './old-addresses/imported-row-repository.ts'
export { paths as newsPaths } from './paths.ts'
export {
  articleAddresses,
  findPublicArticle,
  type PublicArticle,
  pageAddresses,
  pagesForMenus,
  unseenPages,
  walkPublicArticles,
} from './public-articles.ts'

export { articleForms } from './public-forms.ts'

export { publishDueArticles } from './publish-due.ts'
export { ratedArticles } from './rated-articles.ts'
export { forgetOldReports } from './reports/report-repository.ts'
export type { ArticleSlots, SlotContext } from './slots.ts'
export { text as newsText } from './text.ts'
export { newsTime } from './when-words.ts'
export { articleFileReaders }
