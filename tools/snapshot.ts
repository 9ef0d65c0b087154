// `node tools/snapshot.ts`: makes the snapshot that `blamefree render` starts from (packages/cli/bin/blamefree), when what it is made of has changed. Everything runs without it, too.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, readFileSync, realpathSync, renameSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join, relative, resolve, sep } from 'node:path'
import { looksOf, lookTheSame, type Look } from '../packages/cli/src/looks.ts'
import { MADE, madeFolder } from '../packages/cli/src/made-program.ts'
import type { SnapshotPlan } from '../packages/cli/src/snapshot.ts'

const home = resolve(import.meta.dirname, '..')
/** The Node of the dependencies, the only one that starts from a snapshot. */
const pinned = join(home, 'node_modules', '.bin', 'node')

/**
 * The folder of the snapshot. `blob`: the memory itself. `node`: a link to the Node that made it. `looks.json`: the files it was made of, as they looked. `tried`: written by the launcher when a
 * process has begun with it; where this is missing nothing uses it, and where `blob` is missing too it could not be made here.
 */
export const SNAPSHOT = join(MADE, 'snapshot')

/** All other commands, and PDFs: the more memory there is, the longer a process takes to begin with it. */
const LEFT_OUT = [/\/commands\/(?!render)[\w-]+\.ts$/, /\/pdf\/render\.ts$/]

/** What the parser of command lines would start other programs with, and half of Node behind it; none of ours is one. */
const UNUSED = /^node:child_process$/

/** A file that was changed less than so many milliseconds ago can be changed again without another time on it. */
const SETTLED = 2_000

/** What is rendered once before: a little of everything, as our own Markdown has it. No time zone but UTC, because what Node knows of the others cannot be kept. */
const PAGE = `---
title: Checkout was down
zone: UTC
language: en
template: default@1
---

# Checkout was down

**Severity:** Major, see [the dashboard](https://graphs.example.com/checkout?from=09%3A00) and *its* \`legend\`.

## Timeline

| Timestamp | Event |
| --- | --- |
| 09:00:00 (+0mins) | Ada: \`worker-1\` restarted and **4 jobs** came back, see [the graph](https://graphs.example.com/1) |
| 09:12:30 (+12mins) | Ben wrote to ada@example.com: \\*all\\* is well, ~~not~~ 10.0.0.1 |

## Follow-ups

1. Raise the limit

- [ ] Alert on the queue
  - Ask *why* twice

> It worked on Friday.

\`\`\`sh
kubectl get pods
\`\`\`
`

/** Makes the snapshot unless it is there already, or cannot be made: then everything starts in the ordinary way. */
export async function makeSnapshot(): Promise<void> {
  if (!isPinned() || isMade()) return
  const making = `${SNAPSHOT}-${process.pid}`
  try {
    mkdirSync(making, { recursive: true })
    if (await build(making)) takePlace(making)
  } catch {
    // A folder that cannot be written to, for one.
  } finally {
    rmSync(making, { recursive: true, force: true })
  }
}

const isPinned = (): boolean => existsSync(pinned) && realpathSync(pinned) === realpathSync(process.execPath)

/** Whether what is there was made of these sources by this Node, and is as it was made. */
function isMade(): boolean {
  try {
    const looks = JSON.parse(readFileSync(join(SNAPSHOT, 'looks.json'), 'utf8')) as Look[]
    const inOrder = timeOf('node') <= timeOf('looks.json') && (timeOf('tried') === 0 || timeOf('blob') <= timeOf('tried'))
    return inOrder && realpathSync(join(SNAPSHOT, 'node')) === realpathSync(pinned) && lookTheSame(home, looks)
  } catch {
    return false
  }
}

/** When a file of the snapshot was last changed, or the one that it leads to; 0 where there is none. */
const timeOf = (name: string): number => statSync(join(SNAPSHOT, name), { throwIfNoEntry: false })?.mtimeMs ?? 0

/** Fills the folder; false when somebody changes the sources meanwhile. */
async function build(folder: string): Promise<boolean> {
  const named = madeFolder()
  const entry = join(folder, 'entry.js')
  const files = await bundle(entry)
  const looks = looksOf(home, [...files, 'package-lock.json', 'tools/snapshot.ts'])
  if (looks === null || madeFolder() !== named || looks.some(([, , time]) => time > Date.now() - SETTLED)) return false
  writeFileSync(join(folder, 'looks.json'), JSON.stringify(looks))
  symlinkSync(relative(folder, realpathSync(pinned)), join(folder, 'node'))
  const page = join(folder, 'page.md')
  writeFileSync(page, PAGE)
  const rehearsed = join(folder, 'rehearsed')
  const plan: SnapshotPlan = {
    looks,
    rehearsals: [
      ['render', page, '--to', 'docx,html,markdown,json', '--out', rehearsed, '--quiet'],
      ['render', join(rehearsed, 'page.json'), '--out', rehearsed, '--force', '--quiet'],
      ['render', join(rehearsed, 'page.md'), '--out', rehearsed, '--force'],
    ],
  }
  writeFileSync(join(folder, 'plan.json'), JSON.stringify(plan))
  // A warning would open standard error, and it would be kept as it was here.
  await runs(process.execPath, '--no-warnings', '--snapshot-blob', join(folder, 'blob'), '--build-snapshot', entry, join(folder, 'plan.json'))
  rmSync(rehearsed, { recursive: true, force: true })
  for (const file of [entry, page, join(folder, 'plan.json')]) rmSync(file)
  return true
}

/** Puts the command into one file, and gives those of our files that are in it. */
async function bundle(file: string): Promise<string[]> {
  // Only when it is needed: it takes a while to load.
  const { rolldown } = await import('rolldown')
  const built = await rolldown({
    input: join(home, 'packages', 'cli', 'src', 'snapshot.ts'),
    platform: 'node',
    external: (id, from) => LEFT_OUT.some((pattern) => pattern.test(from === undefined ? id : resolve(dirname(from), id))),
    // The same without threads, which it would ask Node for.
    resolve: { alias: { fflate: 'fflate/browser' } },
    logLevel: 'silent',
    plugins: [
      {
        name: 'unused',
        resolveId: { filter: { id: UNUSED }, handler: () => '\0unused' },
        load: { filter: { id: /^\0unused$/ }, handler: () => 'export default {}' },
      },
    ],
  })
  try {
    const { output } = await built.write({
      file,
      format: 'cjs',
      comments: false,
      minify: { mangle: false, compress: true, codegen: { removeWhitespace: true } },
      codeSplitting: false,
    })
    writeFileSync(file, inLatin1(readFileSync(file, 'utf8')))
    const modules = output.flatMap((part) => (part.type === 'chunk' ? part.moduleIds : []))
    return modules.map((id) => relative(home, id)).filter((id) => id.startsWith(`packages${sep}`))
  } finally {
    await built.close()
  }
}

/** Code with every character beyond Latin-1 written as `\u2026`: a text that has one takes twice the memory. What is in the code means the same in either spelling. */
const inLatin1 = (code: string): string => code.replace(/[^\u0000-\u00FF]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)

/** Runs a program, with nothing of this process in its environment, and says whether it went well. */
async function runs(command: string, ...args: string[]): Promise<boolean> {
  const child = spawn(command, args, { cwd: home, stdio: 'ignore', env: {}, timeout: 60_000 })
  const [code] = (await once(child, 'close')) as [number | null]
  return code === 0
}

/** Puts the snapshot in its place, where the launcher tries it. Who comes second replaces what the first has made. */
function takePlace(making: string): void {
  if (existsSync(join(making, 'blob'))) writeFileSync(join(making, 'tried'), 'not yet\n')
  const before = `${making}-before`
  // Not removed first: somebody may be about to begin with it.
  if (existsSync(SNAPSHOT)) renameSync(SNAPSHOT, before)
  renameSync(making, SNAPSHOT)
  rmSync(before, { recursive: true, force: true })
}

if (import.meta.main) await makeSnapshot()
