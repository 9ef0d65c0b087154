import type { World } from '@blamefree/core'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { GitConfig } from './git-config.ts'

/**
 * What git is told for one connection: by its environment, so that no secret stands in an address, in an argument or in a file of its own. The address is checked
 * first, and git connects to what was checked. Throws `outbound/private`.
 */
export async function accessTo(config: GitConfig, folder: string, world: World): Promise<Readonly<Record<string, string>>> {
  const url = new URL(config.url)
  const web = url.protocol === 'ssh:' ? `https://${url.hostname}/` : config.url
  const addresses = await world.reach(web)
  const settings = [...SAFE, [`protocol.${url.protocol.slice(0, -1)}.allow`, 'always'] as const]
  if (url.protocol === 'ssh:') return { ...asEnvironment(settings), GIT_SSH_COMMAND: await sshCommand(config, folder, addresses), GIT_SSH_VARIANT: 'ssh' }
  const port = url.port === '' ? (url.protocol === 'https:' ? '443' : '80') : url.port
  const pinned = addresses.map((address) => (address.includes(':') ? `[${address}]` : address)).join(',')
  settings.push(['http.curloptResolve', `${url.hostname}:${port}:${pinned}`])
  if (config.token !== null) {
    const basic = Buffer.from(`${config.user}:${config.token}`).toString('base64')
    settings.push([`http.${url.origin}/.extraHeader`, `Authorization: Basic ${basic}`])
  }
  return asEnvironment(settings)
}

/** Nothing of the repository or of the machine runs, nothing but the one protocol is spoken, and no other place is gone to. */
const SAFE: readonly (readonly [string, string])[] = [
  ['protocol.allow', 'never'],
  ['http.followRedirects', 'false'],
  ['http.lowSpeedLimit', '500'],
  ['http.lowSpeedTime', '30'],
  ['http.userAgent', 'Blamefree'],
  ['credential.helper', ''],
  ['core.hooksPath', '/dev/null'],
  ['core.fsmonitor', 'false'],
  ['core.symlinks', 'false'],
  ['commit.gpgSign', 'false'],
  ['push.gpgSign', 'false'],
  ['submodule.recurse', 'false'],
  ['fetch.recurseSubmodules', 'false'],
  // Whole files are sent: for a difference git would have to fetch the file before.
  ['pack.window', '0'],
  ['gc.auto', '0'],
  ['maintenance.auto', 'false'],
  ['advice.pushUpdateRejected', 'false'],
]

/** Configuration as git reads it from the environment (git-config, `GIT_CONFIG_COUNT`). */
function asEnvironment(settings: readonly (readonly [string, string])[]): Record<string, string> {
  const entries = settings.flatMap(([key, value], index) => [
    [`GIT_CONFIG_KEY_${index}`, key],
    [`GIT_CONFIG_VALUE_${index}`, value],
  ])
  return { GIT_CONFIG_COUNT: String(settings.length), ...(Object.fromEntries(entries) as Record<string, string>) }
}

/** The key lies in the folder of this one call, for nobody else to read; the host must be the known one. */
async function sshCommand({ url, key }: GitConfig, folder: string, addresses: readonly string[]): Promise<string> {
  const [keyFile, hostsFile] = [join(folder, 'key'), join(folder, 'known_hosts')]
  await writeFile(keyFile, key?.secret ?? '', { mode: 0o600 })
  await writeFile(hostsFile, key?.knownHosts ?? '', { mode: 0o600 })
  const { hostname, port } = new URL(url)
  const options = [
    `IdentityFile=${keyFile}`,
    'IdentitiesOnly=yes',
    'IdentityAgent=none',
    'StrictHostKeyChecking=yes',
    `UserKnownHostsFile=${hostsFile}`,
    'GlobalKnownHostsFile=/dev/null',
    `HostKeyAlias=${port === '' || port === '22' ? hostname : `[${hostname}]:${port}`}`,
    `HostName=${addresses[0] ?? hostname}`,
    'BatchMode=yes',
    'PasswordAuthentication=no',
    'ForwardAgent=no',
    'ConnectTimeout=20',
    'ServerAliveInterval=15',
    'ServerAliveCountMax=2',
  ]
  return ['ssh', '-F', '/dev/null', ...options.flatMap((option) => ['-o', option])].map(quoted).join(' ')
}

const quoted = (word: string): string => `'${word.replaceAll("'", `'\\''`)}'`
