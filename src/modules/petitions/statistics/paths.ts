/** The chairman's page. */
export const OVERVIEW = '/lam-viec/tong-quan'

/** The same figures for everybody. */
export const STATISTICS = '/thong-ke'

/** What can be taken away and used: the data sets, their fields and licence. */
export const OPEN_DATA = '/du-lieu-mo'
