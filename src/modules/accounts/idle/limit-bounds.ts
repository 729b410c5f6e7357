/** How long a session may be left alone, minutes, and how long before its end the page warns. */
export interface SessionLimits {
  officerMinutes: number
  residentMinutes: number
  warningSeconds: number
}

/** An officer's screen shows other people's matters; a resident's shows the own. A row of `session_limits` sets others. */
export const defaultLimits: SessionLimits = { officerMinutes: 30, residentMinutes: 120, warningSeconds: 60 }

/** What an administrator may set; the table checks the same. A warning is always shorter than the shortest limit. */
export const limitBounds: Readonly<Record<keyof SessionLimits, { min: number; max: number }>> = {
  officerMinutes: { min: 5, max: 480 },
  residentMinutes: { min: 5, max: 720 },
  warningSeconds: { min: 20, max: 240 },
}
