/** Groups in which the site is searched. */
export const searchKinds = ['news', 'petitions', 'pages'] as const
export type SearchKind = (typeof searchKinds)[number]
