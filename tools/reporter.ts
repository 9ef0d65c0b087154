import { relative } from 'node:path'
import type { TestEvent } from 'node:test/reporters'

/**
 * Prints what a person wants to read after a test run: each failure with its place and reason, each skipped test with its reason, the counts
 * in the words of Node's own reporter, and the files that took longest.
 */
export default async function* reporter(source: AsyncIterable<TestEvent>): AsyncGenerator<string> {
  const counts = { tests: 0, pass: 0, fail: 0, skipped: 0 }
  const took = new Map<string, number>()
  for await (const event of source) {
    if (event.type === 'test:stderr' || event.type === 'test:stdout') yield event.data.message
    if (event.type !== 'test:pass' && event.type !== 'test:fail') continue
    const { name, details, skip, file, line, nesting } = event.data
    if (nesting === 0 && file !== undefined) took.set(file, (took.get(file) ?? 0) + details.duration_ms)
    const skipped = skip !== undefined && skip !== false
    // Of a suite only that it was left out, since no test of it is told of then.
    if (details.type === 'suite' && !skipped) continue
    counts.tests += 1
    const place = file === undefined ? '' : ` (${relative(process.cwd(), file)}:${line ?? 0})`
    if (skipped) {
      counts.skipped += 1
      yield `- skipped: ${name}${place}: ${skip === true ? 'no reason given' : skip}\n`
    } else if (event.type === 'test:pass') {
      counts.pass += 1
    } else {
      counts.fail += 1
      yield `✘ ${name}${place}\n${indent(reason(event.data.details.error))}\n`
    }
  }
  yield `ℹ tests ${counts.tests}\nℹ pass ${counts.pass}\nℹ fail ${counts.fail}\nℹ skipped ${counts.skipped}\nℹ duration_ms ${Math.round(process.uptime() * 1000)}\n`
  const longest = [...took].toSorted(([, a], [, b]) => b - a).slice(0, LONGEST)
  yield `ℹ longest ${longest.map(([file, millis]) => `${relative(process.cwd(), file)} ${(millis / 1000).toFixed(1)} s`).join(', ')}\n`
}

/** So many files are named as those that took longest. */
const LONGEST = 8

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
