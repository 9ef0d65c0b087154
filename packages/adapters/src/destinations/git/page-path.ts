import { artifactName, readFrontMatter, shortHash } from '@blamefree/core'

/** The names that a pattern may hold, as the front matter has them. */
const VARIABLES = ['date', 'year', 'month', 'incident', 'title', 'severity', 'type'] as const

/** What is wrong with a pattern; null where nothing is. */
export function patternFault(pattern: string): string | null {
  const unknown = [...pattern.matchAll(/\{([^}]*)\}/g)].find(([, name]) => !(VARIABLES as readonly (string | undefined)[]).includes(name))
  if (unknown !== undefined) return `${unknown[0]} is not known; there are ${VARIABLES.map((name) => `{${name}}`).join(', ')}`
  if (!/\{(?:incident|title|date)\}/.test(pattern)) return 'every post-mortem would have the same path'
  return pathFault(pattern.replace(/\{(\w+)\}/g, 'x'))
}

/** What is wrong with a path inside a repository, on any system that may check it out; null where nothing is. */
export function pathFault(path: string): string | null {
  return /\.(?:md|markdown)$/i.test(path) ? folderFault(path) : 'it must end in .md'
}

/** Likewise of a folder, or of any file. */
export function folderFault(path: string): string | null {
  // eslint-disable-next-line no-control-regex
  if (/[\u0000-\u001f\u007f\\:*?"<>|]/.test(path)) return 'it holds a character that no path may have'
  for (const segment of path.split('/')) {
    if (segment === '' || segment === '.' || segment === '..') return 'it must be a path below the repository, without empty parts and without dots alone'
    if (isGitName(segment)) return 'a part of it is a name that git keeps for itself'
    if (/[. ]$/.test(segment) || /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i.test(segment)) return 'a part of it is a name that Windows refuses'
  }
  return path.length > LONGEST ? `it is longer than ${LONGEST} characters` : null
}

const LONGEST = 200

/** `.git` in any spelling that some file system takes for it: case, characters that HFS+ passes over, Windows' short names. */
function isGitName(segment: string): boolean {
  const plain = segment.replace(/[\u200c-\u200f\u202a-\u202e\u206a-\u206f\ufeff]/g, '').toLowerCase()
  return /^(?:\.git(?:modules|attributes|ignore)?|git~\d)[. ]*(?::|$)/.test(plain)
}

/** Where a new page lies: the pattern, filled in from the front matter of its text. */
export function pathOf(pattern: string, text: string): string {
  const values = readFrontMatter(text).values ?? {}
  const value = (name: string): string => (typeof values[name] === 'string' || typeof values[name] === 'number' ? String(values[name]) : '')
  const date = value('date')
  const known: Record<string, string> = {
    date,
    year: date.slice(0, 4),
    month: date.slice(5, 7),
    incident: value('incident') || value('title'),
    title: value('title'),
    severity: value('severity'),
    type: value('type'),
  }
  // Our own names of incidents begin with the day: it is not said twice.
  const dated = date !== '' && known['incident']?.startsWith(`${date}-`) === true
  const filled = (dated ? pattern.replaceAll('{date}-{incident}', '{incident}') : pattern).replace(/\{(\w+)\}/g, (_, name: string) => {
    const text = known[name] ?? ''
    return text === '' ? (name === 'date' || name === 'year' || name === 'month' ? 'undated' : 'other') : artifactName(text)
  })
  return pathFault(filled) === null ? filled : `post-mortem-${shortHash(filled)}.md`
}

/** Another path for the same page, where the first is taken by something else. */
export function besides(path: string, marker: string): string {
  return path.replace(/(\.\w+)$/, `-${shortHash(marker).slice(0, 8)}$1`)
}

/** The file beside a page that holds it as data. */
export const dataPath = (path: string): string => path.replace(/\.\w+$/, '.json')

/** A path relative to the page's own folder → one of the repository. */
export function beside(path: string, name: string): string {
  const folder = path.split('/').slice(0, -1)
  return [...folder, name].join('/')
}

/** The folder that every path of a pattern lies in; empty for the top. */
export function folderOf(pattern: string): string {
  const fixed = pattern.split('{')[0] ?? ''
  return fixed.split('/').slice(0, -1).join('/')
}
