import { spawn } from 'node:child_process'
import { globSync } from 'node:fs'
import { makePages } from './web.ts'

/** Which suites to run: all of them, all but the slow ones, or those whose path holds one of `chosen`. */
export interface SuiteChoice {
  readonly home: string
  readonly fast: boolean
  readonly chosen: readonly string[]
}

/**
 * Runs the suites with Node's own runner and says whether all passed. Quick suites share one process (starting one each costs more than the tests);
 * slow ones, which start other programs, get a process each. The quick ones run under two time zones, because nothing may depend on the machine's.
 */
export async function runSuites({ home, fast, chosen }: SuiteChoice): Promise<boolean> {
  const all = globSync(['packages/*/src/**/*.test.ts', 'packages/web/tests/**/*.test.ts', 'tools/**/*.test.ts', 'tests/**/*.test.ts'], {
    cwd: home,
    exclude: (name) => name === 'node_modules',
  })
    .filter((file) => chosen.length === 0 || chosen.some((part) => file.includes(part)))
    .toSorted()
  const slow = all.filter((file) => file.endsWith('.slow.test.ts'))
  const quick = all.filter((file) => !file.endsWith('.slow.test.ts'))
  let passed = true
  for (const zone of chosen.length > 0 ? ['UTC'] : ['Pacific/Apia', 'UTC']) {
    if (quick.length === 0) continue
    console.log(`Suites under TZ=${zone}`)
    passed = (await nodeTest(home, ['--test-isolation=none', ...quick], zone)) && passed
  }
  if (!fast && slow.length > 0) {
    // Once, before several files of tests want them at the same time.
    if (slow.some((file) => file.includes('packages/web/'))) makePages((line) => console.log(line))
    console.log('Suites that start other programs')
    passed = (await nodeTest(home, ['--test-concurrency=2', ...slow], 'UTC')) && passed
  }
  if (fast && slow.length > 0) console.log(`Left out because of --fast: ${slow.join(', ')}`)
  if (all.length === 0) console.log(`No test file matches ${chosen.join(', ')}.`)
  return passed && all.length > 0
}

function nodeTest(home: string, args: readonly string[], zone: string): Promise<boolean> {
  const child = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', '--import', './tools/property-seed.ts', '--test', '--test-reporter=./tools/reporter.ts', ...args],
    {
      cwd: home,
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, TZ: zone, NODE_TEST_CONTEXT: undefined },
    },
  )
  return new Promise((resolve) => child.on('exit', (code) => resolve(code === 0)))
}
