import { spawn } from 'node:child_process'
import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { makePages } from './web.ts'

/** Which suites to run: all of them, all but the slow ones, or those whose path holds one of `chosen`. */
export interface SuiteChoice {
  readonly home: string
  readonly fast: boolean
  readonly chosen: readonly string[]
}

/**
 * Runs the suites with Node's own runner and says whether all passed. Quick suites share one process (starting one each costs more than the tests);
 * slow ones, which start other programs, get a process each. The quick ones run under two time zones, because nothing may depend on the machine's (the suites of pages under one).
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
  const zones = quick.length === 0 ? [] : chosen.length > 0 ? ['UTC'] : ['Pacific/Apia', 'UTC']
  // Each of them keeps one core busy: at once they take half of the time.
  const runs = zones.map((zone, at) => {
    const files = at === zones.length - 1 ? quick : quick.filter((file) => !asksAllPromises(join(home, file)))
    return { zone, ended: nodeTest(home, ['--test-isolation=none', ...files], { zone, held: zones.length > 1 }) }
  })
  for (const { zone, ended } of runs) {
    const { output, ok } = await ended
    console.log(`Suites under TZ=${zone}\n${output}`.trimEnd())
    passed = ok && passed
  }
  if (!fast && slow.length > 0) {
    // Once, before several files of tests want them at the same time.
    if (slow.some((file) => file.includes('packages/web/'))) makePages((line) => console.log(line))
    console.log('Suites that start other programs')
    const clusters = mkdtempSync(join(tmpdir(), 'blamefree-clusters-'))
    try {
      passed = (await nodeTest(home, ['--test-concurrency=2', ...slow], { zone: 'UTC', held: false, clusters })).ok && passed
    } finally {
      rmSync(clusters, { recursive: true, force: true })
    }
  }
  if (fast && slow.length > 0) console.log(`Left out because of --fast: ${slow.join(', ')}`)
  if (all.length === 0) console.log(`No test file matches ${chosen.join(', ')}.`)
  return passed && all.length > 0
}

/** Whether it holds a place to every promise of pages, with a fault at each request: half a minute of requests to a world whose clock is its own, so that one zone is enough. */
const asksAllPromises = (file: string): boolean => readFileSync(file, 'utf8').includes('holdPageToContract(')

/** `held`: what it prints comes back, for whoever runs several at once; otherwise it is seen as it comes. `clusters`: a folder for databases to copy. */
interface TestRun {
  readonly zone: string
  readonly held: boolean
  readonly clusters?: string
}

/** Runs test files in a process of their own. */
function nodeTest(home: string, args: readonly string[], { zone, held, clusters = '' }: TestRun): Promise<{ ok: boolean; output: string }> {
  const child = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', '--import', './tools/property-seed.ts', '--test', '--test-reporter=./tools/reporter.ts', ...args],
    {
      cwd: home,
      stdio: ['ignore', held ? 'pipe' : 'inherit', held ? 'pipe' : 'inherit'],
      env: { ...process.env, TZ: zone, NODE_TEST_CONTEXT: undefined, BLAMEFREE_TEST_CLUSTERS: clusters },
    },
  )
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream?.setEncoding('utf8').on('data', (text: string) => (output += text))
  return new Promise((resolve) => child.on('close', (code) => resolve({ ok: code === 0, output })))
}
