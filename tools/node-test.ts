import { spawn } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'

/** How a process of tests is started. */
export interface TestRun {
  readonly zone: string
  /** What it prints comes back, for whoever runs several at once; otherwise it is seen as it comes. */
  readonly held: boolean
  /** A folder for all that it makes, and for databases to copy. */
  readonly temporary?: string
}

/** Runs test files in one process of their own, with Node's runner, and tells how it ended. */
export function nodeTest(home: string, args: readonly string[], { zone, held, temporary }: TestRun): Promise<{ ok: boolean; output: string }> {
  const options = ['--disable-warning=ExperimentalWarning', '--import', './tools/property-seed.ts', '--test', '--test-isolation=none']
  const child = spawn(process.execPath, [...options, '--test-reporter=./tools/reporter.ts', ...args], {
    cwd: home,
    stdio: ['ignore', held ? 'pipe' : 'inherit', held ? 'pipe' : 'inherit'],
    env: { ...process.env, TZ: zone, NODE_TEST_CONTEXT: undefined, ...placesIn(temporary) },
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream?.setEncoding('utf8').on('data', (text: string) => (output += text))
  return new Promise((resolve) => child.on('close', (code) => resolve({ ok: code === 0, output })))
}

/** Where tests keep what they make, and the databases that they copy. */
function placesIn(temporary: string | undefined): NodeJS.ProcessEnv {
  if (temporary === undefined) return {}
  const clusters = join(temporary, 'clusters')
  mkdirSync(clusters, { recursive: true })
  return { TMPDIR: temporary, BLAMEFREE_TEST_CLUSTERS: clusters }
}
