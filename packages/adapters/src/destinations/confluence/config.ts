import { BlamefreeError, type ConnectGuide, type Settings } from '@blamefree/core'

/** A Confluence, and the place in it where pages go. */
export interface ConfluenceConfig {
  readonly edition: 'cloud' | 'data-center'
  /** Up to the context path, without a slash at the end: `https://acme.atlassian.net/wiki`. */
  readonly base: string
  /** What the header `authorization` says. */
  readonly authorization: string
  readonly space: string
  /** The id of the page below which pages go; null for the top of the space. */
  readonly parent: string | null
}

/** How one connects Confluence. */
export const CONNECT: ConnectGuide = {
  becomes: 'A page in a space',
  steps: [
    '**Cloud**: with an account of its own (a bot) that may see, add and edit pages and add attachments in the space, make an API token at `id.atlassian.com` → *Security* → *API tokens*. A token with scopes needs `read:page:confluence`, `write:page:confluence`, `read:space:confluence`, `read:attachment:confluence`, `write:attachment:confluence`, `write:label:confluence` and `search:confluence`, and works only at the address `https://api.atlassian.com/ex/confluence/` with your cloud id behind it (`https://acme.atlassian.net/_edge/tenant_info` shows it); with `read:space.permission:confluence` it is also seen who can see the space.',
    '**Data Center** (7.9 or later): with such an account, make a personal access token at *Profile* → *Personal access tokens*.',
    'In *Space settings* → *Permissions*, let that account view, add pages and add attachments.',
    'Enter the address, the token and the key of the space here. For a page under which post-mortems are to go, enter the number in its address (`/pages/123456/…`) as well.',
  ],
  settings: [
    { key: 'edition', label: 'Edition', help: 'Whether Atlassian runs it (`cloud`) or your company (`data-center`).', kind: ['cloud', 'data-center'] },
    { key: 'url', label: 'Address', help: 'As the browser shows it, such as `https://acme.atlassian.net/wiki` or `https://confluence.example.com`.' },
    {
      key: 'email',
      label: 'E-mail of the account',
      help: 'For Cloud only: the address of the account that the token belongs to, such as `bot@example.com`.',
      optional: true,
    },
    { key: 'token', label: 'API token', help: 'The token that you made, as it was shown once.', secret: true },
    { key: 'space', label: 'Key of the space', help: 'It stands in the address of its pages: `OPS` in `/spaces/OPS/overview`.' },
    {
      key: 'parent',
      label: 'Parent page',
      help: 'The number of the page below which post-mortems go, such as `123456`; nothing for the top of the space.',
      optional: true,
    },
  ],
}

/** What was entered → the configuration. Throws `confluence/settings` that names the setting. */
export function configureConfluence(settings: Settings): ConfluenceConfig {
  const edition = textOf(settings, 'edition')
  if (edition !== 'cloud' && edition !== 'data-center') throw wrong('the edition is neither cloud nor data-center', 'Choose one of the two.')
  const token = textOf(settings, 'token') ?? required('token')
  const email = textOf(settings, 'email')
  if (edition === 'cloud' && email === null) throw wrong('the e-mail of the account is missing', 'Enter the address of the account that the token belongs to.')
  if (/[^\x21-\x7e]/.test(token) || (email !== null && /[^\x21-\x7e]/.test(email)))
    throw wrong('the token or the e-mail has characters that neither can have', 'Copy them again, without spaces.')
  const space = textOf(settings, 'space') ?? required('key of the space')
  if (!/^~?[\w.-]{1,255}$/.test(space)) throw wrong(`“${space.slice(0, 40)}” is no key of a space`, 'Enter the key as it stands in the address, such as OPS.')
  const parent = textOf(settings, 'parent')
  if (parent !== null && !/^\d{1,20}$/.test(parent))
    throw wrong('the parent page is no number', 'Enter the number that stands in the address of the page, such as 123456.')
  return {
    edition,
    base: baseOf(textOf(settings, 'url') ?? required('address'), edition),
    authorization: edition === 'cloud' ? `Basic ${btoa(`${email}:${token}`)}` : `Bearer ${token}`,
    space,
    parent,
  }
}

function baseOf(text: string, edition: ConfluenceConfig['edition']): string {
  const url = URL.canParse(text) ? new URL(text) : null
  if (url === null || (url.protocol !== 'https:' && url.protocol !== 'http:') || url.username !== '' || url.password !== '')
    throw wrong('the address is no web address', 'Enter it as the browser shows it, such as https://acme.atlassian.net/wiki.')
  const gateway = url.hostname === 'api.atlassian.com' ? /^\/ex\/confluence\/[\w-]+/.exec(url.pathname)?.[0] : ''
  if (gateway === undefined)
    throw wrong('the address of Atlassian’s gateway has no id of a site', 'Enter it as https://api.atlassian.com/ex/confluence/ and the cloud id.')
  if (edition === 'cloud') return `${url.origin}${gateway}/wiki`
  return `${url.origin}${url.pathname.replace(/\/(?:display|spaces|pages|dashboard\.action|index\.action|rest)(?:\/.*)?$/, '').replace(/\/+$/, '')}`
}

function textOf(settings: Settings, key: string): string | null {
  const value = settings[key]
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null
}

function required(what: string): never {
  throw wrong(`the ${what} is missing`, 'Enter it in the settings of the connection.')
}

function wrong(why: string, hint: string): BlamefreeError {
  return new BlamefreeError('confluence/settings', `Cannot connect to Confluence: ${why}.`, hint)
}
