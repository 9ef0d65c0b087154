import { cleanText, isRecord, webAddress, type Link } from '@blamefree/core'
import type { Desk } from './desk.ts'
import { choiceOf, objectOf, textOf, wrong, type Path } from './known-keys.ts'
import { CHOICES } from './schema.ts'

/** A link as a file writes it: an address alone, or with a title and a kind. */
export function linkOf(entry: unknown, path: Path, { page }: Desk): Link | null {
  const object = isRecord(entry) ? objectOf(entry, 'link', path, page) : { url: entry }
  const address = textOf(object?.['url'], isRecord(entry) ? [...path, 'url'] : path, page)
  const url = address === null ? null : webAddress(address)
  if (address !== null && url === null && isRecord(entry)) wrong(page, [...path, 'url'], 'an address that starts with https:// or http://', address)
  const title = textOf(object?.['title'], [...path, 'title'], page) ?? (url === null ? address : url.replace(/^https?:\/\//, ''))
  if (title === null) return null
  const kind = choiceOf(object?.['kind'], CHOICES.kind, [...path, 'kind'], page) ?? 'other'
  return { kind, title: cleanText(title).trim() || 'Link', url }
}
