// `node tools/snapshot.ts`: makes the snapshots that `blamefree render` and `lint` begin with (packages/cli/bin/blamefree), when what they are made of has changed. Everything runs without them, too.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, readFileSync, realpathSync, renameSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join, relative, resolve, sep } from 'node:path'
import { LINT_FORMATS } from '../packages/cli/src/flags.ts'
import { looksOf, lookTheSame, type Look } from '../packages/cli/src/looks.ts'
import { MADE, madeFolder } from '../packages/cli/src/made-program.ts'
import type { SnapshotPlan } from '../packages/cli/src/snapshot.ts'

const home = resolve(import.meta.dirname, '..')
/** The Node of the dependencies, the only one that starts from a snapshot. */
const pinned = join(home, 'node_modules', '.bin', 'node')

/** The commands that have one. Others, which read a record or serve, spend little of their time on starting. */
const COMMANDS = ['render', 'lint'] as const
type Command = (typeof COMMANDS)[number]

/**
 * The folder of a command's snapshot. `blob`: the memory itself. `node`: a link to the Node that made it. `looks.json`: the files it was made of, as they looked. `tried`: written by the launcher when a
 * process has begun with it; where this is missing nothing uses it, and where `blob` is missing too it could not be made here.
 */
export const snapshotOf = (command: Command): string => join(MADE, `snapshot-${command}`)

/** All other commands, and PDFs: the more memory there is, the longer a process takes to begin with it. */
const isLeftOut = (path: string, command: Command): boolean =>
  /\/pdf\/render\.ts$|\/commands\/[\w-]+\.ts$/.test(path) && !path.endsWith(`/commands/${command}.ts`)

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

/** The command lines that are run before, with that page and a folder for what they make. */
const REHEARSALS: Readonly<Record<Command, (page: string, out: string) => SnapshotPlan['rehearsals']>> = {
  render: (page, out) => [
    ['render', page, '--to', 'docx,html,markdown,json', '--out', out, '--quiet'],
    ['render', join(out, 'page.json'), '--out', out, '--force', '--quiet'],
    ['render', join(out, 'page.md'), '--out', out, '--force'],
  ],
  lint: (page) => LINT_FORMATS.map((format) => ['lint', page, '--format', format]),
}

/** Makes the snapshots that are not there already, or cannot be made: then everything starts in the ordinary way. */
export async function makeSnapshots(): Promise<void> {
  if (!isPinned()) return
  for (const command of COMMANDS) if (!isMade(snapshotOf(command))) await makeSnapshot(command)
}

async function makeSnapshot(command: Command): Promise<void> {
  const making = `${snapshotOf(command)}-${process.pid}`
  try {
    mkdirSync(making, { recursive: true })
    if (await build(making, command)) takePlace(making, snapshotOf(command))
  } catch {
    // A folder that cannot be written to, for one.
  } finally {
    rmSync(making, { recursive: true, force: true })
  }
}

const isPinned = (): boolean => existsSync(pinned) && realpathSync(pinned) === realpathSync(process.execPath)

/** Whether what is there was made of these sources by this Node, and is as it was made. */
function isMade(snapshot: string): boolean {
  // When a file was last changed, or the one that it leads to; 0 where there is none.
  const timeOf = (name: string): number => statSync(join(snapshot, name), { throwIfNoEntry: false })?.mtimeMs ?? 0
  try {
    const looks = JSON.parse(readFileSync(join(snapshot, 'looks.json'), 'utf8')) as Look[]
    const inOrder = timeOf('node') <= timeOf('looks.json') && (timeOf('tried') === 0 || timeOf('blob') <= timeOf('tried'))
    return inOrder && realpathSync(join(snapshot, 'node')) === realpathSync(pinned) && lookTheSame(home, looks)
  } catch {
    return false
  }
}

/** Fills the folder; false when somebody changes the sources meanwhile. */
async function build(folder: string, command: Command): Promise<boolean> {
  const named = madeFolder()
  const entry = join(folder, 'entry.js')
  const files = await bundle(entry, command)
  // Which file a package's name leads to, its package.json says.
  const rooms = [...new Set(files.map((file) => file.split(sep, 2).join(sep)))]
  const looks = looksOf(home, [...files, ...rooms.map((room) => join(room, 'package.json')), 'package-lock.json', 'tools/snapshot.ts'])
  if (looks === null || madeFolder() !== named || looks.some(([, , time]) => time > Date.now() - SETTLED)) return false
  writeFileSync(join(folder, 'looks.json'), JSON.stringify(looks))
  symlinkSync(relative(folder, realpathSync(pinned)), join(folder, 'node'))
  const page = join(folder, 'page.md')
  writeFileSync(page, PAGE)
  const rehearsed = join(folder, 'rehearsed')
  const plan: SnapshotPlan = { looks, rehearsals: REHEARSALS[command](page, rehearsed) }
  writeFileSync(join(folder, 'plan.json'), JSON.stringify(plan))
  // A warning would open standard error, and it would be kept as it was here.
  await runs(process.execPath, '--no-warnings', '--snapshot-blob', join(folder, 'blob'), '--build-snapshot', entry, join(folder, 'plan.json'))
  rmSync(rehearsed, { recursive: true, force: true })
  for (const file of [entry, page, join(folder, 'plan.json')]) rmSync(file)
  return true
}

/** Puts the command into one file, and gives those of our files that are in it. */
async function bundle(file: string, command: Command): Promise<string[]> {
  // Only when it is needed: it takes a while to load.
  const { rolldown } = await import('rolldown')
  const built = await rolldown({
    input: join(home, 'packages', 'cli', 'src', 'snapshot.ts'),
    platform: 'node',
    external: (id, from) => isLeftOut(from === undefined ? id : resolve(dirname(from), id), command),
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

/** Puts a snapshot in its place, where the launcher tries it. Who comes second replaces what the first has made. */
function takePlace(making: string, place: string): void {
  if (existsSync(join(making, 'blob'))) writeFileSync(join(making, 'tried'), 'not yet\n')
  const before = `${making}-before`
  // Not removed first: somebody may be about to begin with it.
  if (existsSync(place)) renameSync(place, before)
  renameSync(making, place)
  rmSync(before, { recursive: true, force: true })
}

if (import.meta.main) await makeSnapshots()
