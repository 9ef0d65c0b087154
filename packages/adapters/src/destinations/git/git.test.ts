import { BlamefreeError, type Settings } from '@blamefree/core'
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { describe, it } from 'node:test'
import { jsonOf } from '../json/render.ts'
import { LOSES, markdownOf } from '../markdown/render.ts'
import { ASSETS, documentOf, everyConstruct } from '../testing/every-construct.ts'
import { fakeMemory } from '../testing/fake-memory.ts'
import { TEXT_PROMISES } from '../testing/page-promises-text.ts'
import { gitError, isMoved } from './git-error.ts'
import { apiAddress, fileAddress, repositoryName } from './host.ts'
import { git } from './index.ts'
import { withMarker, withoutMarker } from './marker-line.ts'
import { besides, folderOf, pathFault, pathOf, patternFault } from './page-path.ts'
import { LARGEST, refuseLarge } from './refuse-large.ts'
import { renderPage } from './render.ts'

const WRITERS = { markdown: markdownOf, json: jsonOf }
const place = git(WRITERS, LOSES)
const SETTINGS: Settings = { repository: 'https://github.com/acme/handbook.git', branch: 'main', host: 'github', token: 't' }
const FOOTER = { url: 'https://b.example/p/1', at: '2026-03-04T10:00:00.000Z' as never, shownAt: '4 Mar 2026, 10:00 UTC', by: null, version: '3' }

describe('a page for Git', () => {
  for (const { says, attempt } of TEXT_PROMISES)
    it(says, async () => assert.deepEqual(await attempt({ destination: place, settings: SETTINGS, fake: fakeMemory }), []))

  it('is the Markdown that people know, as it was when somebody looked at it last', () => {
    const { text } = place.render(everyConstruct(), { footer: FOOTER, assets: ASSETS }, place.configure(SETTINGS))
    assert.equal(text, readFileSync(new URL('golden/page.md', import.meta.url), 'utf8'))
  })

  it('comes apart and together again without a change', () => {
    const { text } = place.render(everyConstruct(), { footer: FOOTER, assets: ASSETS }, place.configure(SETTINGS))
    assert.equal(place.join(place.split(text)), text)
    assert.equal(place.split(text).at(-1)?.kind, 'footer')
  })

  it('reads back as the document it was, callouts included', () => {
    const text = place.render(documentOf('> [!x]\n\n:::callout{kind=danger}\nRun.\n:::\n\n- [ ] do'), { footer: FOOTER }, place.configure(SETTINGS)).text
    const { tree, problems } = place.readBack(text)
    assert.deepEqual(problems, [])
    assert.deepEqual(
      tree.children.map((node) => [node.type, 'attributes' in node ? node.attributes?.['kind'] : null]),
      [
        ['blockquote', null],
        ['containerDirective', 'danger'],
        ['list', null],
      ],
    )
  })

  it('names an image by what is in it, once, and carries it along', () => {
    const { files, text } = renderPage(
      documentOf('![a](x/graph.png)![b](x/graph.png)![c](other.png)'),
      { footer: null, assets: { 'x/graph.png': ASSETS['graph.png'] as never } },
      WRITERS,
    )
    assert.deepEqual(
      files.map(({ name }) => name),
      [/images\/graph-\w{10}\.png/.exec(text)?.[0], 'incident.json'],
    )
    assert.match(text, /!\[c\]\(other\.png\)/)
  })

  it('is refused where a file is larger than hosts take', () => {
    refuseLarge('x', [
      { name: 'a', size: LARGEST - 1 },
      { name: 'b', size: LARGEST },
    ])
    assert.throws(() => refuseLarge('x', [{ name: 'b.png', size: LARGEST + 1 }]), { code: 'git/too-large', message: /b\.png is larger than 50 MB/ })
  })
})

describe('the marker of a page', () => {
  for (const [name, text] of [
    ['front matter', '---\ntitle: x\n---\n\n# x\n'],
    ['no front matter', '# x\n'],
    ['an empty front matter', '---\n---\n# x\n'],
    ['a line across', '---\n\nx\n'],
  ] as const)
    it(`goes into a file with ${name} and out again`, () => {
      const file = withMarker(text, 'a "b" ü')
      assert.equal(withoutMarker(file).marker, 'a "b" ü')
      if (name === 'front matter') assert.equal(withoutMarker(file).text, text)
      if (name !== 'an empty front matter') assert.equal(withMarker(file, 'a "b" ü'), file)
    })

  it('is read however a formatter quotes it, and only in the front matter', () => {
    assert.equal(withoutMarker('---\nblamefree: pm_1\n---\n').marker, 'pm_1')
    assert.equal(withoutMarker("---\r\nblamefree: 'pm_1'\r\n---\r\n").marker, 'pm_1')
    assert.equal(withoutMarker('---\ntitle: x\n---\n\nblamefree: pm_1\n').marker, null)
  })
})

describe('the path of a page', () => {
  const text = '---\ntitle: "Poison: pill / ../../x"\nincident: INC-42\ndate: 2026-03-04\nseverity: SEV 1\n---\n'
  for (const [pattern, path] of [
    ['post-mortems/{date}-{incident}.md', 'post-mortems/2026-03-04-inc-42.md'],
    ['{year}/{month}/{title}.md', '2026/03/poison-pill-x.md'],
    ['a/{severity}/{type}/{incident}.md', 'a/sev-1/other/inc-42.md'],
  ] as const)
    it(`is ${path} for ${pattern}`, () => assert.equal(pathOf(pattern, text), path))

  it('says the day once where the incident’s own name begins with it', () => {
    const dated = text.replace('INC-42', '2026-03-04-poison-pill')
    assert.equal(pathOf('post-mortems/{date}-{incident}.md', dated), 'post-mortems/2026-03-04-poison-pill.md')
    assert.equal(pathOf('{year}/{date}-{incident}-x.md', dated), '2026/2026-03-04-poison-pill-x.md')
  })

  it('is undated without a date, and never one that a system refuses', () => {
    assert.equal(pathOf('{date}-{incident}.md', '---\ntitle: x\n---\n'), 'undated-x.md')
    assert.match(pathOf('{title}/x.md', '---\ntitle: con\n---\n'), /^post-mortem-\w+\.md$/)
    assert.match(besides('a/b.md', 'm'), /^a\/b-\w{8}\.md$/)
    assert.equal(folderOf('a/b/{year}/{title}.md'), 'a/b')
  })

  for (const path of [
    '../x.md',
    'a/../x.md',
    '/x.md',
    'a//x.md',
    './x.md',
    '.git/x.md',
    'a/.GIT/x.md',
    '.g\u200cit/x.md',
    'git~1/x.md',
    '.git./x.md',
    '.gitmodules/x.md',
    'a\\b.md',
    'con/x.md',
    'nul.md',
    'a./x.md',
    'a:b.md',
    'a\nb.md',
    'x.txt',
    `${'a'.repeat(198)}.md`,
  ])
    it(`is never ${JSON.stringify(path).slice(0, 40)}`, () => assert.notEqual(pathFault(path), null))
  for (const path of ['x.md', 'a/b/c.MD', '.github/x.md', 'ü/日本.md', `${'a'.repeat(197)}.md`])
    it(`may be ${path.slice(0, 40)}`, () => assert.equal(pathFault(path), null))
  it('needs a pattern that tells pages apart', () => {
    assert.match(patternFault('x/{nope}.md') ?? '', /\{nope\} is not known/)
    assert.match(patternFault('x.md') ?? '', /same path/)
  })
})

const SSH: Settings = { repository: 'git@github.com:acme/x.git', knownHosts: 'github.com ssh-ed25519 AAAA' }
const keyFile = (begin: string): string => `-----BEGIN OPENSSH PRIVATE KEY-----\n${Buffer.from(begin).toString('base64')}\n-----END OPENSSH PRIVATE KEY-----`

describe('settings', () => {
  const wrong: readonly (readonly [string, Settings, RegExp])[] = [
    ['an address with a password', { repository: 'https://a:b@github.com/acme/x.git' }, /“Repository”.*password/],
    ['a file', { repository: 'file:///etc' }, /“Repository”/],
    ['an option in disguise', { repository: 'ssh://-oProxyCommand=x/acme/y' }, /“Repository”/],
    ['another transport', { repository: 'ext::sh -c x' }, /“Repository”/],
    ['no branch', { branch: '' }, /“Branch”/],
    ['a branch that is none', { branch: '-x' }, /“Branch”/],
    ['a path outside', { path: '../{title}.md' }, /“Path”/],
    ['no token', { token: '' }, /“Token”/],
    ['requests elsewhere', { host: 'gitea', review: true }, /“Open a pull request”/],
    ['a token of two lines', { token: 'a\nb' }, /“Token”/],
    ['ssh without a key', { repository: 'git@github.com:acme/x.git' }, /“SSH key”/],
    ['a key with a passphrase', { ...SSH, sshKey: keyFile(`openssh-key-v1\0\0\0\0\u000aaes256-ctr`) }, /“SSH key”: it is locked by a passphrase/],
    ['an older key with one', { ...SSH, sshKey: '-----BEGIN ENCRYPTED PRIVATE KEY-----\nx\n-----END ENCRYPTED PRIVATE KEY-----' }, /locked by a passphrase/],
    ['ssh without known hosts', { ...SSH, sshKey: keyFile('x'), knownHosts: ' ' }, /“Known hosts”/],
    ['an author without an address', { author: 'Kim' }, /“Author”/],
    ['an unknown host', { host: 'svn' }, /“Host”/],
  ]
  for (const [name, part, message] of wrong)
    it(`refuse ${name}`, () =>
      assert.throws(
        () => place.configure({ ...SETTINGS, ...part }),
        (error) => error instanceof BlamefreeError && message.test(error.message),
      ))

  it('read the short form of an SSH address', () => {
    const key = keyFile('openssh-key-v1\0\0\0\0\u0004none')
    const config = place.configure({ ...SETTINGS, ...SSH, sshKey: key })
    assert.ok(typeof config === 'object' && config.url === 'ssh://git@github.com/acme/x.git' && config.key?.secret === `${key}\n`)
  })

  it('know where things are at the hosts', () => {
    const file = { branch: 'main', path: 'a b/x.md' }
    assert.equal(fileAddress('ssh://git@github.com/acme/x.git', 'github', file), 'https://github.com/acme/x/blob/main/a%20b/x.md')
    assert.equal(fileAddress('https://gitlab.com/acme/sub/x.git', 'gitlab', file), 'https://gitlab.com/acme/sub/x/-/blob/main/a%20b/x.md')
    assert.equal(fileAddress('https://git.acme.example:8443/x/y', 'other', file), 'https://git.acme.example:8443/x/y')
    assert.equal(apiAddress('https://github.com/a/b.git', 'github'), 'https://api.github.com')
    assert.equal(apiAddress('ssh://git@ghe.acme.example:2222/a/b.git', 'github'), 'https://ghe.acme.example/api/v3')
    assert.equal(repositoryName('https://gitlab.com/acme/sub/x.git'), 'acme/sub/x')
  })
})

describe('what git says', () => {
  const config = place.configure({ ...SETTINGS, token: 'hunter2-token' })
  for (const [said, code] of [
    ["remote: Invalid username or token.\nfatal: Authentication failed for 'https://github.com/acme/x.git/'", 'git/unauthorised'],
    ["fatal: unable to access 'https://x/': The requested URL returned error: 403", 'git/unauthorised'],
    ['git@github.com: Permission denied (publickey).', 'git/unauthorised'],
    ['Host key verification failed.\nfatal: Could not read from remote repository.', 'git/host-key'],
    [
      'remote: error: GH006: Protected branch update failed for refs/heads/main.\n! [remote rejected] main -> main (protected branch hook declined)',
      'git/refused',
    ],
    ["remote: Repository not found.\nfatal: repository 'https://github.com/x/y.git/' not found", 'git/not-found'],
    ["fatal: unable to access 'https://x/': The requested URL returned error: 301", 'git/moved'],
    ["fatal: unable to access 'https://x/': Failed to connect to x port 443", 'git/unreachable'],
    ['ERROR: The key you are authenticating with has been marked as read only.\nfatal: Could not read from remote repository.', 'git/unauthorised'],
    ['Load key "/tmp/key": error in libcrypto\ngit@x: Permission denied (publickey).', 'git/key'],
    ['kex_exchange_identification: Connection closed by remote host\nfatal: Could not read from remote repository.', 'git/unreachable'],
    ['sh: 1: ssh: not found\nfatal: Could not read from remote repository.', 'git/no-ssh'],
    ['fatal: something about hunter2-token', 'git/failed'],
  ] as const)
    it(`${code} for ${said.slice(0, 50).replace('\n', ' ')}`, () => {
      const error = gitError(said, config, 'write')
      assert.equal(error.code, code)
      assert.ok(!error.message.includes('hunter2'))
    })

  it('tells a branch that moved from one that is protected', () => {
    assert.equal(isMoved('!\tabc:refs/heads/main\t[rejected] (fetch first)'), true)
    assert.equal(isMoved('!\tabc:refs/heads/main\t[remote rejected] (failed to update ref)'), true)
    assert.equal(isMoved('!\tabc:refs/heads/main\t[remote rejected] (protected branch hook declined)'), false)
  })
})
