import { BlamefreeError, type ConnectGuide, type Settings } from '@blamefree/core'

/** A wiki that runs on MediaWiki, and where pages go in it. */
export interface MediaWikiConfig {
  /** Of `api.php`. */
  readonly api: string
  /** A bot password, or a token of OAuth 2. */
  readonly account: { readonly kind: 'bot'; readonly name: string; readonly password: string } | { readonly kind: 'token'; readonly token: string }
  /** What titles begin with: `Post-mortems/`, `Incident:`; empty for the top. */
  readonly prefix: string
  /** The category that pages get, without `Category:`; null for none. */
  readonly category: string | null
  /** Whether the extension Cite is there: footnotes. */
  readonly cite: boolean
  /** Whether the extension SyntaxHighlight is there: colours in code. */
  readonly syntaxHighlight: boolean
  /** Whether a user's name in the wiki is what stands before the @ in the e-mail address. */
  readonly userNames: boolean
}

/** How one connects a wiki. */
export const CONNECT: ConnectGuide = {
  becomes: 'A page of the wiki',
  steps: [
    'Make an account for publishing in the wiki, such as `Blamefree`. Let it create, edit and move pages, and upload files; the group `bot` keeps its changes out of people’s way.',
    'Signed in as that account, open **Special:BotPasswords**, name a new one `blamefree`, and tick **Basic rights**, **Edit existing pages**, **Create, edit, and move pages** and **Upload new files** (and **High-volume (bot) access** where it is a bot). Copy the name (`Blamefree@blamefree`) and the password: it is shown once.',
    'Where the wiki has OAuth, an owner-only consumer of OAuth 2 with the same grants works as well: enter its access token instead of name and password.',
    'Enter the address of `api.php`, which **Special:Version** lists under *Entry point URLs*, and where pages are to go.',
  ],
  settings: [
    { key: 'url', label: 'Address of api.php', help: 'From Special:Version, such as `https://wiki.example.com/w/api.php`.' },
    {
      key: 'name',
      label: 'Name of the bot password',
      help: 'As the wiki shows it, such as `Blamefree@blamefree`; nothing for an OAuth token.',
      optional: true,
    },
    { key: 'token', label: 'Bot password or OAuth token', help: 'The password that Special:BotPasswords showed once, or the access token.', secret: true },
    {
      key: 'prefix',
      label: 'Titles begin with',
      help: 'A page or a namespace that pages stand below, such as `Post-mortems/` or `Incident:`; nothing for the top.',
      optional: true,
    },
    { key: 'category', label: 'Category', help: 'The category that pages get, such as `Post-mortems`; nothing for none.', optional: true },
    { key: 'cite', label: 'Footnotes by Cite', help: 'The wiki has the extension Cite; the test says so.', kind: 'switch', optional: true },
    {
      key: 'syntaxHighlight',
      label: 'Code in colours',
      help: 'The wiki has the extension SyntaxHighlight; the test says so.',
      kind: 'switch',
      optional: true,
    },
    {
      key: 'userNames',
      label: 'Names of users are those of e-mail addresses',
      help: 'Somebody with the address `kim@example.com` is the user `Kim`: such people are mentioned.',
      kind: 'switch',
      optional: true,
    },
  ],
}

/** What was entered → the configuration. Throws `mediawiki/settings` that names the setting. */
export function configureMediaWiki(settings: Settings): MediaWikiConfig {
  const text = (key: string): string => (typeof settings[key] === 'string' ? settings[key].trim() : '')
  const secret = text('token')
  if (!/^[\x21-\x7e]{8,}$/.test(secret))
    throw wrong('the bot password or token is missing, or has characters that neither has', 'Copy it again; the wiki shows it once.')
  const name = text('name')
  if (name !== '' && !/^[^@]+@[^@]+$/.test(name))
    throw wrong(`“${name.slice(0, 60)}” is no name of a bot password`, 'Enter it as Special:BotPasswords shows it, such as Blamefree@blamefree.')
  return {
    api: apiOf(text('url')),
    account: name === '' ? { kind: 'token', token: secret } : { kind: 'bot', name, password: secret },
    prefix: prefixOf(text('prefix')),
    category: categoryOf(text('category')),
    cite: settings['cite'] === true,
    syntaxHighlight: settings['syntaxHighlight'] === true,
    userNames: settings['userNames'] === true,
  }
}

/** The address of `api.php`; that of another entry point, or of the folder they lie in, is understood. */
function apiOf(text: string): string {
  const url = URL.parse(text)
  if (url === null || !/^https?:$/.test(url.protocol) || url.username !== '' || url.password !== '')
    throw wrong('the address is no web address', 'Enter it as Special:Version lists it, such as https://wiki.example.com/w/api.php.')
  const path = url.pathname.replace(/\/(?:api|index|load|rest)\.php(?:\/.*)?$/, '').replace(/\/+$/, '')
  if (/\/wiki(?:\/|$)/.test(path))
    throw wrong('the address is that of a page', 'Enter the address of api.php, which Special:Version lists, such as https://wiki.example.com/w/api.php.')
  return `${url.origin}${path}/api.php`
}

function prefixOf(text: string): string {
  if (text === '') return ''
  if (/[#<>[\]{}|\u0000-\u001f]|%[0-9a-f]{2}|~~~|^[:/]|\/\//i.test(text) || text.length > 120)
    throw wrong(`titles cannot begin with “${text.slice(0, 60)}”`, 'Enter the name of a page with a slash behind it, such as Post-mortems/.')
  const name = text.replace(/_/g, ' ').replace(/ +/g, ' ').normalize('NFC')
  return /[/:]$/.test(name) ? name : `${name}/`
}

function categoryOf(text: string): string | null {
  const name = text
    .replace(/^(?:category|kategorie):/i, '')
    .replace(/_/g, ' ')
    .trim()
    .normalize('NFC')
  if (name === '') return null
  if (/[#<>[\]{}|:\u0000-\u001f]|~~~/.test(name) || name.length > 120)
    throw wrong(`“${name.slice(0, 60)}” is no name of a category`, 'Enter one such as Post-mortems.')
  return name
}

const wrong = (why: string, hint: string): BlamefreeError => new BlamefreeError('mediawiki/settings', `Cannot connect MediaWiki: ${why}.`, hint)
