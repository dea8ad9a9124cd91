// Test report — what a run of vitest comes to, told from its JSON report and its exit code.

import { basename } from 'node:path'

/**
 * Every test that did not pass is a failure: one that failed, one that was not run, and a file that
 * could not be loaded. So is a run that broke off, or met an error outside of any test.
 */
export function countReport(text, exitCode) {
  if (text === undefined) return { passed: 0, failures: ['the run broke off'] }
  const files = JSON.parse(text).testResults
  const tests = files.flatMap((file) => file.assertionResults)
  const unloaded = files.filter(({ status, assertionResults }) => {
    return status === 'failed' && assertionResults.length === 0
  })
  const failures = [
    ...unloaded.map(
      ({ name, message = '' }) => `${basename(name)} could not be loaded${why(message)}`,
    ),
    ...files.flatMap(({ name, assertionResults }) =>
      assertionResults
        .filter(({ status }) => status !== 'passed')
        .map(({ fullName, status, failureMessages = [] }) => {
          return `${basename(name)}: ${fullName} (${status})${why(failureMessages[0] ?? '')}`
        }),
    ),
  ]
  if (exitCode !== 0 && failures.length === 0) failures.push('an error outside of any test')
  return { passed: tests.filter(({ status }) => status === 'passed').length, failures }
}

/** The first line of what a test says of itself. */
function why(message) {
  const [first] = message.split('\n')
  return first === '' ? '' : `: ${first}`
}
