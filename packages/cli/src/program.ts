import { BlamefreeError } from '@blamefree/core'
import { CommanderError } from 'commander'
import { commands } from './commands.ts'
import { harmless, painter, type Terminal } from './terminal.ts'

/** The exit codes, as `docs/cli.md` has them. */
export const EXIT = { done: 0, findings: 1, cannot: 2 } as const

/** Runs one command line and gives its exit code. Never throws: what cannot be done is said in a sentence with a hint. */
export async function run(args: readonly string[], terminal: Terminal): Promise<number> {
  let code: number = EXIT.done
  const program = commands(terminal, (exit) => (code = exit))
  try {
    await program.parseAsync([...args], { from: 'user' })
    return code
  } catch (error) {
    return explain(error, terminal)
  }
}

function explain(error: unknown, terminal: Terminal): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.cannot
  const paint = painter(terminal)
  if (error instanceof BlamefreeError) {
    terminal.say(`${paint('bad', 'Error')}  ${harmless(error.message)}\n       ${harmless(error.hint)}\n`)
    return EXIT.cannot
  }
  const message = error instanceof Error ? error.message : String(error)
  terminal.say(
    `${paint('bad', 'Error')}  Something that should not happen did: ${harmless(message)}\n       This is a fault of ours. Please report it with the command that you ran.\n`,
  )
  if (process.env['BLAMEFREE_DEBUG'] !== undefined && error instanceof Error) terminal.say(`${error.stack ?? ''}\n`)
  return EXIT.cannot
}
