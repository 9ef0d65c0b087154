// `npm test`: formatter, lint, types, then every suite. `npm test -- --fast` leaves out those that start other programs and the longest (`*.slow.test.ts`).
// Arguments that are not flags choose test files by a part of their path.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { globSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { atOnce } from './at-once.ts'
import { runSuites } from './suites.ts'

const home = resolve(import.meta.dirname, '..')
const bin = (name: string): string => join(home, 'node_modules', '.bin', name)
const flags = process.argv.slice(2).filter((argument) => argument.startsWith('--'))
const chosen = process.argv.slice(2).filter((argument) => !argument.startsWith('--'))

const projects = globSync(['packages/*/tsconfig.json', 'packages/web/tests/tsconfig.json'], { cwd: home })
const checks: readonly (readonly [string, string, readonly string[]])[] = [
  ['formatter', bin('oxfmt'), ['--check', '.']],
  ['lint', bin('oxlint'), ['--type-aware', '--tsconfig', 'tsconfig.json', '--deny-warnings', '.']],
  ['types', bin('tsc'), ['-p', '.']],
  ...projects.map((project) => [`types of ${project.split('/').slice(1, -1).join('/')}`, bin('tsc'), ['-p', project]] as const),
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

let sound = true
if (chosen.length === 0) await atOnce(2, checks, async (one) => void (sound = (await check(one)) && sound))
const result = await runSuites({ home, fast: flags.includes('--fast'), chosen })
process.exitCode = sound && result ? 0 : 1
