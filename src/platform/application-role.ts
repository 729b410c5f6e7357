import pg from 'pg'

/** The role under which web and worker processes work; the tables belong to whoever migrates. */
export const APPLICATION_ROLE = 'congdan_app'

/** Tables whose rows are only added: a trigger of the migrations guards them, and the application's role lacks the very right. */
const guardedTables = `select distinct c.oid::regclass::text as name from pg_trigger t
  join pg_class c on c.oid = t.tgrelid join pg_proc p on p.oid = t.tgfoid
  where c.relnamespace = current_schema()::regnamespace and p.proname = 'refuse_change' and not t.tgisinternal`

const queue = 'graphile_worker'

/**
 * Makes the role where it can be made, and gives it what the program needs: run after the migrations, by the owner of the tables.
 * @returns false where this server does not let the owner make a role; the triggers guard the rows then, and nothing else
 */
export async function grantApplication(client: pg.Client): Promise<boolean> {
  if (!(await makeRole(client))) return false
  const statements = [
    ...((await isMember(client)) ? [] : [`grant ${APPLICATION_ROLE} to current_user`]),
    ...(await schemas(client)).flatMap((schema) => [
      `grant usage on schema ${schema} to ${APPLICATION_ROLE}`,
      `grant select, insert, update, delete on all tables in schema ${schema} to ${APPLICATION_ROLE}`,
      `grant usage, select, update on all sequences in schema ${schema} to ${APPLICATION_ROLE}`,
      `grant execute on all functions in schema ${schema} to ${APPLICATION_ROLE}`,
    ]),
    `revoke insert, update, delete on migrations from ${APPLICATION_ROLE}`,
  ]
  const { rows } = await client.query<{ name: string }>(guardedTables)
  for (const { name } of rows) statements.push(`revoke update, delete, truncate on ${name} from ${APPLICATION_ROLE}`)
  // All or nothing: between a grant and its revocation nobody works with more than is meant.
  await client.query(['begin', ...statements, 'commit'].join('; '))
  await letIntoQueue(client)
  return true
}

async function isMember(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query<{ is: boolean }>('select pg_has_role(current_user, $1, $2) as is', [APPLICATION_ROLE, 'member'])
  return rows[0]!.is
}

async function schemas(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    'select oid::regnamespace::text as name from pg_namespace where nspname in (current_schema(), $1)',
    [queue],
  )
  return rows.map(({ name }) => name)
}

async function makeRole(client: pg.Client): Promise<boolean> {
  const known = await client.query('select 1 from pg_roles where rolname = $1', [APPLICATION_ROLE])
  if (known.rowCount) return true
  try {
    await client.query(`create role ${APPLICATION_ROLE}`)
    return true
  } catch (error) {
    const { code } = error as { code?: string }
    // Another database of the same server has made it this moment.
    if (code === '42710' || code === '23505') return true
    if (code === '42501') return false
    throw error
  }
}

/** The queue's tables let nobody but their owner see a row, unless a policy says so. */
async function letIntoQueue(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    `select c.oid::regclass::text as name from pg_class c
     where c.relnamespace = to_regnamespace($1) and c.relrowsecurity
       and not exists (select from pg_policy p where p.polrelid = c.oid and p.polname = $2)`,
    [queue, APPLICATION_ROLE],
  )
  for (const { name } of rows)
    await client.query(`create policy ${APPLICATION_ROLE} on ${name} to ${APPLICATION_ROLE} using (true) with check (true)`)
}

export interface ApplicationAddress {
  url: string
  /** False: the address is the owner's, and only triggers guard what is only added. */
  isGuarded: boolean
}

/**
 * The address at which web and worker processes work.
 * @param canSignIn the server is ours and lets the role in by the socket: then it is a role of its own from the first byte. Elsewhere the
 * connection begins as the owner and takes the role on; a server whose DATABASE_URL names a lesser user is used as it is.
 */
export async function applicationAddress(url: string, { canSignIn }: { canSignIn: boolean }): Promise<ApplicationAddress> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const { rows } = await client.query<{ mayLogIn: boolean | null; member: boolean; owns: boolean }>(
      `select (select rolcanlogin from pg_roles where rolname = $1) as "mayLogIn",
         exists (select from pg_roles where rolname = $1 and pg_has_role(current_user, oid, 'member')) as member,
         (select pg_has_role(current_user, relowner, 'member') from pg_class where oid = to_regclass('history_entries')) as owns`,
      [APPLICATION_ROLE],
    )
    const { mayLogIn, member, owns } = rows[0]!
    if (!owns) return { url, isGuarded: true }
    if (!member) return { url, isGuarded: false }
    if (!canSignIn) return { url: withRole(url), isGuarded: true }
    if (!mayLogIn) await client.query(`alter role ${APPLICATION_ROLE} login`)
    return { url: url.replace(/^(postgres(?:ql)?:\/\/)[^@/]*@/, `$1${APPLICATION_ROLE}@`), isGuarded: true }
  } finally {
    await client.end()
  }
}

function withRole(url: string): string {
  const option = `-c role=${APPLICATION_ROLE}`
  const [address, query = ''] = url.split('?', 2) as [string, string?]
  const parameters = new URLSearchParams(query)
  parameters.set('options', [parameters.get('options'), option].filter(Boolean).join(' '))
  // The driver reads a plus as a plus.
  return `${address}?${parameters.toString().replaceAll('+', '%20')}`
}
