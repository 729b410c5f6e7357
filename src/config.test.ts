import { chmodSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { ConfigError, loadConfig, loadSecrets } from './config.ts'

describe('the environment', () => {
  test('nothing set is a demonstration on this machine alone', () => {
    expect(loadConfig({})).toMatchObject({ host: '127.0.0.1', port: 8080, databaseUrl: null, smtpUrl: null, demoAllowed: true })
  })

  test('an empty value is the same as none', () => {
    const names = ['HOST', 'PORT', 'DATA_DIR', 'DATABASE_URL', 'PUBLIC_URL', 'SMTP_URL', 'TRUSTED_PROXIES', 'LOG_LEVEL', 'DEMO_PASSWORD']
    expect(loadConfig(Object.fromEntries(names.map((name) => [name, ''])))).toEqual(loadConfig({}))
  })

  test.each([
    ['PORT', '80a'],
    ['PORT', '-1'],
    ['PORT', '65536'],
    ['PORT', '1e3'],
    ['DATABASE_URL', 'mysql://x/y'],
    ['DATABASE_URL', 'not a url'],
    ['PUBLIC_URL', 'phuoclong.vn'],
    ['PUBLIC_URL', 'javascript:alert(1)'],
    ['SMTP_URL', 'http://mail'],
    ['LOG_LEVEL', 'loud'],
    ['TRUSTED_PROXIES', 'proxy.example'],
    ['TRUSTED_PROXIES', '10.0.0.0/33'],
    ['TRUSTED_PROXIES', '10.0.0.0/x'],
  ])('%s=%s stops the start and is named', (name, value) => {
    expect(() => loadConfig({ [name]: value })).toThrow(ConfigError)
    expect(() => loadConfig({ [name]: value })).toThrow(new RegExp(`^${name}: `))
  })

  test('proxies are addresses and ranges', () => {
    expect(loadConfig({ TRUSTED_PROXIES: '10.0.0.1, 10.1.0.0/16,::1/128' }).trustedProxies).toEqual(['10.0.0.1', '10.1.0.0/16', '::1/128'])
  })
})

describe('the demonstration town may exist', () => {
  test.each([
    [{}, true],
    [{ HOST: 'localhost' }, true],
    [{ HOST: '::1' }, true],
    [{ HOST: '127.5.0.1' }, true],
    [{ HOST: '0.0.0.0' }, false],
    [{ HOST: '::' }, false],
    [{ HOST: '127.0.0.1.example.vn' }, false],
    [{ PUBLIC_URL: 'http://localhost:8080' }, true],
    [{ PUBLIC_URL: 'http://[::1]:8080' }, true],
    [{ PUBLIC_URL: 'https://phuoclong.gov.vn' }, false],
    [{ PUBLIC_URL: 'https://phuoclong.gov.vn', DEMO_PASSWORD: 'phuoc-long-2017' }, false],
    [{ PUBLIC_URL: 'https://phuoclong.gov.vn', DEMO_PASSWORD: 'another one' }, true],
    [{ HOST: '0.0.0.0', DEMO_PASSWORD: 'another one' }, true],
  ])('with %o: %s', (env, allowed) => {
    expect(loadConfig(env).demoAllowed).toBe(allowed)
  })
})

describe('the secrets', () => {
  const folders: string[] = []
  afterEach(() => {
    for (const folder of folders.splice(0)) rmSync(folder, { recursive: true })
  })
  const newFolder = () => {
    const folder = mkdtempSync(join(tmpdir(), 'secrets-'))
    folders.push(folder)
    return join(folder, 'var')
  }

  test('are made once, for the owner alone, in a folder that others may pass through', () => {
    const dataDir = newFolder()
    const { appKey } = loadSecrets(dataDir)
    expect(appKey).toHaveLength(32)
    expect(loadSecrets(dataDir).appKey).toEqual(appKey)
    expect(loadSecrets(newFolder()).appKey).not.toEqual(appKey)
    const file = join(dataDir, 'secrets', 'app-key')
    expect([dataDir, join(dataDir, 'secrets'), file].map((path) => (statSync(path).mode & 0o777).toString(8))).toEqual([
      '711',
      '700',
      '600',
    ])
    expect(readdirSync(join(dataDir, 'secrets'))).toEqual(['app-key'])
  })

  test('that others could read are shut again', () => {
    const dataDir = newFolder()
    loadSecrets(dataDir)
    const file = join(dataDir, 'secrets', 'app-key')
    chmodSync(file, 0o644)
    loadSecrets(dataDir)
    expect(statSync(file).mode & 0o777).toBe(0o600)
  })

  test('that are damaged stop the start', () => {
    const dataDir = newFolder()
    loadSecrets(dataDir)
    writeFileSync(join(dataDir, 'secrets', 'app-key'), 'short')
    expect(() => loadSecrets(dataDir)).toThrow(ConfigError)
  })
})
