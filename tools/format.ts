// `npm run format`: writes every source file in the house's format.
import { spawnSync } from 'node:child_process'
import { join, resolve } from 'node:path'

const home = resolve(import.meta.dirname, '..')
process.exitCode = spawnSync(join(home, 'node_modules', '.bin', 'oxfmt'), ['.'], { cwd: home, stdio: 'inherit' }).status ?? 1
