import type { Terminal } from './terminal.ts'

/** The terminal of this process. Its streams are opened when they are first asked for: a command that has nothing to say waits for none. */
export function processTerminal(): Terminal {
  let out: NodeJS.WriteStream | null = null
  return {
    get stdin() {
      return process.stdin
    },
    out: (text) => void (out ??= standardOutput()).write(text),
    say: (text) => void process.stderr.write(text),
    get lively() {
      return process.stderr.isTTY && process.env['NO_COLOR'] === undefined && process.env['TERM'] !== 'dumb'
    },
    get width() {
      return process.stderr.columns ?? 80
    },
  }
}

/** Standard output. When nobody listens any more, `blamefree … | head`, they have what they wanted. */
export function standardOutput(): NodeJS.WriteStream {
  return process.stdout.removeListener('error', ended).on('error', ended)
}

function ended(error: NodeJS.ErrnoException): void {
  if (error.code === 'EPIPE') process.exit(0)
}
