import { relative } from 'node:path'
import type { TestEvent } from 'node:test/reporters'

/**
 * Prints what a person wants to read after a test run: each failure with its place and reason, each skipped test with its reason, and the counts
 * in the words of Node's own reporter.
 */
export default async function* reporter(source: AsyncIterable<TestEvent>): AsyncGenerator<string> {
  const counts = { tests: 0, pass: 0, fail: 0, skipped: 0 }
  const began = Date.now()
  for await (const event of source) {
    if (event.type === 'test:stderr' || event.type === 'test:stdout') yield event.data.message
    if (event.type !== 'test:pass' && event.type !== 'test:fail') continue
    const { name, details, skip, file, line } = event.data
    if (details.type === 'suite') continue
    counts.tests += 1
    const place = file === undefined ? '' : ` (${relative(process.cwd(), file)}:${line ?? 0})`
    if (skip !== undefined && skip !== false) {
      counts.skipped += 1
      yield `- skipped: ${name}${place}: ${skip === true ? 'no reason given' : skip}\n`
    } else if (event.type === 'test:pass') {
      counts.pass += 1
    } else {
      counts.fail += 1
      yield `✘ ${name}${place}\n${indent(reason(event.data.details.error))}\n`
    }
  }
  yield `ℹ tests ${counts.tests}\nℹ pass ${counts.pass}\nℹ fail ${counts.fail}\nℹ skipped ${counts.skipped}\nℹ duration_ms ${Date.now() - began}\n`
}

function reason(error: Error): string {
  const cause = error.cause instanceof Error ? error.cause : error
  return cause.stack ?? cause.message
}

function indent(text: string): string {
  return text
    .split('\n')
    .map((line) => `    ${line}`)
    .join('\n')
}
