import { BlamefreeError } from '@blamefree/core'
import type { GitConfig } from './git-config.ts'
import { webAddressOf } from './host.ts'

/** What git said when it failed, as an error for people. No secret is in it. */
export function gitError(said: string, config: GitConfig, doing: 'read' | 'write'): BlamefreeError {
  const where = webAddressOf(config.url)
  const verb = doing === 'read' ? 'Cannot read' : 'Cannot publish to'
  for (const [pattern, code, why, hint] of KNOWN)
    if (pattern.test(said)) return new BlamefreeError(`git/${code}`, `${verb} ${where}: ${why.replace('{said}', lastWords(said, config))}.`, hint)
  return new BlamefreeError(
    'git/failed',
    `${verb} ${where}: git says “${lastWords(said, config)}”.`,
    'Try again; if it happens again, ask whoever runs the repository.',
  )
}

/** Whether a push was refused because somebody else was quicker. */
export function isMoved(said: string): boolean {
  return /\((?:non-fast-forward|fetch first|stale info|failed to update ref|reference already exists|incorrect old value provided|needs force)\)|cannot lock ref/.test(
    said,
  )
}

/** Whether git says that there is no such branch. */
export const isUnborn = (said: string): boolean => /couldn't find remote ref|could not find remote branch/i.test(said)

const KNOWN: readonly (readonly [RegExp, string, string, string])[] = [
  [/cannot run ssh|\bssh: (?:command )?not found/i, 'no-ssh', 'the program ssh is not on this server', 'Install an SSH client (the container image has it).'],
  // Said before the host refuses whoever comes without a key.
  [/Load key /i, 'key', 'the SSH key cannot be read', 'Copy the private key again, whole, with its first and last line.'],
  [
    /Authentication failed|could not read (?:Username|Password)|returned error: 40[13]|Permission denied \(|denied to|access denied|not allowed to push|write access|marked as read only/i,
    'unauthorised',
    'the token or key is not accepted, or may not do that',
    'Make a new token or key that may read and write this repository, and enter it in the settings of the place.',
  ],
  [
    /Host key verification failed|REMOTE HOST IDENTIFICATION HAS CHANGED/i,
    'host-key',
    'the host is not the one whose keys are in “Known hosts”',
    'Compare its keys with what the host publishes, then correct “Known hosts”.',
  ],
  [
    /protected branch|GH006|pre-receive hook declined|remote rejected/i,
    'refused',
    'the repository refuses it (“{said}”)',
    'Allow this token to push to the branch, or switch on “Open a pull request”.',
  ],
  [
    /repository .*not found|returned error: 404|does not appear to be a git repository/i,
    'not-found',
    'there is no such repository, or it is not shown to us',
    'Check its address, and that the token may see it.',
  ],
  [/returned error: 30\d|redirect/i, 'moved', 'it has moved to another address, and we follow none', 'Enter its new address in the settings of the place.'],
  [/returned error: 413/i, 'too-large', 'the host finds what is sent too large', 'Use smaller images, or raise the limit there.'],
  [/returned error: (?:429|5\d\d)/i, 'busy', 'it is busy or broken now', 'Try again in a few minutes.'],
  [
    /Could not resolve|Failed to connect|Connection (?:refused|reset|timed out|closed)|timed out|early EOF|hung up|RPC failed|unable to access|Couldn't connect/i,
    'unreachable',
    'it does not answer, or breaks off',
    'Check the address, and that this server may reach it; then try again.',
  ],
]

/** The line that says most, short, without anything secret. */
function lastWords(said: string, { token, key, user }: GitConfig): string {
  const lines = said.split(/[\r\n]+/).filter((line) => line.trim() !== '' && !/^(?:hint:|To |Done$|!)/.test(line))
  const line =
    lines.find((text) => /^remote: *(?:error|fatal|GitLab)/i.test(text)) ?? lines.find((text) => /^fatal:|^error:/.test(text)) ?? lines.at(-1) ?? 'nothing'
  const secrets = [token, key?.secret.trim() ?? null, token === null ? null : Buffer.from(`${user}:${token}`).toString('base64')]
  let text = line.replace(/^(?:remote|fatal|error): */gi, '').replace(/\s+/g, ' ')
  for (const secret of secrets) if (secret !== null && secret !== '') text = text.replaceAll(secret, '…')
  return text.slice(0, 200).trim()
}
