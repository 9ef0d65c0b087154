import { statSync } from 'node:fs'
import { sep } from 'node:path'

/** How a file looks from outside: its path below a folder, its size, and when it was last changed, in milliseconds with fractions. */
export type Look = readonly [path: string, size: number, time: number]

/** How files in `home` look; null where one of them cannot be seen. */
export function looksOf(home: string, paths: readonly string[]): readonly Look[] | null {
  const looks = paths.map((path) => lookOf(home, path))
  return looks.every((look) => look !== null) ? looks : null
}

/** Whether files still look as they did. Whoever changes one changes its size or its time. */
export const lookTheSame = (home: string, looks: readonly Look[]): boolean =>
  looks.every(([path, size, time]) => {
    const now = lookOf(home, path)
    return now !== null && now[1] === size && now[2] === time
  })

function lookOf(home: string, path: string): Look | null {
  try {
    const found = statSync(`${home}${sep}${path}`, { throwIfNoEntry: false })
    return found === undefined ? null : [path, found.size, found.mtimeMs]
  } catch {
    return null
  }
}
