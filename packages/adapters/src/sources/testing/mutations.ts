import { parse as parseYaml } from 'yaml'
import type { Raw } from '@blamefree/core'
import { rawOf } from './fixtures.ts'

/** Text that wants to be more than text. */
export const HOSTILE: readonly string[] = [
  '# PWNED\n- [ ] x',
  '<script>alert(1)</script><img src=x onerror=y>',
  ']]> <!-- x --> &lt;b&gt; &#0; &#x110000;',
  '| a | b |\n|---|---|\n| c | d |',
  '{{ incident.title }} :::timeline\nx\n:::',
  ':::guidance\nhidden\n:::',
  ':person[Eve]{id=x} :time[now]{at=x}',
  '[x](javascript:alert(1)) ![y](data:text/html,z) https://user:pass@example.com/?token=abcdefghijklmnop',
  '\u0000\u0007\u001b[31m\u202Ereversed\uFFFF',
  'lone \uD800 surrogate \uDC00',
  '```\ncode\n~~~\n$$ x $$ [^1]\n\n[^1]: foot',
  '---\nkey: value\n---\ntext',
  'constructor',
  '__proto__',
  'toString',
]

const WRONG: readonly unknown[] = [
  null,
  true,
  0,
  -1,
  1e308,
  '',
  ' ',
  'x',
  [],
  {},
  [[[]]],
  [null, 1, 'x', {}, []],
  { toString: 1, constructor: null, length: -1 },
  '0001-01-01T00:00:00Z',
  '9999-99-99T99:99:99Z',
  '2026-03-04T09:00:00Z',
  ...HOSTILE,
]

/**
 * Every value inside a JSON or YAML payload, one at a time, replaced by something of a wrong type or with hostile text, and left out. Which wrong value goes where
 * is decided by counting, so that all of them come everywhere over the fixtures and the same ones come on every run.
 */
export function* mutatedJson(raw: Raw): Generator<Raw> {
  const [file] = raw.files
  if (file === undefined || raw.files.length > 1) return
  const text = new TextDecoder().decode(file.bytes)
  const value = /\.ya?ml$/.test(raw.name) ? (parseYaml(text) as unknown) : parsed(text)
  if (value === undefined) return
  let count = 0
  for (const path of pathsOf(value)) {
    for (let turn = 0; turn < 3; turn++) {
      const mutated = JSON.stringify(replaced(value, path, WRONG[(count * 7 + turn * 11) % WRONG.length]))
      if (mutated !== undefined) yield rawOf(raw.name, mutated)
      count++
    }
    if (path.length > 0) yield rawOf(raw.name, JSON.stringify(replaced(value, path, undefined)) ?? 'null')
  }
}

/** A payload cut off, with bytes changed, and with hostile text in the middle of it. */
export function* damaged(raw: Raw): Generator<Raw> {
  for (const [index, file] of raw.files.entries()) {
    const other = (bytes: Uint8Array): Raw => ({
      name: raw.name,
      files: raw.files.map((kept, place) => (place === index ? { path: file.path, size: bytes.length, bytes } : { ...kept })),
    })
    for (let part = 0; part < 12; part++) {
      const at = Math.floor((file.size * part) / 12)
      yield other(file.bytes.slice(0, at))
      const changed = file.bytes.slice()
      changed[at] = (part * 61 + 3) % 256
      yield other(changed)
      const hostile = new TextEncoder().encode(HOSTILE[part])
      yield other(new Uint8Array([...file.bytes.slice(0, at), ...hostile, ...file.bytes.slice(at)]))
    }
    if (index >= 5) return
  }
}

type Path = readonly (string | number)[]

function pathsOf(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [path]
  const keys: (string | number)[] = Array.isArray(value) ? [...value.keys()] : Object.keys(value)
  return [path, ...keys.flatMap((key) => pathsOf((value as Record<string | number, unknown>)[key], [...path, key]))]
}

function replaced(value: unknown, path: Path, by: unknown): unknown {
  const [first, ...rest] = path
  if (first === undefined) return by
  if (Array.isArray(value)) return value.map((item: unknown, index) => (index === first ? replaced(item, rest, by) : item))
  return { ...(value as object), [first]: replaced((value as Record<string | number, unknown>)[first], rest, by) }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}
