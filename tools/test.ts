// `npm test`: formatter, lint, types, then every suite. `npm test -- --fast` leaves out the suites that start other programs (`*.slow.test.ts`).
// Arguments that are not flags choose test files by a part of their path.
import { spawnSync } from 'node:child_process'
import { globSync } from 'node:fs'
import { join, resolve } from 'node:path'
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

let failed = false
if (chosen.length === 0) {
  for (const [title, command, args] of checks) {
    const began = Date.now()
    const { status, stdout, stderr } = spawnSync(command, args, { cwd: home, encoding: 'utf8' })
    console.log(`${status === 0 ? '✔' : '✘'} ${title} (${((Date.now() - began) / 1000).toFixed(1)} s)`)
    if (status !== 0) {
      failed = true
      console.log(`${stdout}${stderr}`.trim().split('\n').slice(0, 80).join('\n'))
    }
  }
}
const result = await runSuites({ home, fast: flags.includes('--fast'), chosen })
process.exitCode = failed || !result ? 1 : 0
