// `npm start`: fills the example incident and writes `out/`, so that the first thing somebody sees is a finished post-mortem.
import { resolve } from 'node:path'
import { run } from '../packages/cli/src/program.ts'

const home = resolve(import.meta.dirname, '..')
process.chdir(home)
process.exitCode = await run(['fill', 'examples/poison-pill', '--to', 'docx,pdf,html,markdown,json', '--out', 'out', '--force'], {
  stdin: process.stdin,
  out: (text) => void process.stdout.write(text),
  say: (text) => void process.stdout.write(text),
  lively: process.stdout.isTTY && process.env['NO_COLOR'] === undefined,
  width: process.stdout.columns ?? 80,
})
if (process.exitCode === 0) {
  console.log(
    `\nOpen out/ to see the example. For your own record:\n  npx blamefree fill your-slack-export.zip --channel your-incident --to docx,pdf --out out/\n  npx blamefree --help`,
  )
}
