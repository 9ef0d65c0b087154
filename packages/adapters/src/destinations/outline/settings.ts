import { BlamefreeError, type ConnectGuide, type Settings } from '@blamefree/core'

/** A workspace of Outline, and where pages go in it. */
export interface OutlineConfig {
  /** `https://app.getoutline.com`, without a slash at the end. */
  readonly url: string
  readonly token: string
  readonly collection: string
  /** The document below which pages stand; null for the top of the collection. */
  readonly parent: string | null
}

/** What one creates at Outline, and what to enter here. */
export const CONNECT: ConnectGuide = {
  becomes: 'A document in a collection',
  steps: [
    'In Outline, open **Settings → API & Apps → New API key**. Give it the scopes `documents.create`, `documents.update`, `documents.info`, `documents.restore`, `collections.info`, `attachments.create`, `users.list` and `auth.info`, or none for all.',
    'Copy the key (`ol_api_…`): it is shown once. Its owner needs the right to write in the collection.',
    'Make or choose a collection for post-mortems, and copy its link.',
  ],
  settings: [
    { key: 'url', label: 'Address', help: 'Of your Outline: `https://app.getoutline.com` or `https://wiki.acme.example`.' },
    { key: 'token', label: 'API key', help: 'From Settings → API & Apps: `ol_api_…`.', secret: true },
    { key: 'collection', label: 'Collection', help: 'Its link: `https://wiki.acme.example/collection/incidents-hDYep1TPAM`, or its id.' },
    { key: 'parent', label: 'Parent document', help: 'Its link or id, if pages are to stand below one.', optional: true },
  ],
}

/** Settings → configuration. Throws with the setting's name and what was expected. */
export function configure(settings: Settings): OutlineConfig {
  const text = (key: string): string => (typeof settings[key] === 'string' ? settings[key].trim() : '')
  const wrong = (label: string, why: string, hint: string): BlamefreeError =>
    new BlamefreeError('outline/setting', `Cannot use the setting “${label}”: ${why}.`, hint)
  const url = URL.parse(text('url'))
  if (url === null || !/^https?:$/.test(url.protocol) || url.username !== '' || url.password !== '')
    throw wrong('Address', 'it is no address of Outline', 'Enter it like https://wiki.acme.example.')
  const token = text('token')
  if (!/^[\x21-\x7e]{8,}$/.test(token)) throw wrong('API key', 'it is none', 'Copy the key again; it begins with ol_api_.')
  const collection = idOf(text('collection'))
  if (collection === null) throw wrong('Collection', 'it is no link to one', 'Open the collection in Outline and copy its address.')
  const parent = text('parent') === '' ? null : idOf(text('parent'))
  if (text('parent') !== '' && parent === null) throw wrong('Parent document', 'it is no link to one', 'Open the document in Outline and copy its address.')
  return { url: `${url.origin}${url.pathname.replace(/\/(?:api\/?)?$/, '')}`, token, collection, parent }
}

/** The id in a link (what stands behind its last hyphen), or an id itself. */
function idOf(text: string): string | null {
  const last = (text.split(/[?#]/)[0] ?? '').replace(/\/$/, '').split('/').at(-1) ?? ''
  if (/^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i.test(last)) return last.toLowerCase()
  return /(?:^|-)([A-Za-z0-9]{10,15})$/.exec(last)?.[1] ?? null
}
