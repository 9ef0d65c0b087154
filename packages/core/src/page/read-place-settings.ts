import { isMap, isScalar, isSeq, parseDocument } from 'yaml'
import { BlamefreeError } from '../problem.ts'
import type { Settings } from './page-destination.ts'

/** The settings of a place from a file, YAML or JSON: `key: value`, with `true` or `false` for a switch, and a list for several lines. Throws a sentence that names what is wrong. */
export function readPlaceSettings(text: string, file: string): Settings {
  const { contents, errors } = parseDocument(text, { prettyErrors: false, stringKeys: true, schema: 'core', logLevel: 'silent' })
  const [error] = errors
  if (error !== undefined) throw wrong(file, `it cannot be read (${error.message.split('\n')[0] ?? ''})`)
  if (contents === null) return {}
  if (!isMap(contents)) throw wrong(file, 'it is not a list of `key: value` lines')
  const settings: Record<string, string | boolean> = {}
  for (const { key, value } of contents.items) {
    const name = isScalar(key) ? String(key.value) : ''
    if (value === null || (isScalar(value) && value.value === null)) continue
    if (isSeq(value)) settings[name] = value.items.map((item) => (isScalar(item) ? String(item.value) : '')).join('\n')
    else if (isScalar(value)) settings[name] = typeof value.value === 'boolean' ? value.value : (value.source ?? String(value.value))
    else throw wrong(file, `\`${name}\` is neither a text nor a list of texts`)
  }
  return settings
}

const wrong = (file: string, why: string): BlamefreeError =>
  new BlamefreeError(
    'settings/file',
    `Cannot use the settings in ${file}: ${why}.`,
    'Write one `key: value` a line; docs/pages.md lists the keys of each place.',
  )
