/**
 * Rules that the office set for itself: no law stands behind them, and pages say so ("quy định của cổng").
 */
export const localRules = {
  /** Calendar days after the answer in which the filer may say "not solved" and have the case taken up again, once. */
  reopenWithinDays: 30,
  /** Working days before the due day in which its officer is reminded each morning. */
  remindWorkingDaysBefore: 3,
  /** Working days after the due day from which the head of the unit is told as well. */
  headToldAfterWorkingDays: 1,
  /** Working days after the due day from which the chairman is told as well. */
  chairmanToldAfterWorkingDays: 3,
  /** Calendar days in which a follower's address must be confirmed; then it is erased. */
  followerConfirmsWithinDays: 7,
  /** Calendar days in which an account reads that a case it followed left the register. */
  followerReadsOfEndDays: 30,
  /** Calendar days after the last step of an ended case until addresses and accounts of its followers are erased. */
  followersErasedDaysAfterEnd: 60,
} as const
