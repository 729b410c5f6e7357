/**
 * Passed, failed and skipped tests of one vitest run. A file that could not run counts as one failure, and so does a run that broke off,
 * ended badly without a failed test, or ran no test at all.
 * @param {string} json vitest's JSON report, empty when it wrote none
 * @param {number} code vitest's exit code
 */
export function countReport(json, code) {
  const counts = { passed: 0, failed: 0, skipped: 0 }
  for (const file of readFiles(json)) {
    const failedBefore = counts.failed
    for (const { status } of file.assertionResults) {
      if (status === 'passed') counts.passed++
      else if (status === 'failed') counts.failed++
      else counts.skipped++
    }
    if (file.status === 'failed' && counts.failed === failedBefore) counts.failed++
  }
  if (counts.failed === 0 && (code !== 0 || counts.passed === 0)) counts.failed++
  return counts
}

function readFiles(json) {
  try {
    return JSON.parse(json).testResults
  } catch {
    return []
  }
}
