// The command line's way in: the one place that knows the process.
import { run } from './program.ts'

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0)
})

// Not awaited here: the made program is of modules that cannot wait for each other.
void run(process.argv.slice(2), {
  stdin: process.stdin,
  out: (text) => void process.stdout.write(text),
  say: (text) => void process.stderr.write(text),
  lively: process.stderr.isTTY && process.env['NO_COLOR'] === undefined && process.env['TERM'] !== 'dumb',
  width: process.stderr.columns ?? 80,
}).then((code) => void (process.exitCode = code))
