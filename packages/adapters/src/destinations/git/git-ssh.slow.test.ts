import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, beforeEach, describe, it } from 'node:test'
import { ARCHIVE } from './archive.ts'
import type { GitConfig } from './git-config.ts'
import { bodyOf, isPage, MARKER, place, refuses, worldHere } from './testing/git-pages.ts'
import { startGitServer, type GitServer } from './testing/git-server.ts'
import { missingSsh, startSshServer, type SshServer } from './testing/ssh-server.ts'
import { inOwnTemporaryFolder } from './testing/own-temporary-folder.ts'

inOwnTemporaryFolder()

const world = worldHere()
const HOST = 'git.acme.example'
const needsGit = spawnSync('git', ['version']).error === undefined ? false : 'git is not on this machine'
const foldersLeft = (): string[] => readdirSync(tmpdir()).filter((name) => name.startsWith('blamefree-git-'))

for (const versions of [false, true])
  describe(`git over a real sshd that ${versions ? 'knows' : 'does not know'} the versions of git’s protocol`, { skip: needsGit || missingSsh }, () => {
    let repository: GitServer
    let sshd: SshServer
    let config: GitConfig
    const configured = (more: Readonly<Record<string, string>> = {}): GitConfig =>
      place.configure({
        repository: `ssh://${sshd.user}@${HOST}:${sshd.port}${repository.folder}`,
        branch: 'main',
        sshKey: sshd.key,
        knownHosts: sshd.knownHosts(HOST),
        ...more,
      })
    /** Whether anybody so much as said who they are. */
    const nobodyCame = (): void => assert.doesNotMatch(sshd.said(), /userauth-request|Accepted/)

    before(async () => {
      repository = await startGitServer()
      sshd = await startSshServer({ versions })
    })
    after(async () => {
      await sshd.end()
      repository.end()
    })
    beforeEach(() => {
      repository.empty()
      sshd.readOnly(false)
      sshd.said()
      config = configured()
    })

    it('publishes, keeps what was changed there, publishes again, and leaves no key behind', async () => {
      assert.equal(await place.find(MARKER, config, world), null)
      const page = await place.create(bodyOf('Words.\n\n![A graph](graph.png)'), MARKER, config, world)
      const file = repository.file(page.ref.id) ?? ''
      const [, image = ''] = /!\[A graph\]\((images\/graph-\w+\.png)/.exec(file) ?? []
      assert.notEqual(repository.file(`post-mortems/${image}`), null)

      repository.commit({ [page.ref.id]: file.replace('Words.', 'Words, by Kim.'), 'README.md': 'Hello' })
      assert.equal(await place.write(bodyOf('Others.'), page, config, world), 'stale')
      const now = isPage(await place.read(page.ref, config, world))
      assert.match(now.text, /Words, by Kim\./)
      const next = isPage(await place.write({ ...bodyOf('x'), text: now.text.replace('by Kim', 'by Kim and Noor') }, now, config, world))
      assert.match(repository.file(page.ref.id) ?? '', /Words, by Kim and Noor\./)
      assert.equal(repository.file('README.md'), 'Hello')
      assert.deepEqual(isPage(await place.find(MARKER, config, world)).version, next.version)
      assert.match(sshd.said(), /Accepted publickey/)
      assert.deepEqual(foldersLeft(), [])
    })

    it('keeps the archive of everything, and nothing where nothing changed', async () => {
      const path = mkdtempSync(join(tmpdir(), 'archive-'))
      writeFileSync(join(path, 'workspace.json'), '{}')
      const keep = () => ARCHIVE.keep({ path, place: ARCHIVE.usual, workspace: 'w1', message: 'Archive' }, config, world)
      const first = await keep()
      assert.deepEqual([first.made, repository.file('workspace.json', ARCHIVE.usual.branch)], [true, '{}'])
      assert.deepEqual([(await keep()).made, foldersLeft()], [false, []])
      rmSync(path, { recursive: true })
    })

    it('takes lines of known_hosts as ssh-keyscan and ssh write them: hashed, several, with comments', async () => {
      const folder = mkdtempSync(join(tmpdir(), 'known-'))
      const file = join(folder, 'known')
      writeFileSync(file, `${sshd.knownHosts(HOST)}\n`)
      assert.equal(spawnSync('ssh-keygen', ['-q', '-H', '-f', file]).status, 0)
      const hashed = readFileSync(file, 'utf8')
      rmSync(folder, { recursive: true })
      assert.ok(!hashed.includes(HOST))
      const lines = `# ${HOST}:${sshd.port} SSH-2.0-OpenSSH\r\n${sshd.strangeKey().open.replace('ssh-', 'elsewhere.example ssh-')}\r\n${hashed}`
      assert.equal(await place.find(MARKER, configured({ knownHosts: lines }), world), null)
    })

    if (versions) return

    it('tells whether everything is in place, and that a key may only read', async () => {
      const good = await place.check(config, world)
      assert.deepEqual([good.works, good.audience.level], [true, 'unknown'], JSON.stringify(good.findings))
      assert.equal(repository.git('for-each-ref'), '')
      repository.commit({ 'README.md': 'Hello' })
      sshd.readOnly(true)
      const { works, findings } = await place.check(config, world)
      assert.deepEqual([works, findings.map(({ ok }) => ok)], [false, [true, false]])
      assert.match(findings[1]?.sentence ?? '', /may not do that.*key that may read and write/)
      await refuses(place.create(bodyOf('One.'), MARKER, config, world), 'git/unauthorised')
      assert.equal(repository.git('ls-tree', '-r', '--name-only', 'main').trim(), 'README.md')
    })

    it('sends nothing to a host that is not the known one, nor to one of which no key is known', async () => {
      const changed = configured({ knownHosts: sshd.knownHosts(HOST).replace(/AAAA\S+/, sshd.strangeKey().open.split(' ')[1] ?? '') })
      const wrong = await refuses(place.create(bodyOf('One.'), MARKER, changed, world), 'git/host-key')
      assert.match(`${wrong.message} ${wrong.hint}`, /git\.acme\.example.*the host is not the one whose keys are in “Known hosts”\. Compare its keys/)
      nobodyCame()
      await refuses(place.create(bodyOf('One.'), MARKER, configured({ knownHosts: sshd.knownHosts('git.other.example') }), world), 'git/host-key')
      nobodyCame()
      await refuses(
        Promise.resolve().then(() => configured({ knownHosts: ' \n' })),
        'git/setting',
      )
      nobodyCame()
      assert.equal(repository.git('for-each-ref'), '')
      assert.deepEqual(foldersLeft(), [])
    })

    it('says that a key is not taken, that one is locked by a passphrase, and that one is broken', async () => {
      const stranger = await refuses(place.create(bodyOf('One.'), MARKER, configured({ sshKey: sshd.strangeKey().secret }), world), 'git/unauthorised')
      assert.match(stranger.message, /the token or key is not accepted/)
      await refuses(
        Promise.resolve().then(() => configured({ sshKey: sshd.strangeKey('a passphrase').secret })),
        'git/setting',
      )
      const broken = sshd.key.replace(/\n(\S{20})/, '\nxxxx$1')
      await refuses(place.find(MARKER, configured({ sshKey: broken }), world), 'git/key')
      assert.equal(repository.git('for-each-ref'), '')
    })

    it('says that there is no such repository, no server, and one that hangs up', async () => {
      await refuses(place.find(MARKER, { ...config, url: config.url.replace('handbook', 'none') }, world), 'git/not-found')
      await refuses(place.find(MARKER, { ...config, url: config.url.replace(`:${sshd.port}/`, ':1/') }, world), 'git/unreachable')
      const rude = createServer((socket) => socket.destroy())
      await new Promise<void>((ready) => rude.listen(0, '127.0.0.1', ready))
      const { port } = rude.address() as AddressInfo
      await refuses(place.find(MARKER, { ...config, url: config.url.replace(`:${sshd.port}/`, `:${port}/`) }, world), 'git/unreachable')
      await new Promise((done) => rude.close(done))
    })
  })

describe('git over what stands for ssh', { skip: needsGit }, () => {
  let server: GitServer
  const SECRET = '-----BEGIN OPENSSH PRIVATE KEY-----\nhunter2\n-----END OPENSSH PRIVATE KEY-----'
  const folder = mkdtempSync(join(tmpdir(), 'ssh-'))
  const path = process.env['PATH'] ?? ''
  before(async () => {
    server = await startGitServer()
    // Stands for ssh: keeps how it was called, and runs what it was asked to on the repository.
    const script = `#!/bin/sh
printf '%s\\n' "$@" > ${folder}/called
for word in "$@"; do case "$word" in IdentityFile=*) stat -c %a "\${word#*=}" > ${folder}/mode; cat "\${word#*=}" > ${folder}/key;; UserKnownHostsFile=*) cat "\${word#*=}" > ${folder}/hosts;; esac; last=$word; done
exec sh -c "$(echo "$last" | sed 's#/acme/handbook.git#${server.folder}#')"
`
    writeFileSync(join(folder, 'ssh'), script, { mode: 0o755 })
    process.env['PATH'] = `${folder}:${path}`
  })
  after(() => {
    process.env['PATH'] = path
    rmSync(folder, { recursive: true })
    server.end()
  })

  it('publishes with the key of the settings alone, to the host that is known and the address that was checked', async () => {
    const settings = {
      repository: 'ssh://git@git.acme.example:2222/acme/handbook.git',
      branch: 'main',
      sshKey: SECRET,
      knownHosts: '[git.acme.example]:2222 ssh-ed25519 AAAA',
    }
    const ours = place.configure(settings)
    const page = await place.create(bodyOf('One.'), MARKER, ours, world)
    assert.match(server.file(page.ref.id) ?? '', /One\./)
    const called = readFileSync(join(folder, 'called'), 'utf8').split('\n')
    for (const word of [
      'StrictHostKeyChecking=yes',
      'BatchMode=yes',
      'IdentitiesOnly=yes',
      'HostName=127.0.0.1',
      'HostKeyAlias=[git.acme.example]:2222',
      '2222',
      'git@git.acme.example',
    ])
      assert.ok(called.includes(word), `${word} is not in ${called.join(' ')}`)
    assert.ok(!called.join(' ').includes('hunter2'))
    assert.equal(readFileSync(join(folder, 'mode'), 'utf8').trim(), '600')
    assert.equal(readFileSync(join(folder, 'key'), 'utf8'), `${SECRET}\n`)
    assert.equal(readFileSync(join(folder, 'hosts'), 'utf8'), '[git.acme.example]:2222 ssh-ed25519 AAAA\n')
    assert.deepEqual(
      readdirSync(tmpdir()).filter((name) => name.startsWith('blamefree-git-')),
      [],
    )
  })

  it('says that the machine has no ssh', async () => {
    const bare = join(folder, 'bare')
    mkdirSync(bare)
    symlinkSync(spawnSync('sh', ['-c', 'command -v git'], { encoding: 'utf8' }).stdout.trim(), join(bare, 'git'))
    process.env['PATH'] = bare
    const settings = { repository: 'git@git.acme.example:acme/handbook.git', branch: 'main', sshKey: SECRET, knownHosts: 'git.acme.example ssh-ed25519 AAAA' }
    const missing = await refuses(place.find(MARKER, place.configure(settings), world), 'git/no-ssh').finally(() => (process.env['PATH'] = `${folder}:${path}`))
    assert.match(`${missing.message} ${missing.hint}`, /the program ssh is not on this server\. Install an SSH client/)
  })
})
