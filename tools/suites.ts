import { globSync, rmSync } from 'node:fs'
import { nodeTest } from './node-test.ts'
import { makeProgram } from './program.ts'
import { temporaryFolder } from './temporary-folder.ts'
import { makePages } from './web.ts'
import type { Piece } from './within-cores.ts'

/** Which suites to run: all of them, all but the slow ones, or those whose path holds one of `chosen`. */
export interface SuiteChoice {
  readonly home: string
  readonly fast: boolean
  readonly chosen: readonly string[]
}

/** The suites as pieces of work, those that take longest first; `end` takes away what they left and prints the sums. */
export interface Suites {
  readonly pieces: readonly Piece[]
  end(): void
}

/**
 * Suites for Node's own runner. Quick suites share one process (starting one each costs more than the tests); slow ones, which start other programs, get a process each,
 * or one for a group. The quick ones run under two time zones, because nothing may depend on the machine's.
 */
export async function chooseSuites({ home, fast, chosen }: SuiteChoice): Promise<Suites> {
  const all = globSync(['packages/*/src/**/*.test.ts', 'packages/web/tests/**/*.test.ts', 'tools/**/*.test.ts', 'tests/**/*.test.ts'], {
    cwd: home,
    exclude: (name) => name === 'node_modules',
  })
    .filter((file) => chosen.length === 0 || chosen.some((part) => file.includes(part)))
    .toSorted()
  if (all.length === 0) return { pieces: [nothingMatches(chosen)], end: () => undefined }
  const slow = all.filter((file) => file.endsWith('.slow.test.ts'))
  const quick = all.filter((file) => !file.endsWith('.slow.test.ts'))
  const quickPieces = quickSuites(home, quick, chosen.length > 0)
  if (!fast && slow.length > 0) return await slowSuites(home, slow, quickPieces)
  const left = slow.length > 0 ? `Left out because of --fast: ${slow.join(', ')}` : null
  return { pieces: quickPieces, end: () => void (left !== null && console.log(left)) }
}

function nothingMatches(chosen: readonly string[]): Piece {
  return {
    cores: 0,
    run: () => {
      console.log(`No test file matches ${chosen.join(', ')}.`)
      return Promise.resolve(false)
    },
  }
}

function quickSuites(home: string, quick: readonly string[], few: boolean): Piece[] {
  if (quick.length === 0) return []
  const whole = (held: boolean) => nodeTest(home, quick, { zone: 'UTC', held })
  if (few) return [{ cores: 1, run: async () => (await whole(false)).ok }]
  const again = [`--test-skip-pattern=${ONCE}`, ...quick.filter((file) => !TIMELESS.test(file))]
  const runs = { UTC: () => whole(true), 'Pacific/Apia': () => nodeTest(home, again, { zone: 'Pacific/Apia', held: true }) }
  return Object.entries(runs).map(([zone, start]) => ({
    cores: 0.9,
    async run() {
      const { output, ok } = await start()
      console.log(`Suites under TZ=${zone}\n${output}`.trimEnd())
      return ok
    },
  }))
}

/**
 * What is asked under one zone only, by names: every promise of pages, with a fault at each request, in a world whose clock is its own; what hostile input does to readers
 * and documents.
 */
const ONCE = 'as a place for pages|survives its fixtures|keeps the words of any document'

/**
 * Files that take seconds and have no time in them. Also under one zone only: requests cut off at each byte, how the work grows with the text, Markdown and other vendors'
 * formats read and written.
 */
const TIMELESS =
  /\/(?:google-docs\/uploads|notion\/blocks\/(?:cut-off|plan-appends|write-blocks|parted)|lint\/growth|core\/src\/markdown|markdown\/(?:long-tables|simple-inline)|editor\/src\/round-trip|docx\/pages\/word-pages|jira\/schema|testing\/(?:vendor-contract|catch-liars)|slack-export\/(?:large|hostile))\.test\.ts$/

/**
 * Suites that need nothing of their own from their process: a group loads the server once, and starts one database or one browser. Those that take longest first, with how
 * much of a core they keep busy.
 */
const TOGETHER: readonly { readonly files: RegExp; readonly cores: number }[] = [
  { files: /^packages\/web\/tests\/(?!post-mortem)/, cores: 0.4 },
  { files: /^packages\/server\/src\/(?:archive|intake|jobs|pages)\//, cores: 0.7 },
  { files: /^packages\/server\/src\/(?!(?:api|archive|intake|jobs|pages|store\/embedded)\/)/, cores: 0.7 },
  { files: /^packages\/server\/src\/api\//, cores: 0.8 },
  { files: /^packages\/web\/tests\/post-mortem/, cores: 0.4 },
]

/** What any other slow suite keeps busy. */
const ALONE = 0.6

async function slowSuites(home: string, slow: readonly string[], quick: readonly Piece[]): Promise<Suites> {
  // Once, before several files of tests want them at the same time.
  if (slow.some((file) => /^(?:packages\/web|tools)\//.test(file))) {
    makePages((line) => console.log(line))
    await makeProgram((line) => console.log(line))
  }
  const temporary = temporaryFolder()
  const took: { name: string; seconds: number }[] = []
  const sums = { tests: 0, pass: 0, fail: 0, skipped: 0 }
  const groups = TOGETHER.map(({ files, cores }) => ({ files: slow.filter((file) => files.test(file)), cores })).filter(({ files }) => files.length > 0)
  const grouped = new Set(groups.flatMap(({ files }) => files))
  const single = slow.filter((file) => !grouped.has(file)).map((file) => ({ files: [file], cores: ALONE }))
  const alone = groups.length + single.length + quick.length === 1
  const piece = ({ files, cores }: { readonly files: readonly string[]; readonly cores: number }): Piece => ({
    cores,
    async run() {
      const since = Date.now()
      const { output, ok } = await nodeTest(home, files, { zone: 'UTC', held: !alone, temporary })
      const name = files.length > 1 ? `${files[0]} and ${files.length - 1} more` : String(files[0])
      took.push({ name, seconds: (Date.now() - since) / 1000 })
      for (const kind of Object.keys(sums) as (keyof typeof sums)[]) sums[kind] += Number(new RegExp(`^ℹ ${kind} (\\d+)$`, 'm').exec(output)?.[1] ?? 0)
      const said = output.replaceAll(/^ℹ .*\n/gm, '')
      if (said.trim() !== '' || !ok) console.log(`${ok ? '' : `✘ ${name}\n`}${said}`.trimEnd())
      return ok
    },
  })
  const end = (): void => {
    rmSync(temporary, { recursive: true, force: true, maxRetries: 5 })
    if (alone) return
    console.log('Suites that start other programs')
    for (const [kind, count] of Object.entries(sums)) console.log(`ℹ ${kind} ${count}`)
    const longest = took.toSorted((a, b) => b.seconds - a.seconds).slice(0, 12)
    console.log(`ℹ longest ${longest.map(({ name, seconds }) => `${name} ${seconds.toFixed(1)} s`).join(', ')}`)
  }
  return { pieces: [...groups.map(piece), ...quick, ...single.map(piece)], end }
}
