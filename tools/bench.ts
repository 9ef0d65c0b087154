// `npm run bench`: every `packages/*/bench/*.bench.ts` in a process of its own, one after another, so that none is warmed or slowed by another.
// Arguments choose benchmarks by a part of their path. Figures are medians of interleaved rounds; this never fails a build.
import { spawnSync } from 'node:child_process'
import { globSync } from 'node:fs'
import { cpus, totalmem } from 'node:os'
import { resolve } from 'node:path'

const home = resolve(import.meta.dirname, '..')
const chosen = process.argv.slice(2)
const files = globSync('packages/*/bench/*.bench.ts', { cwd: home })
  .filter((file) => chosen.length === 0 || chosen.some((part) => file.includes(part)))
  .toSorted()

console.log(
  `Node ${process.versions.node}, ${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GiB. CPU time is user and system; ratios are of medians.`,
)
for (const file of files) {
  console.log(`\n${file}`)
  spawnSync(process.execPath, ['--disable-warning=ExperimentalWarning', file], { cwd: home, stdio: 'inherit' })
}
