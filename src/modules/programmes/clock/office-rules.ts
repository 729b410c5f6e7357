/**
 * Rules that the office set for itself on 26 November 2026: no law stands behind them, and mails and pages say so ("quy định của cổng").
 */
export const officeRules = {
  /** Working days before the due day on which whoever is in charge is reminded, once each. */
  remindedWorkingDaysBefore: [7, 3, 1],
  /** Calendar days from one reminder of something late to the next; the first comes on the first working morning. */
  remindedAgainAfterDays: 7,
  /** Working days late from which the head of the agency is told as well. */
  headToldAfterWorkingDays: 3,
  /** Working days late from which the chairman is told as well. */
  chairmanToldAfterWorkingDays: 10,
  /** An agency without its programme: the chairman is told from the first working morning. */
  chairmanToldOfProgrammeAfterWorkingDays: 1,
  /** Calendar days back: rounds of recurring work that lie further back are not made. */
  roundsMadeBackDays: 366,
} as const
