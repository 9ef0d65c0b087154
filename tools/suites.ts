import { spawn } from 'node:child_process'
import { globSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { atOnce } from './at-once.ts'
import { makeProgram } from './program.ts'
import { temporaryFolder } from './temporary-folder.ts'
import { makePages } from './web.ts'

/** Which suites to run: all of them, all but the slow ones, or those whose path holds one of `chosen`. */
export interface SuiteChoice {
  readonly home: string
  readonly fast: boolean
  readonly chosen: readonly string[]
}

/**
 * Runs the suites with Node's own runner and says whether all passed. Quick suites share one process (starting one each costs more than the tests);
 * slow ones, which start other programs, get a process each, or one for a group. The quick ones run under two time zones, because nothing may depend on the machine's.
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
  const held = zones.length > 1
  for (const zone of held ? [] : zones) console.log(`Suites under TZ=${zone}`)
  // Each of them keeps one core busy: at once they take half of the time.
  const runs = zones.map((zone, at) => {
    const again = at < zones.length - 1
    const files = again ? [`--test-skip-pattern=${ONCE}`, ...quick.filter((file) => !TIMELESS.test(file))] : quick
    return { zone, ended: nodeTest(home, ['--test-isolation=none', ...files], { zone, held }) }
  })
  for (const { zone, ended } of runs) {
    const { output, ok } = await ended
    if (held) console.log(`Suites under TZ=${zone}\n${output}`.trimEnd())
    passed = ok && passed
  }
  if (!fast && slow.length > 0) {
    // Once, before several files of tests want them at the same time.
    if (slow.some((file) => /^(?:packages\/web|tools)\//.test(file))) {
      makePages((line) => console.log(line))
      await makeProgram((line) => console.log(line))
    }
    console.log('Suites that start other programs')
    const temporary = temporaryFolder()
    try {
      passed = (await runSlow(home, slow, temporary)) && passed
    } finally {
      rmSync(temporary, { recursive: true, force: true, maxRetries: 5 })
    }
  }
  if (fast && slow.length > 0) console.log(`Left out because of --fast: ${slow.join(', ')}`)
  if (all.length === 0) console.log(`No test file matches ${chosen.join(', ')}.`)
  return passed && all.length > 0
}

/**
 * What is asked under one zone only, by the names of the suites: every promise of pages, with a fault at each request. It takes half a minute, in a world whose clock is its own.
 */
const ONCE = 'as a place for pages'

/** Files that take seconds and have no time in them: requests cut off at each byte, and how the work grows with the text. Also under one zone only. */
const TIMELESS = /\/(?:google-docs\/uploads|notion\/blocks\/cut-off|lint\/growth)\.test\.ts$/

/** Suites that need nothing of their own from their process: a group loads the server once, and starts one database. */
const TOGETHER = [/^packages\/server\/src\/api\//, /^packages\/server\/src\/(?!api\/|store\/embedded\/)/]

/** On two cores: each of them waits half of its time, for a database, a browser or a timer. */
const SLOW_AT_ONCE = 3

/** Runs the slow suites, a few processes at once, and says what each found when it has ended, and the sums at the end. */
async function runSlow(home: string, slow: readonly string[], temporary: string): Promise<boolean> {
  const groups = TOGETHER.map((group) => slow.filter((file) => group.test(file))).filter((files) => files.length > 0)
  const units = [...groups, ...slow.filter((file) => !groups.flat().includes(file)).map((file) => [file])]
  const began = Date.now()
  if (units.length === 1) return (await nodeTest(home, ['--test-isolation=none', ...slow], { zone: 'UTC', held: false, temporary })).ok
  const sums = { tests: 0, pass: 0, fail: 0, skipped: 0 }
  const took: { name: string; seconds: number }[] = []
  let passed = true
  await atOnce(SLOW_AT_ONCE, units, async (files) => {
    const since = Date.now()
    const { output, ok } = await nodeTest(home, ['--test-isolation=none', ...files], { zone: 'UTC', held: true, temporary })
    const name = files.length > 1 ? `${files[0]} and ${files.length - 1} more` : String(files[0])
    took.push({ name, seconds: (Date.now() - since) / 1000 })
    for (const kind of Object.keys(sums) as (keyof typeof sums)[]) sums[kind] += Number(new RegExp(`^ℹ ${kind} (\\d+)$`, 'm').exec(output)?.[1] ?? 0)
    passed = ok && passed
    const said = output.replaceAll(/^ℹ .*\n/gm, '')
    if (said.trim() !== '' || !ok) console.log(`${ok ? '' : `✘ ${name}\n`}${said}`.trimEnd())
  })
  const longest = took.toSorted((a, b) => b.seconds - a.seconds).slice(0, 12)
  for (const [kind, count] of Object.entries({ ...sums, duration_ms: Date.now() - began })) console.log(`ℹ ${kind} ${count}`)
  console.log(`ℹ longest ${longest.map(({ name, seconds }) => `${name} ${seconds.toFixed(1)} s`).join(', ')}`)
  return passed
}

/** `held`: what it prints comes back, for whoever runs several at once; otherwise it is seen as it comes. `temporary`: a folder for all that it makes, and for databases to copy. */
interface TestRun {
  readonly zone: string
  readonly held: boolean
  readonly temporary?: string
}

/** Where tests keep what they make, and the databases that they copy. */
function placesIn(temporary: string | undefined): NodeJS.ProcessEnv {
  if (temporary === undefined) return {}
  const clusters = join(temporary, 'clusters')
  mkdirSync(clusters, { recursive: true })
  return { TMPDIR: temporary, BLAMEFREE_TEST_CLUSTERS: clusters }
}

/** Runs test files in a process of their own. */
function nodeTest(home: string, args: readonly string[], { zone, held, temporary }: TestRun): Promise<{ ok: boolean; output: string }> {
  const child = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', '--import', './tools/property-seed.ts', '--test', '--test-reporter=./tools/reporter.ts', ...args],
    {
      cwd: home,
      stdio: ['ignore', held ? 'pipe' : 'inherit', held ? 'pipe' : 'inherit'],
      env: { ...process.env, TZ: zone, NODE_TEST_CONTEXT: undefined, ...placesIn(temporary) },
    },
  )
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream?.setEncoding('utf8').on('data', (text: string) => (output += text))
  return new Promise((resolve) => child.on('close', (code) => resolve({ ok: code === 0, output })))
}
