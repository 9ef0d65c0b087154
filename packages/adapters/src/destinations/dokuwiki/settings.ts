import { BlamefreeError, type ConnectGuide, type Settings } from '@blamefree/core'
import { cleanName } from './page-id.ts'

/** A DokuWiki, and where pages go in it. */
export interface DokuWikiConfig {
  /** Of the wiki, with a slash at its end: `https://wiki.example.com/`. */
  readonly base: string
  /** A user with a password, or a token. */
  readonly account: { readonly kind: 'password'; readonly name: string; readonly password: string } | { readonly kind: 'token'; readonly token: string }
  /** Where pages and images go, without colons around it: `ops:incidents`; empty for the top. */
  readonly namespace: string
  /** Whether a user's name in the wiki is what stands before the @ in the e-mail address. */
  readonly userNames: boolean
}

/** How one connects a wiki. */
export const CONNECT: ConnectGuide = {
  becomes: 'A page in a namespace',
  steps: [
    'As an administrator of the wiki, open **Admin → Configuration Settings → Authentication**, tick **Enable the remote API system** (`remote`), and name in **Restrict remote API access** (`remoteuser`) the group or the user that may use it, such as `blamefree`.',
    'In **Admin → User Manager**, make a user for publishing, such as `blamefree`.',
    'In **Admin → Access Control List Management**, give that user **Upload** in the namespace where post-mortems go, such as `incidents:*`: it lets it read, edit and create pages and send images. **Create** is enough where no images are sent.',
    'Enter the address of the wiki, the user and its password. From release “Jack Jackrum” on, the token that the user’s profile shows works as well: enter it, and no name.',
  ],
  settings: [
    { key: 'url', label: 'Address of the wiki', help: 'As people open it, such as `https://wiki.example.com` or `https://example.com/dokuwiki`.' },
    { key: 'name', label: 'User', help: 'The user that publishes, such as `blamefree`; nothing for a token.', optional: true },
    { key: 'token', label: 'Password or token', help: 'The password of the user, or the token that its profile shows.', secret: true },
    {
      key: 'namespace',
      label: 'Namespace',
      help: 'Where pages and images go, such as `incidents` or `ops:incidents`; nothing for the top.',
      optional: true,
    },
    {
      key: 'userNames',
      label: 'Names of users are those of e-mail addresses',
      help: 'Somebody with the address `kim@example.com` is the user `kim`: people are mentioned so.',
      kind: 'switch',
      optional: true,
    },
  ],
}

/** What was entered → the configuration. Throws `dokuwiki/settings` that names the setting. */
export function configureDokuWiki(settings: Settings): DokuWikiConfig {
  const text = (key: string): string => (typeof settings[key] === 'string' ? settings[key].trim() : '')
  const [name, secret] = [text('name'), text('token')]
  if (secret === '') throw wrong('the password or token is missing', 'Enter the password of the user, or its token.')
  if (/[\u0000-\u001f]/.test(secret) || (name === '' && /[^\x21-\x7e]/.test(secret)))
    throw wrong('the password or token has characters that neither has', 'Copy it again.')
  if (/[\u0000-\u001f:]/.test(name)) throw wrong(`“${name.slice(0, 60)}” is no name of a user`, 'Enter it as the user signs in, such as blamefree.')
  return {
    base: baseOf(text('url')),
    account: name === '' ? { kind: 'token', token: secret } : { kind: 'password', name, password: secret },
    namespace: namespaceOf(text('namespace')),
    userNames: settings['userNames'] === true,
  }
}

/** The address of the wiki; that of one of its pages or programs is understood. */
function baseOf(text: string): string {
  const url = URL.parse(text)
  if (url === null || !/^https?:$/.test(url.protocol) || url.username !== '' || url.password !== '')
    throw wrong('the address is no web address', 'Enter it as people open the wiki, such as https://wiki.example.com.')
  const path = url.pathname.replace(/\/(?:doku|index|feed|install)\.php(?:\/.*)?$/, '').replace(/\/lib\/exe(?:\/.*)?$/, '')
  return `${url.origin}${path.replace(/\/+$/, '')}/`
}

function namespaceOf(text: string): string {
  const parts = text.split(/[:/]/).map((part) => cleanName(part))
  const name = parts.filter((part) => part !== '').join(':')
  if (name === '' && text.replace(/[:/\s]/g, '') !== '') throw wrong(`“${text.slice(0, 60)}” is no name of a namespace`, 'Enter one such as incidents.')
  return name
}

const wrong = (why: string, hint: string): BlamefreeError => new BlamefreeError('dokuwiki/settings', `Cannot connect DokuWiki: ${why}.`, hint)
