import { sql } from 'kysely'
import type { Db } from '../../platform/database.ts'
import type { CivilDate } from '../../shared/civil-date.ts'
import type { Actor, Scope } from './accounts.ts'
import { findDelegation } from './delegations/delegations.ts'
import type { Device } from './device.ts'
import { defaultLimits } from './idle/limit-bounds.ts'
import { isLeftAlone, isTouchDue } from './idle/limits.ts'
import { formerUnitsOf } from './unit-succession.ts'
import './accounts.table.ts'

/** The person behind a session, and what the request must know of it. */
export interface Presence {
  actor: Actor
  sessionId: string
  passwordIsTemporary: boolean
  /** How long this session may be left alone. */
  idleSeconds: number
  /** So long before its end the page warns. */
  warningSeconds: number
  /** Its last use was written a while ago. */
  touchDue: boolean
}

/**
 * Who is behind a session token today; undefined when the session ended or the person's work here did.
 * A person with no place in this authority is a resident.
 */
export async function findPresence(db: Db, scope: Scope, token: string, today: CivilDate): Promise<Presence | undefined> {
  const row = await db
    .selectFrom('auth_sessions as session')
    .innerJoin('auth_users as person', 'person.id', 'session.user_id')
    .leftJoin('staff', (join) => join.onRef('staff.person_id', '=', 'person.id').on('staff.authority_id', '=', scope.authorityId))
    .leftJoin('session_limits', (join) => join.on('session_limits.authority_id', '=', scope.authorityId))
    .select([
      'session.id as session_id',
      'session.seen_at',
      'session_limits.officer_minutes',
      'session_limits.resident_minutes',
      'session_limits.warning_seconds',
      'person.id as person_id',
      'person.username',
      'person.name',
      'person.password_is_temporary',
      'staff.roles',
      'staff.unit_id',
      'staff.valid_from',
      'staff.valid_to',
      'staff.deactivated_at',
    ])
    .select(formerUnitsOf(scope, sql.ref('staff.unit_id'), today).as('former_unit_ids'))
    .where('session.token', '=', token)
    .where('session.expires_at', '>', new Date())
    .executeTakeFirst()
  if (!row) return undefined
  const now = new Date()
  const isOfficer = row.roles?.some((role) => role !== 'resident') ?? false
  const minutes = isOfficer
    ? (row.officer_minutes ?? defaultLimits.officerMinutes)
    : (row.resident_minutes ?? defaultLimits.residentMinutes)
  if (isLeftAlone(row.seen_at, minutes * 60, now)) {
    await endSession(db, token)
    return undefined
  }
  if (row.roles) {
    const covers = row.valid_from! <= today && (row.valid_to === null || row.valid_to >= today)
    if (!covers || row.deactivated_at) return undefined
  }
  const delegation = row.roles?.includes('unitHead') ? await findDelegation(db, scope, row.person_id, today) : undefined
  return {
    actor: {
      ...(row.roles && delegation ? { signsFor: { delegationId: delegation.id, complaints: delegation.complaints } } : {}),
      personId: row.person_id,
      username: row.username,
      name: row.name,
      // With a password that somebody else has seen, nothing may be done yet.
      roles: row.password_is_temporary ? [] : (row.roles ?? ['resident']),
      unitId: row.unit_id,
      ...(row.former_unit_ids.length > 0 ? { formerUnitIds: row.former_unit_ids } : {}),
    },
    sessionId: row.session_id,
    passwordIsTemporary: row.password_is_temporary,
    idleSeconds: minutes * 60,
    warningSeconds: row.warning_seconds ?? defaultLimits.warningSeconds,
    touchDue: isTouchDue(row.seen_at, now),
  }
}

export interface OwnSession {
  id: string
  device: Device
  startedAt: Date
  expiresAt: Date
}

/** A person's running sessions, newest first; without their tokens. */
export async function listSessions(db: Db, personId: string): Promise<OwnSession[]> {
  const rows = await db
    .selectFrom('auth_sessions')
    .select(['id', 'user_agent', 'created_at', 'expires_at'])
    .where('user_id', '=', personId)
    .where('expires_at', '>', new Date())
    .orderBy('created_at', 'desc')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    device: (row.user_agent ?? '/') as Device,
    startedAt: row.created_at,
    expiresAt: row.expires_at,
  }))
}

/** Ends one session by its token; unknown tokens are no matter. */
export async function endSession(db: Db, token: string): Promise<void> {
  await db.deleteFrom('auth_sessions').where('token', '=', token).execute()
}

/** Ends one of the person's own sessions; false when it is not theirs. */
export async function endOwnSession(db: Db, personId: string, sessionId: string): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('auth_sessions')
    .where('id', '=', sessionId)
    .where('user_id', '=', personId)
    .executeTakeFirst()
  return numDeletedRows > 0n
}

export async function endOtherSessions(db: Db, personId: string, keepSessionId: string): Promise<void> {
  await db.deleteFrom('auth_sessions').where('user_id', '=', personId).where('id', '<>', keepSessionId).execute()
}

/** Session ids are UUIDs or nothing at all. */
export const sessionIdForm = /^[0-9a-f-]{36}$/
