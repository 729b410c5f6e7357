import { instantText } from '../../shared/civil-date.ts'
import type { Document, Passage } from './document.ts'
import type { Edition } from './edition-repository.ts'
import type { LinkedDocument } from './link-repository.ts'
import { paths } from './paths.ts'

export function documentJson(document: Document) {
  const { id, slug, status, version, kind, number, issuer, signer, subject, issuedOn, validFrom, validTo, edition, publishedAt } = document
  return {
    id,
    slug,
    href: paths.one(slug),
    status,
    version,
    kind,
    number,
    issuer,
    signer,
    subject,
    issuedOn,
    validFrom,
    validTo,
    edition,
    publishedAt: publishedAt && instantText(publishedAt),
  }
}

export const passageJson = ({ anchorId, path, kind, depth, text, came }: Passage) => ({ anchorId, path, kind, depth, text, came })

export const editionJson = ({ edition, madeAt }: Edition) => ({ edition, madeAt: instantText(madeAt) })

export const linkJson = ({ link, way, slug, number, subject }: LinkedDocument) => ({ link, way, slug, number, subject })
