import type { ArticleFacts } from '../../ui/index.ts'
import type { Image } from './document.ts'
import type { ShownFiles } from './pages/document-view.tsx'
import type { RatingTotals } from './slots.ts'
import type { PublicView } from './views.ts'

/** What an article is to those who link it; its first picture stands for it. */
export function articleFacts({ article, category }: PublicView, files: ShownFiles, ratings: RatingTotals | undefined): ArticleFacts {
  return {
    publishedAt: article.publishedAt!,
    changedAt: article.updatedAt,
    author: article.author ?? undefined,
    section: category?.name,
    tags: article.tags,
    ratings,
    image: firstPicture(
      article.body.content.find((block) => block.type === 'image'),
      files,
    ),
  }
}

function firstPicture(picture: Image | undefined, files: ShownFiles): ArticleFacts['image'] {
  const file = picture && files.get(picture.attrs.fileId)
  const largest = file?.widths?.at(-1)
  if (!picture || !largest || !file?.width || !file.height) return undefined
  return {
    href: largest.href,
    width: largest.width,
    height: Math.round((file.height * largest.width) / file.width),
    alt: picture.attrs.alt,
  }
}
