import { BlamefreeError, type ConnectGuide, type Settings } from '@blamefree/core'
import type { GitConfig } from './git-config.ts'
import { patternFault } from './page-path.ts'
import type { GitHost } from './host.ts'

/** What one creates at the host, and what to enter here. */
export const CONNECT: ConnectGuide = {
  becomes: 'Markdown in a repository, or a pull request',
  steps: [
    'Choose a repository and a branch. An empty repository is fine: the first publishing makes the branch.',
    'Over HTTPS, create a token that may write to this repository and nothing else. GitHub: *Settings → Developer settings → Fine-grained tokens*, this repository only, **Contents: Read and write**, and for pull requests **Pull requests: Read and write**. GitLab: *Settings → Access tokens* of the project, role *Developer*, scope `write_repository`, and for merge requests `api`.',
    'Or over SSH, make a key for this server alone (`ssh-keygen -t ed25519 -N "" -f blamefree`), enter the public half as a deploy key **with write access**, and the private half here. Get the host’s own keys with `ssh-keyscan <host>` and compare them with what the host publishes.',
    'If the branch is protected, let Blamefree open pull or merge requests instead of pushing to it.',
  ],
  settings: [
    { key: 'repository', label: 'Repository', help: 'Its address: `https://github.com/acme/handbook.git` or `git@github.com:acme/handbook.git`.' },
    { key: 'branch', label: 'Branch', help: 'Where post-mortems end up: `main`.' },
    {
      key: 'path',
      label: 'Path',
      help: 'Of each file: `post-mortems/{date}-{incident}.md`. It may hold `{date}`, `{year}`, `{month}`, `{incident}`, `{title}`, `{severity}` and `{type}`.',
      optional: true,
    },
    { key: 'host', label: 'Host', help: 'What runs the repository, for links and requests.', kind: ['github', 'gitlab', 'gitea', 'other'], optional: true },
    { key: 'review', label: 'Open a pull request', help: 'On GitHub, or a merge request on GitLab, for each post-mortem.', kind: 'switch', optional: true },
    { key: 'token', label: 'Token', help: 'For HTTPS, and for pull or merge requests.', secret: true, optional: true },
    { key: 'user', label: 'User', help: 'That the token belongs to, where the host wants to know (Bitbucket: `x-token-auth`).', optional: true },
    { key: 'sshKey', label: 'SSH key', help: 'The private key, whole, with its first and last line.', secret: true, optional: true, kind: 'lines' },
    { key: 'knownHosts', label: 'Known hosts', help: 'Lines of `known_hosts` for the host: `github.com ssh-ed25519 AAAA…`.', optional: true, kind: 'lines' },
    { key: 'author', label: 'Author', help: 'Of the commits: `Blamefree <blamefree@acme.example>`.', optional: true },
  ],
}

/** Settings → configuration. Throws with the setting's name and what was expected. */
export function configure(settings: Settings): GitConfig {
  const text = (key: string): string => (typeof settings[key] === 'string' ? settings[key].trim() : '')
  const url = repositoryUrl(text('repository'))
  const ssh = url.startsWith('ssh:')
  const host = oneOf(text('host') || hostOf(url))
  const review = settings['review'] === true
  const token = text('token') || null
  if (review && host !== 'github' && host !== 'gitlab')
    throw wrong('review', 'only GitHub and GitLab have requests that we can open', 'Choose the host, or switch it off.')
  if ((review || !ssh) && token === null)
    throw wrong('token', 'it is empty', review ? 'Pull and merge requests need a token, also with SSH.' : 'Enter a token, or use an SSH address.')
  if (token !== null && /[^!-~]/.test(token)) throw wrong('token', 'it holds a character that no token has', 'Copy it again, without spaces.')
  return {
    url,
    token,
    user: text('user') || 'blamefree',
    key: ssh ? sshKey(text('sshKey'), text('knownHosts')) : null,
    branch: branchName(text('branch')),
    pattern: pathPattern(text('path') || 'post-mortems/{date}-{incident}.md'),
    host,
    review,
    author: authorOf(text('author') || 'Blamefree <blamefree@localhost>'),
  }
}

function wrong(key: string, why: string, hint: string): BlamefreeError {
  const label = CONNECT.settings.find((setting) => setting.key === key)?.label ?? key
  return new BlamefreeError('git/setting', `Cannot use the setting “${label}”: ${why}.`, hint)
}

function repositoryUrl(text: string): string {
  const scp = /^([\w.-]+)@([\w.-]+):(?!\/\/|\d+\/)([^\s:]+)$/.exec(text)
  const url = URL.parse(scp === null ? text : `ssh://${scp[1]}@${scp[2]}/${scp[3]}`)
  const hint = 'Copy the address that the host offers for cloning, such as https://github.com/acme/handbook.git.'
  if (url === null || !['https:', 'http:', 'ssh:'].includes(url.protocol) || !/^[\w.[\]:-]+$/.test(url.hostname) || url.hostname.startsWith('-'))
    throw wrong('repository', 'it is no address of a repository over HTTPS or SSH', hint)
  if (url.password !== '' || (url.protocol !== 'ssh:' && url.username !== ''))
    throw wrong('repository', 'it holds a user or a password', 'Enter the token in its own field.')
  if (!/^\/[\w.~%+/-]+$/.test(url.pathname) || url.search !== '' || url.hash !== '') throw wrong('repository', 'its path is not that of a repository', hint)
  if (url.protocol === 'ssh:' && !/^[\w.-]*$/.test(url.username)) throw wrong('repository', 'its user name is not one', hint)
  return url.href
}

function sshKey(secret: string, knownHosts: string): NonNullable<GitConfig['key']> {
  if (!/^-----BEGIN [A-Z ]*PRIVATE KEY-----[^]*-----END [A-Z ]*PRIVATE KEY-----$/.test(secret))
    throw wrong('sshKey', 'it is no private key', 'Copy the whole file, with the lines that begin with -----.')
  if (isLocked(secret)) throw wrong('sshKey', 'it is locked by a passphrase, which nobody is there to enter', 'Make a key without one, for this server alone.')
  if (knownHosts === '') throw wrong('knownHosts', 'it is empty', 'Enter what ssh-keyscan says for the host, after comparing it with what the host publishes.')
  return { secret: `${secret.replace(/\r\n?/g, '\n')}\n`, knownHosts: `${knownHosts.replace(/\r\n?/g, '\n')}\n` }
}

/** Whether a private key is encrypted: said by a line of the older files, and in the newer by the cipher behind their first word (OpenSSH's PROTOCOL.key). */
function isLocked(secret: string): boolean {
  if (/^-----BEGIN ENCRYPTED |^Proc-Type: .*ENCRYPTED/m.test(secret)) return true
  const [, body = ''] = /^-----BEGIN OPENSSH PRIVATE KEY-----([^-]*)-----END/.exec(secret) ?? []
  const bytes = Buffer.from(body, 'base64').toString('latin1')
  return bytes.startsWith('openssh-key-v1\0') && !bytes.startsWith('openssh-key-v1\0\0\0\0\u0004none')
}

/** git's rules for the name of a branch (git-check-ref-format), a little stricter. */
export function branchName(text: string): string {
  const name = text.replace(/^refs\/heads\//, '')
  if (!/^[\p{L}\p{N}_][\p{L}\p{N}_./+=-]*$/u.test(name) || /\.\.|\/\/|\/\.|\.lock(?:\/|$)|[./]$/.test(name))
    throw wrong('branch', 'it is no name of a branch', 'Enter a name such as main.')
  return name
}

function pathPattern(text: string): string {
  const fault = patternFault(text)
  if (fault !== null) throw wrong('path', fault, 'Enter a path such as post-mortems/{date}-{incident}.md.')
  return text
}

function oneOf(text: string): GitHost {
  if (text === 'github' || text === 'gitlab' || text === 'gitea' || text === 'other') return text
  throw wrong('host', `${JSON.stringify(text)} is not known`, 'Choose github, gitlab, gitea or other.')
}

/** What is known to run a well-known address, where nobody has said. */
function hostOf(url: string): GitHost {
  return ({ 'github.com': 'github', 'gitlab.com': 'gitlab', 'codeberg.org': 'gitea' } as const)[new URL(url).hostname] ?? 'other'
}

function authorOf(text: string): GitConfig['author'] {
  const [, name = '', email = ''] = /^([^<>\n]*[^<>\s])\s*<([^<>\s]+@[^<>\s]+)>$/.exec(text) ?? []
  if (name === '') throw wrong('author', 'it is no name with an address', 'Enter it like Blamefree <blamefree@acme.example>.')
  return { name, email }
}
