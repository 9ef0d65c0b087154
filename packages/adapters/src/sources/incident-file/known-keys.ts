import { cleanText, isRecord, type JsonRecord, type Problem } from '@blamefree/core'
import type { ParsedFile } from './file-text.ts'
import { KEYS } from './schema.ts'

/** Where something stands, as a path into the file. */
export type Path = readonly (string | number)[]

/** Everything that reads a part of the file is given: the file, and the problems found so far. */
export interface Page {
  readonly parsed: ParsedFile
  readonly problems: Problem[]
}

/** An object of a kind, its unknown keys reported; null (with a problem) for what is no object. */
export function objectOf(value: unknown, kind: keyof typeof KEYS, path: Path, page: Page): JsonRecord | null {
  const keys: readonly string[] = KEYS[kind]
  if (!isRecord(value)) {
    wrong(page, path, `an object with ${keys.join(', ')}`, value)
    return null
  }
  for (const key of Object.keys(value)) {
    if (keys.includes(key)) continue
    const close = nearest(key, keys)
    const hint = `${close === null ? '' : `Did you mean ${close}? `}Known here: ${keys.join(', ')}.`
    page.problems.push(page.parsed.problem('unknown-key', `An incident file has no ${shown(key)} here.`, { path: [...path, key], key: true, hint }))
  }
  return value
}

/** A problem that says what was expected and what was found. */
export function wrong(page: Page, path: Path, expected: string, found: unknown): void {
  const name = path.findLast((step) => typeof step === 'string') ?? 'incident'
  page.problems.push(page.parsed.problem('wrong-value', `Expected ${shown(name)} to be ${expected}, got ${kindOf(found)}.`, { path }))
}

/** A list; one thing alone counts as a list of it. Nothing is an empty list. */
export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : value === undefined || value === null ? [] : [value]
}

/** The words of a value, without line breaks; null (with a problem) for what is no text. */
export function textOf(value: unknown, path: Path, page: Page): string | null {
  if (value === undefined || value === null) return null
  if (typeof value !== 'string' && typeof value !== 'number') {
    wrong(page, path, 'text', value)
    return null
  }
  return cleanText(String(value)).trim() || null
}

/** One of a few words; null (with a problem) for any other. */
export function choiceOf<T extends string>(value: unknown, choices: readonly T[], path: Path, page: Page): T | null {
  if (value === undefined || value === null) return null
  const found = choices.find((choice) => choice === value)
  if (found === undefined) wrong(page, path, `one of ${choices.join(', ')}`, value)
  return found ?? null
}

function kindOf(value: unknown): string {
  if (value === null || value === undefined) return 'nothing'
  if (Array.isArray(value)) return 'a list'
  return typeof value === 'object' ? 'an object' : shown(JSON.stringify(value)?.replace(/^"|"$/g, '') ?? '')
}

const shown = (text: string | number): string => JSON.stringify(cleanText(String(text)).slice(0, 60))

/** The known word that a misspelt one most likely is; null where none is near. */
function nearest(word: string, known: readonly string[]): string | null {
  const plain = (text: string): string =>
    text
      .toLowerCase()
      .replace(/[\s_-]/g, '')
      .replace(/s$/, '')
  const [best] = known.map((name) => ({ name, distance: distance(plain(word).slice(0, 40), plain(name)) })).toSorted((a, b) => a.distance - b.distance)
  return best !== undefined && best.distance <= Math.max(1, Math.floor(best.name.length / 3)) ? best.name : null
}

/** How many letters must change to make one word of another (Levenshtein). */
function distance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, index) => index)
  for (let i = 1; i <= from.length; i++) {
    const next = [i]
    for (let j = 1; j <= to.length; j++) {
      const change = (row[j - 1] ?? 0) + (from.charAt(i - 1) === to.charAt(j - 1) ? 0 : 1)
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1))
    }
    row = next
  }
  return row[to.length] ?? 0
}
