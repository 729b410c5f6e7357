/** Vietnamese paths of following. */
export const FOLLOWED = '/tai-khoan/theo-doi'
export const followPath = (code: string) => `/don/${code}/theo-doi`
export const confirmPath = (token: string) => `/theo-doi/${token}`
