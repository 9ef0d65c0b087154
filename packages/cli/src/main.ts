// The command line's way in.
import { processTerminal, standardOutput } from './process-terminal.ts'
import { run } from './program.ts'

// A server writes there itself, too.
standardOutput()
// Not awaited here: the made program is of modules that cannot wait for each other.
void run(process.argv.slice(2), processTerminal()).then((code) => void (process.exitCode = code))
