import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { debianProgram } from '../../../../../../tools/debian-program.ts'
import { freePort } from '../../../../../../tools/free-port.ts'

const PLACES = ['/usr/sbin/sshd', '/usr/local/sbin/sshd', '/usr/bin/sshd']
/** Installing it starts a server of the machine's own where systemd runs: there nothing is installed. */
const SSHD = debianProgram(PLACES, existsSync('/run/systemd/system') ? [] : ['openssh-server'])

/** Why there is no real sshd to test against; false where there is one. */
export const missingSsh: string | false = ((): string | false => {
  if (SSHD === null) return 'sshd is not installed, and cannot be by this test (Debian: openssh-server)'
  return spawnSync('git-shell', ['-c', '']).error === undefined ? false : 'git-shell is not on this machine'
})()

/** A real sshd of our own on a port of this machine, which lets one key in and runs nothing but git. */
export interface SshServer {
  readonly port: number
  /** Whom to sign in as. */
  readonly user: string
  /** The private key that it takes. */
  readonly key: string
  /** What ssh-keyscan would say of its own key under a name, with the port. */
  knownHosts(name: string): string
  /** A pair that it does not know, encrypted where a passphrase is given. */
  strangeKey(passphrase?: string): { readonly secret: string; readonly open: string }
  /** What it has said so far of who came, and takes it away. */
  said(): string
  /** Lets its key only read from now on, or write again. */
  readOnly(only: boolean): void
  end(): Promise<void>
}

/** Starts it with keys of its own; no setting of the machine is read. `versions`: whether it passes on which version of git's protocol is wanted, as the large hosts do and an sshd by itself does not. */
export async function startSshServer({ versions = false }: { readonly versions?: boolean } = {}): Promise<SshServer> {
  const root = mkdtempSync(join(tmpdir(), 'sshd-'))
  const port = await freePort()
  const [host, known, log] = [join(root, 'host'), join(root, 'authorized_keys'), join(root, 'log')]
  const made = (path: string, passphrase = ''): { readonly secret: string; readonly open: string } => {
    const { status, stderr } = spawnSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', passphrase, '-C', '', '-f', path], { encoding: 'utf8' })
    if (status !== 0) throw new Error(`ssh-keygen: ${stderr}`)
    return { secret: readFileSync(path, 'utf8'), open: readFileSync(`${path}.pub`, 'utf8').trim() }
  }
  const hostKey = made(host)
  const ours = made(join(root, 'ours'))
  const admit = (only: boolean): void =>
    writeFileSync(known, `restrict,command="${only ? READ_ONLY : 'git-shell -c \\"$SSH_ORIGINAL_COMMAND\\"'}" ${ours.open}\n`, { mode: 0o600 })
  admit(false)
  writeFileSync(join(root, 'config'), `${configOf({ port, host, known })}${versions ? 'AcceptEnv GIT_PROTOCOL\n' : ''}`)
  // sshd wants it where it runs as root.
  if (process.getuid?.() === 0) mkdirSync('/run/sshd', { recursive: true, mode: 0o755 })
  writeFileSync(log, '')
  const server = spawn(SSHD ?? 'sshd', ['-D', '-E', log, '-f', join(root, 'config')], { stdio: 'ignore' })
  const ended = new Promise((done) => server.once('exit', done))
  await until(
    () => readFileSync(log, 'utf8').includes('Server listening on'),
    () => readFileSync(log, 'utf8'),
  )
  let strangers = 0
  let read = 0
  return {
    port,
    user: userInfo().username,
    key: ours.secret,
    knownHosts: (name) => `[${name}]:${port} ${hostKey.open}`,
    strangeKey: (passphrase) => made(join(root, `stranger-${++strangers}`), passphrase),
    said() {
      const whole = readFileSync(log, 'utf8')
      const news = whole.slice(read)
      read = whole.length
      return news
    },
    readOnly: admit,
    async end() {
      server.kill()
      await ended
      rmSync(root, { recursive: true, force: true })
    },
  }
}

/** As a host that has a deploy key without write access. */
const READ_ONLY = `case \\"$SSH_ORIGINAL_COMMAND\\" in git-receive-pack*) echo 'ERROR: The key you are authenticating with has been marked as read only.' >&2; exit 1;; *) git-shell -c \\"$SSH_ORIGINAL_COMMAND\\";; esac`

const configOf = ({ port, host, known }: { readonly port: number; readonly host: string; readonly known: string }): string => `
Port ${port}
ListenAddress 127.0.0.1
HostKey ${host}
AuthorizedKeysFile ${known}
AuthenticationMethods publickey
PermitRootLogin forced-commands-only
StrictModes no
UsePAM no
PidFile none
LogLevel DEBUG1
MaxStartups 100
`

async function until(holds: () => boolean, why: () => string): Promise<void> {
  for (let turn = 0; !holds(); turn++) {
    if (turn > 100) throw new Error(`sshd does not start: ${why()}`)
    await new Promise((done) => setTimeout(done, 50))
  }
}
