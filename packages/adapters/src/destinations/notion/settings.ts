import { BlamefreeError, type ConnectGuide, type Settings } from '@blamefree/core'

/** A connection to a workspace, and where pages go in it. */
export interface NotionConfig {
  readonly token: string
  readonly parent: { readonly kind: 'page' | 'database'; readonly id: string }
  /** A text property of the database that carries our mark; null where there is none. */
  readonly property: string | null
  /** Write by the block endpoints always, not only where Markdown cannot be used. */
  readonly blocks: boolean
}

/** What one creates at Notion, and what to enter here. */
export const CONNECT: ConnectGuide = {
  becomes: 'A page, or a row of a database',
  steps: [
    'At <https://www.notion.so/profile/integrations> create an **internal connection** for your workspace, with the capabilities *Read content*, *Update content*, *Insert content*, and *Read user information including email addresses* if people are to be mentioned.',
    'Copy its **secret** (`ntn_…`).',
    'Open the page or database in which post-mortems are to be kept, choose **••• → Connections**, and add the connection. It sees this page and what is in it, and nothing else.',
    'For a database, add a property of the kind *Text* that is ours, `Blamefree`, and name it here: pages are then found in one request.',
  ],
  settings: [
    { key: 'token', label: 'Secret', help: 'Of the connection: `ntn_…`.', secret: true },
    { key: 'parent', label: 'Page or database', help: 'Its link: **••• → Copy link**.' },
    { key: 'kind', label: 'Is it a page or a database?', help: 'Post-mortems become pages below a page, or rows of a database.', kind: ['page', 'database'] },
    { key: 'property', label: 'Property', help: 'Of the database, for our mark: `Blamefree`.', optional: true },
    {
      key: 'blocks',
      label: 'Write by blocks',
      help: 'Only where Markdown makes trouble: every block is read and written by itself, which takes more requests.',
      kind: 'switch',
      optional: true,
    },
  ],
}

/** Settings → configuration. Throws with the setting's name and what was expected. */
export function configure(settings: Settings): NotionConfig {
  const text = (key: string): string => (typeof settings[key] === 'string' ? settings[key].trim() : '')
  const wrong = (label: string, why: string, hint: string): BlamefreeError =>
    new BlamefreeError('notion/setting', `Cannot use the setting “${label}”: ${why}.`, hint)
  const token = text('token')
  if (!/^[\x21-\x7e]{10,}$/.test(token)) throw wrong('Secret', 'it is none', 'Copy the secret of the connection; it begins with ntn_.')
  const id = idOf(text('parent'))
  if (id === null) throw wrong('Page or database', 'it is no link to one', 'Open it in Notion, choose ••• → Copy link, and enter that.')
  const kind = text('kind')
  if (kind !== 'page' && kind !== 'database') throw wrong('Is it a page or a database?', `${JSON.stringify(kind)} is neither`, 'Choose page or database.')
  const property = text('property') || null
  if (property !== null && kind === 'page') throw wrong('Property', 'pages below a page have none', 'Leave it empty, or choose a database.')
  return { token, parent: { kind, id }, property, blocks: settings['blocks'] === true }
}

/** The id in a link (its last 32 hexadecimal digits before `?`), or an id itself. */
export function idOf(text: string): string | null {
  const path = text.split(/[?#]/)[0] ?? ''
  const digits = /([0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12})\/?$/i.exec(path)?.[1]?.replaceAll('-', '').toLowerCase()
  return digits === undefined ? null : digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}
