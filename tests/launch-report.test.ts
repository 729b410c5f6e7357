import { expect, test } from 'vitest'

interface Counts {
  passed: number
  failed: number
  skipped: number
}
const path = new URL('../scripts/launch/count-report.mjs', import.meta.url).href
const { countReport } = (await import(path)) as { countReport: (json: string, code: number) => Counts }

const report = (...files: { status: string; tests: string[] }[]): string =>
  JSON.stringify({ testResults: files.map(({ status, tests }) => ({ status, assertionResults: tests.map((one) => ({ status: one })) })) })

test.each([
  ['all is well', report({ status: 'passed', tests: ['passed', 'passed'] }), 0, [2, 0, 0]],
  ['a test failed', report({ status: 'failed', tests: ['passed', 'failed'] }), 1, [1, 1, 0]],
  ['some were left out', report({ status: 'passed', tests: ['passed', 'skipped', 'todo'] }), 0, [1, 0, 2]],
  ['a file could not be loaded', report({ status: 'passed', tests: ['passed'] }, { status: 'failed', tests: [] }), 1, [1, 1, 0]],
  ['the preparation of a file failed', report({ status: 'failed', tests: ['skipped', 'skipped'] }), 1, [0, 1, 2]],
  ['the run ended badly though every test passed', report({ status: 'passed', tests: ['passed'] }), 1, [1, 1, 0]],
  ['nothing ran', report(), 0, [0, 1, 0]],
  ['the run broke off and wrote nothing', '', 137, [0, 1, 0]],
  ['the report is cut off', '{"testResults": [', 0, [0, 1, 0]],
])('%s', (_, json, code, [passed, failed, skipped]) => {
  expect(countReport(json, code)).toEqual({ passed, failed, skipped })
})
