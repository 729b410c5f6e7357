import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { afterAll, inject } from 'vitest'
import { type Connection, connect } from '../../src/platform/database.ts'

/** A migrated, empty database for the calling test file alone; closed and dropped after its last test. */
export async function testDatabase(): Promise<Connection & { url: string }> {
  const server = inject('databaseServer')
  const name = `congdan_test_${randomUUID().replaceAll('-', '')}`
  await onServer(server, `create database ${name} template ${inject('templateDatabase')}`)
  const url = server.replace(/\/postgres(?=\?|$)/, `/${name}`)
  const connection = connect(url)
  afterAll(async () => {
    await connection.close()
    await onServer(server, `drop database if exists ${name} with (force)`)
  })
  return { ...connection, url }
}

/** A database with nothing in it at all, on the tests' server or another one; dropped after the last test. */
export async function emptyDatabase(server = inject('databaseServer')): Promise<string> {
  const name = `congdan_empty_${randomUUID().replaceAll('-', '')}`
  await onServer(server, `create database ${name} template template0`)
  afterAll(() => onServer(server, `drop database if exists ${name} with (force)`))
  return server.replace(/\/postgres(?=\?|$)/, `/${name}`)
}

/** Two files may clone at the same moment; PostgreSQL lets one at a time use a template, so the server queues them by a lock. */
async function onServer(server: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: server })
  await client.connect()
  try {
    await client.query('select pg_advisory_lock(720312)')
    await client.query(sql)
  } finally {
    await client.end()
  }
}
