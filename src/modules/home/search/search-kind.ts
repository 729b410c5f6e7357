/** Groups in which the site is searched. */
export const searchKinds = ['news', 'petitions', 'documents', 'pages'] as const
export type SearchKind = (typeof searchKinds)[number]
