export const paths = { statistics: '/thong-ke-truy-cap' } as const
