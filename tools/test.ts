// `npm test`: formatter, lint, types, then every suite. `npm test -- --fast` leaves out those that start other programs and the longest (`*.slow.test.ts`).
// Arguments that are not flags choose test files by a part of their path.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join, resolve } from 'node:path'
import { chooseSuites } from './suites.ts'
import { withinCores } from './within-cores.ts'

const home = resolve(import.meta.dirname, '..')
const bin = (name: string): string => join(home, 'node_modules', '.bin', name)
const flags = process.argv.slice(2).filter((argument) => argument.startsWith('--'))
const chosen = process.argv.slice(2).filter((argument) => !argument.startsWith('--'))

/** Types are checked while linting, for its rules have to know them anyway: each file by the nearest `tsconfig.json` that includes it. */
const checks: readonly (readonly [string, string, readonly string[]])[] = [
  ['formatter', bin('oxfmt'), ['--check', '.']],
  ['lint and types', bin('oxlint'), ['--type-aware', '--type-check', '--deny-warnings', '.']],
]

/** Runs one of them and says how it went; what it found comes under its title. */
async function check([title, command, args]: (typeof checks)[number]): Promise<boolean> {
  const began = Date.now()
  const child = spawn(command, args, { cwd: home, stdio: ['ignore', 'pipe', 'pipe'] })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text: string) => (output += text))
  const [status] = (await once(child, 'close')) as [number | null]
  console.log(`${status === 0 ? '✔' : '✘'} ${title} (${((Date.now() - began) / 1000).toFixed(1)} s)`)
  if (status !== 0) console.log(output.trim().split('\n').slice(0, 80).join('\n'))
  return status === 0
}

/** So much of two cores is asked for at once: more than there is, because pieces wait at the same time, and not so much more that what is measured against a clock measures the others. */
const CORES = 3

const suites = await chooseSuites({ home, fast: flags.includes('--fast'), chosen })
try {
  const sound =
    chosen.length > 0 ||
    (await withinCores(
      CORES,
      checks.map((one) => ({ cores: CORES / 2, run: () => check(one) })),
    ))
  const passed = await withinCores(CORES, suites.pieces)
  process.exitCode = sound && passed ? 0 : 1
} finally {
  suites.end()
}
