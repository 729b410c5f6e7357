import robots from './data/robots.json' with { type: 'json' }

const anyOf = (parts: readonly string[]) => parts.map((part) => part.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')).join('|')
const ofRobots = new RegExp(anyOf(robots.parts))
const ofPeople = new RegExp(anyOf(robots.people), 'g')
/** User agents remembered, at most: few browsers make most of the requests. */
const MOST = 2_000
const known = new Map<string, boolean>()

/**
 * Whether a program says that it is no person. Who hides it, or sends no user agent at all, is taken for a person: the list is what
 * robots say of themselves, never a guess about people.
 */
export function isRobot(userAgent: string | undefined): boolean {
  if (!userAgent) return false
  const before = known.get(userAgent)
  if (before !== undefined) return before
  if (known.size >= MOST) known.clear()
  const robot = ofRobots.test(userAgent.slice(0, 1000).toLowerCase().replace(ofPeople, ''))
  known.set(userAgent, robot)
  return robot
}
