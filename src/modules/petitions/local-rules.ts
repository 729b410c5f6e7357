/**
 * Rules that the office set for itself: no law stands behind them, and pages say so ("quy định của cổng").
 */
export const localRules = {
  /** Calendar days after the answer in which the filer may say "not solved" and have the case taken up again, once. */
  reopenWithinDays: 30,
} as const
