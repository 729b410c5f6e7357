/** The chairman's page. */
export const OVERVIEW = '/lam-viec/tong-quan'
