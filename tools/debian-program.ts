import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

/** Where a program (or a font) is: the first of its places that is there. Installs Debian's packages, one after the other, where that can be done (as root, with apt-get); null where there is none then. */
export function debianProgram(places: readonly string[], packages: readonly string[]): string | null {
  const there = (): string | undefined => places.find((place) => existsSync(place))
  const found = there()
  if (found !== undefined) return found
  if (packages.length === 0 || process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return null
  console.log(`Installing Debian’s ${packages[0]} for the tests (once) …`)
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  spawnSync('apt-get', ['update', '-qq'], { env })
  for (const name of packages) {
    spawnSync('apt-get', ['install', '-y', '-qq', '-o', 'DPkg::Lock::Timeout=120', name], { env })
    const installed = there()
    if (installed !== undefined) return installed
  }
  return null
}
