import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { afterAll } from 'vitest'
import { type AppOptions, createApp } from '../../src/app.ts'
import { loadDemo } from '../../src/demo/load-demo.ts'
import { createAuth, quickHashing } from '../../src/modules/accounts/index.ts'
import type { Connection } from '../../src/platform/database.ts'
import type { Assets } from '../../src/ui/index.ts'
import { testDatabase } from './database.ts'

/** Password of the demonstration people in tests. */
export const PASSWORD = 'mat-khau-thu-nghiem'

export const testAssets: Assets = { css: '/assets/main.css', scripts: {}, fonts: [] }

export interface TestApp extends Connection {
  app: FastifyInstance
  url: string
  appKey: Buffer
  dataDir: string
  /** Session cookie of a demonstration person. */
  signIn: (username: string) => Promise<string>
}

/**
 * The whole application on a database of its own, with the demonstration people; `petitions` loads the forty cases as well.
 * @param now the clock that the application reads
 */
export async function testApp({
  petitions = false,
  now = () => new Date(),
  commentSubjects,
}: {
  petitions?: boolean
  now?: () => Date
} & Pick<AppOptions, 'commentSubjects'> = {}): Promise<TestApp> {
  const connection = await testDatabase()
  const dataDir = mkdtempSync(join(tmpdir(), 'congdan-app-'))
  const appKey = Buffer.alloc(32, 7)
  const auth = await createAuth({ db: connection.db, secret: appKey.toString('base64'), publicUrl: null, hashing: quickHashing })
  await loadDemo({ db: connection.db, auth, appKey, password: PASSWORD, now: now(), petitions })
  const opened = await appOn(connection, { dataDir, appKey, now, ...(commentSubjects ? { commentSubjects } : {}) })
  afterAll(() => rmSync(dataDir, { recursive: true, force: true }))
  return { ...connection, ...opened, url: connection.url, appKey, dataDir }
}

/** The application on a database and a data folder that are there already. */
export async function appOn(
  connection: Connection & { url: string },
  {
    dataDir,
    appKey,
    now = () => new Date(),
    ...more
  }: { dataDir: string; appKey: Buffer; now?: () => Date } & Pick<AppOptions, 'commentSubjects'>,
): Promise<Pick<TestApp, 'app' | 'signIn'>> {
  const app = await createApp({
    config: { dataDir, publicUrl: null, trustedProxies: [], logLevel: 'silent' },
    connection,
    databaseUrl: connection.url,
    appKey,
    clientDir: dataDir,
    assets: testAssets,
    now,
    hashing: quickHashing,
    logger: false,
    ...more,
  })
  await app.ready()
  afterAll(() => app.close())
  return { app, signIn: (username) => signIn(app, username) }
}

async function signIn(app: FastifyInstance, username: string): Promise<string> {
  const response = await app.inject({ method: 'POST', url: '/api/v1/auth/sign-in', payload: { username, password: PASSWORD } })
  if (response.statusCode !== 200) throw new Error(`${username} could not sign in: ${response.statusCode} ${response.body}`)
  return response.cookies.map((cookie) => `${cookie.name}=${cookie.value}`).join('; ')
}
