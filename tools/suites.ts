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
 * slow ones, which start other programs, get a process each, those of the server's API one together. The quick ones run under two time zones, because nothing may depend on the machine's (the suites of pages under one).
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
      passed = (await runSlow(home, slow, clusters)) && passed
    } finally {
      rmSync(clusters, { recursive: true, force: true })
    }
  }
  if (fast && slow.length > 0) console.log(`Left out because of --fast: ${slow.join(', ')}`)
  if (all.length === 0) console.log(`No test file matches ${chosen.join(', ')}.`)
  return passed && all.length > 0
}

/** Suites that need nothing of their own from their process: together they load the server once, and start one database. */
const TOGETHER = 'packages/server/src/api/'

/** Runs the slow suites, two processes at once, and says what each found when it has ended, and the sums at the end. */
async function runSlow(home: string, slow: readonly string[], clusters: string): Promise<boolean> {
  const together = slow.filter((file) => file.startsWith(TOGETHER))
  const waiting = [...(together.length === 0 ? [] : [together]), ...slow.filter((file) => !file.startsWith(TOGETHER)).map((file) => [file])]
  const sums = { tests: 0, pass: 0, fail: 0, skipped: 0 }
  const took: { name: string; seconds: number }[] = []
  const began = Date.now()
  let passed = true
  const work = async (): Promise<void> => {
    for (let files = waiting.shift(); files !== undefined; files = waiting.shift()) {
      const since = Date.now()
      const { output, ok } = await nodeTest(home, ['--test-isolation=none', ...files], { zone: 'UTC', held: true, clusters })
      took.push({ name: files.length > 1 ? TOGETHER : (files[0] ?? ''), seconds: (Date.now() - since) / 1000 })
      for (const name of Object.keys(sums) as (keyof typeof sums)[]) sums[name] += Number(new RegExp(`^ℹ ${name} (\\d+)$`, 'm').exec(output)?.[1] ?? 0)
      passed = ok && passed
      const said = output.replaceAll(/^ℹ .*\n/gm, '')
      if (said.trim() !== '' || !ok) console.log(`${ok ? '' : `✘ ${files.join(', ')}\n`}${said}`.trimEnd())
    }
  }
  await Promise.all([work(), work()])
  const longest = took.toSorted((a, b) => b.seconds - a.seconds).slice(0, 12)
  for (const [name, count] of Object.entries({ ...sums, duration_ms: Date.now() - began })) console.log(`ℹ ${name} ${count}`)
  console.log(`ℹ longest ${longest.map(({ name, seconds }) => `${name} ${seconds.toFixed(1)} s`).join(', ')}`)
  return passed
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
