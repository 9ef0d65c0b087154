// What Node runs when it makes the snapshot (https://nodejs.org/api/cli.html#--build-snapshot): the whole memory of a process in a file. Here the code of one command is loaded and has run
// once, which is most of what a start takes; a process that begins with this memory goes on at `start`. What belongs to one run (its arguments, environment, folder, streams) is looked at
// in `start` and below, never before.
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { setFlagsFromString, startupSnapshot } from 'node:v8'
import { lookTheSame, type Look } from './looks.ts'
import { processTerminal } from './process-terminal.ts'
import { run } from './program.ts'

/** What a snapshot is made with: JSON in the file that the first argument names. */
export interface SnapshotPlan {
  /** The files that the code comes from, below the folder that blamefree is in. */
  readonly looks: readonly Look[]
  /** Command lines that are run once. */
  readonly rehearsals: readonly (readonly string[])[]
}

const plan = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8')) as SnapshotPlan
void rehearse(plan.rehearsals).then(() => startupSnapshot.setDeserializeMainFunction(start, plan.looks))

async function rehearse(lines: SnapshotPlan['rehearsals']): Promise<void> {
  const nobody = { stdin: nothing(), out: () => undefined, say: () => undefined, lively: false, width: 80 }
  for (const line of lines) if ((await run(line, nobody)) === 2) throw new Error(`Cannot run ${line.join(' ')}.`)
  // Node remembers which folder it is in until it changes it: it forgets that here.
  process.chdir(process.cwd())
}

async function* nothing(): AsyncGenerator<Uint8Array> {}

/** What makes V8 compile late: after ten times as many calls. */
const LATE = ['--invocation-count-for-maglev=4000', '--invocation-count-for-maglev-osr=1000']

/** Where a process goes on that begins with the snapshot. Its arguments are the path of `bin/blamefree.js` and what follows `blamefree`. */
function start(looks: readonly Look[]): void {
  const [node = '', script = '', ...args] = process.argv
  // It was only to be seen whether this works.
  if (args.length === 0) return
  // Such a process ends soon: what is compiled to machine code after many more calls of a function pays later than elsewhere.
  for (const flag of LATE) setFlagsFromString(flag)
  if (lookTheSame(join(dirname(script), '..', '..', '..'), looks)) {
    void run(args, processTerminal()).then((code) => void (process.exitCode = code))
  } else {
    // Made of other sources. Nothing has been read or written yet: this process becomes one that starts in the ordinary way.
    process.execve?.(node, [node, script, ...args], process.env)
  }
}
