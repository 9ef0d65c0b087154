import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestContext } from 'node:test'
import { run } from '../program.ts'
import type { Terminal } from '../terminal.ts'

/** What one command line did. */
export interface Recorded {
  readonly code: number
  readonly out: string
  readonly said: string
}

/** Runs a command line in this process, as `blamefree …` would, with something on standard input. */
export async function recorded(args: readonly string[], input = ''): Promise<Recorded> {
  return await recordedFrom((terminal) => run(args, terminal), input)
}

/** The same for a command that a test calls itself. */
export async function recordedFrom(command: (terminal: Terminal) => Promise<number>, input = ''): Promise<Recorded> {
  let out = ''
  let said = ''
  const code = await command({
    stdin: (async function* () {
      if (input !== '') yield Buffer.from(input)
    })(),
    out: (text) => void (out += typeof text === 'string' ? text : Buffer.from(text).toString('utf8')),
    say: (text) => void (said += text),
    lively: false,
    width: 120,
  })
  return { code, out, said }
}

/** A folder that is gone after the test. */
export function folderFor(context: TestContext): string {
  const path = mkdtempSync(join(tmpdir(), 'blamefree-'))
  context.after(() => rmSync(path, { recursive: true, force: true }))
  return path
}
