import { BlamefreeError, type PageGone, type Reply, type WorldRequest } from '@blamefree/core'
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync, utimesSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, beforeEach, describe, it } from 'node:test'
import { MERGE_PROMISES } from '../testing/page-promises-merge.ts'
import { PLACE_PROMISES } from '../testing/page-promises-gone.ts'
import type { GitConfig } from './git-config.ts'
import { bodyOf, isPage, MARKER, place, refuses, worldHere } from './testing/git-pages.ts'
import { placeOf, startGitServer, type GitServer } from './testing/git-server.ts'
import { inOwnTemporaryFolder } from './testing/own-temporary-folder.ts'

inOwnTemporaryFolder()

/** Promises about answers over HTTP, which git gives none of. */
const NEEDS_A_FAKE = /token|secret|answers?/i
const needsGit = spawnSync('git', ['version']).error === undefined ? false : 'git is not on this machine'

let server: GitServer
let config: GitConfig
const hosts = new Map<string, (request: WorldRequest) => Reply>()
const world = worldHere(hosts)

for (const filter of [true, false])
  describe(`git over HTTP ${filter ? 'with' : 'without'} partial clones`, { skip: needsGit }, () => {
    before(async () => {
      server = await startGitServer({ filter })
    })
    after(() => server.end())
    beforeEach(() => {
      server.empty()
      config = place.configure({ repository: server.url, token: server.token, branch: 'main', host: 'other' })
    })

    it('makes the branch, and a page with its data and images', async () => {
      assert.equal(await place.find(MARKER, config, world), null)
      const body = bodyOf('Words.\n\n![A graph](graph.png)')
      const page = await place.create(body, MARKER, config, world)
      assert.equal(page.ref.id, 'post-mortems/undated-poison-pill.md')
      assert.equal(page.text, body.text)
      assert.equal(page.title, 'Poison pill')
      assert.equal(page.marker, MARKER)
      const file = server.file(page.ref.id) ?? ''
      assert.match(file, /^---\ntitle: Poison pill\n[^]*blamefree: "pm_01"\n---\n\n# Poison pill\n/)
      const [, image = ''] = /!\[A graph\]\((images\/graph-\w+\.png)/.exec(file) ?? []
      assert.notEqual(server.file(`post-mortems/${image}`), null)
      assert.equal((JSON.parse(server.file('post-mortems/undated-poison-pill.json') ?? '') as { document: { title: string } }).document.title, 'Poison pill')
      assert.deepEqual(await place.find(MARKER, config, world), page)
    })

    it('writes over a page once, on top of what others did elsewhere, and nothing where nothing is new', async () => {
      server.commit({ 'README.md': 'Hello', 'src/large.bin': 'x'.repeat(1000) })
      const page = await place.create(bodyOf('One.'), MARKER, config, world)
      server.commit({ 'README.md': 'Hello again' })
      const next = isPage(await place.write(bodyOf('Two.'), page, config, world))
      assert.match(server.file(page.ref.id) ?? '', /Two\./)
      assert.equal(server.file('README.md'), 'Hello again')
      assert.equal(server.git('log', '--format=%s', 'main'), 'Update post-mortem: Poison pill\nBy hand\nAdd post-mortem: Poison pill\nBy hand\n')
      assert.equal(isPage(await place.write(bodyOf('Two.'), next, config, world)).version, next.version)
      assert.equal(server.git('rev-list', '--count', 'main').trim(), '4')
      server.requests.length = 0
      await place.read(page.ref, config, world)
      await place.write(bodyOf('Three.'), next, config, world)
      assert.ok(server.requests.length <= 12, server.requests.join('\n'))
    })

    it('sees what was changed there, and does not write over it unseen', async () => {
      const page = await place.create(bodyOf('One.'), MARKER, config, world)
      server.commit({ [page.ref.id]: (server.file(page.ref.id) ?? '').replace('One.', 'One, by Kim.').replaceAll('\n', '\r\n') })
      assert.equal(await place.write(bodyOf('Two.'), page, config, world), 'stale')
      const now = isPage(await place.read(page.ref, config, world))
      assert.equal(now.text, page.text.replace('One.', 'One, by Kim.'))
      assert.match(isPage(await place.write({ ...bodyOf('Two.'), text: now.text.replace('One', 'Two') }, now, config, world)).text, /Two, by Kim/)
    })

    it('keeps its mark when somebody takes the front matter away', async () => {
      const page = await place.create(bodyOf('One.'), MARKER, config, world)
      server.commit({ [page.ref.id]: '# Poison pill\n\nBare.\n' })
      const now = isPage(await place.read(page.ref, config, world))
      assert.equal(now.marker, null)
      await place.write({ ...bodyOf('x'), text: now.text }, now, config, world)
      assert.equal(isPage(await place.find(MARKER, config, world)).ref.id, page.ref.id)
    })

    it('finds a page that was moved, and says when one is gone', async () => {
      const page = await place.create(bodyOf('One.'), MARKER, config, world)
      const file = server.file(page.ref.id) ?? ''
      server.commit({ [page.ref.id]: null, 'archive/2026/pill.md': file })
      const moved = isPage(await place.read(page.ref, config, world))
      assert.equal(moved.ref.id, 'archive/2026/pill.md')
      assert.match(moved.where ?? '', /archive\/2026\/pill\.md/)
      server.commit({ 'archive/2026/pill.md': null })
      assert.equal(((await place.read(page.ref, config, world)) as PageGone).gone, 'deleted')
    })

    it('never makes a second page: not for two at once, nor after being cut off', async () => {
      server.commit({ 'README.md': 'Hello' })
      const pages = await Promise.all([place.create(bodyOf('One.'), MARKER, config, world), place.create(bodyOf('One.'), MARKER, config, world)])
      assert.deepEqual(pages[0]?.ref, pages[1]?.ref)
      assert.equal(
        server
          .git('ls-tree', '-r', '--name-only', 'main')
          .split('\n')
          .filter((path) => path.endsWith('.md')).length,
        2,
      )
      // The commit was made and never sent; then it was sent, and nobody heard of it.
      for (const [request, there] of [
        ['POST /git-receive-pack', false],
        ['GET /info/refs?git-receive-pack', false],
      ] as const) {
        server.before = (name) => (name === request ? false : undefined)
        await refuses(place.create(bodyOf('One.'), `pm_${request.length}`, config, world), 'git/unreachable')
        server.before = null
        assert.equal((await place.find(`pm_${request.length}`, config, world)) !== null, there)
        await place.create(bodyOf('One.', 'Another'), `pm_${request.length}`, config, world)
        await place.create(bodyOf('One.', 'Another'), `pm_${request.length}`, config, world)
      }
      assert.equal(
        server
          .git('ls-tree', '-r', '--name-only', 'main')
          .split('\n')
          .filter((path) => path.endsWith('.md')).length,
        4,
      )
    })

    it('begins anew when the branch moves between reading and pushing, and stops where the page itself did', async () => {
      server.commit({ 'README.md': 'Hello' })
      let times = 0
      server.before = (name) => {
        if (name === 'GET /info/refs?git-receive-pack' && times++ < 2) server.commit({ 'README.md': `Hello ${times}` })
      }
      const page = await place.create(bodyOf('One.'), MARKER, config, world)
      assert.equal(times, 3)
      assert.equal(server.file('README.md'), 'Hello 2')
      times = 0
      server.before = (name) => {
        if (name === 'POST /git-receive-pack' && times++ === 0) server.commit({ [page.ref.id]: `${server.file(page.ref.id) ?? ''}\nKim\n` })
      }
      assert.equal(await place.write(bodyOf('Two.'), page, config, world), 'stale')
      assert.match(server.file(page.ref.id) ?? '', /One\.[^]*Kim/)
    })

    it('takes another path where a file of somebody lies, and the folder in the case in which it is there', async () => {
      server.commit({ 'Post-Mortems/undated-poison-pill.md': 'Somebody’s' })
      const page = await place.create(bodyOf('One.'), MARKER, config, world)
      assert.match(page.ref.id, /^Post-Mortems\/undated-poison-pill-[0-9a-f]{8}\.md$/)
      assert.equal(server.file('Post-Mortems/undated-poison-pill.md'), 'Somebody’s')
    })

    it('writes through no link', async () => {
      server.commit({ 'post-mortems': '../../etc' }, { mode: '120000' })
      await refuses(place.create(bodyOf('One.'), MARKER, config, world), 'git/path')
      server.commit({ 'post-mortems': null })
      const page = await place.create(bodyOf('One.'), MARKER, config, world)
      server.commit({ [page.ref.id]: '/etc/passwd' }, { mode: '120000' })
      assert.equal(((await place.read(page.ref, config, world)) as PageGone).gone, 'forbidden')
    })

    it('says when the token is refused, the repository is missing or protected, without the token', async () => {
      await refuses(place.find(MARKER, { ...config, token: 'another-secret-token' }, world), 'git/unauthorised')
      await refuses(place.find(MARKER, { ...config, url: config.url.replace('handbook', 'none') }, world), 'git/not-found')
      const down = config.url.replace(/:\d+/, ':1')
      await refuses(place.find(MARKER, { ...config, url: down }, world), 'git/unreachable')
      server.git('config', 'receive.denyDeletes', 'true')
      server.git('config', 'http.receivepack', 'false')
      await refuses(place.create(bodyOf('One.'), MARKER, config, world), 'git/unauthorised')
      server.git('config', 'http.receivepack', 'true')
      await refuses(
        place.find(MARKER, config, { ...world, reach: () => Promise.reject(new BlamefreeError('outbound/private', 'No.', 'No.')) }),
        'outbound/private',
      )
    })

    it('connects to the address that was checked, whatever the name says', async () => {
      const named = { ...config, url: config.url.replace('127.0.0.1', 'git.nowhere.example') }
      assert.equal(await place.find(MARKER, named, world), null)
    })

    it('tells whether everything is in place', async () => {
      const empty = await place.check(config, world)
      assert.deepEqual([empty.works, empty.audience.level], [true, 'unknown'])
      assert.match(empty.findings[0]?.sentence ?? '', /no branch main yet/)
      assert.equal(server.git('for-each-ref'), '')
      const refused = await place.check({ ...config, token: 'wrong' }, world)
      assert.equal(refused.works, false)
      assert.match(refused.findings[0]?.sentence ?? '', /Make a new token/)
    })

    it('leaves nothing in the temporary folder, and takes away what a killed process left', async () => {
      const left = join(tmpdir(), 'blamefree-git-killed')
      mkdirSync(left, { recursive: true })
      utimesSync(left, 1_700_000_000, 1_700_000_000)
      await place.find(MARKER, config, world)
      assert.deepEqual(
        readdirSync(tmpdir()).filter((name) => name.startsWith('blamefree-git-')),
        [],
      )
    })
  })

describe('git, held to the suite of pages', { skip: needsGit }, () => {
  before(async () => {
    server = await startGitServer()
  })
  after(() => server.end())
  for (const { says, attempt } of [...MERGE_PROMISES, ...PLACE_PROMISES.filter((promise) => !NEEDS_A_FAKE.test(promise.says))])
    it(says, async () => {
      const settings = { repository: server.url, token: server.token, branch: 'main', host: 'other' }
      assert.deepEqual(
        await attempt({
          destination: place,
          settings,
          reach: ['127.0.0.1'],
          goes: ['deleted'],
          requests: [0, 0, 0] /* git's own are counted above */,
          fake: () => placeOf(server),
        }),
        [],
      )
    })
})

describe('git with pull requests', { skip: needsGit }, () => {
  before(async () => {
    server = await startGitServer()
    server.commit({ 'README.md': 'Hello' })
  })
  after(() => server.end())

  for (const host of ['github', 'gitlab'] as const)
    it(`opens one on ${host}, adds to it, and opens the next when it was merged`, async () => {
      const requests: { number: number; state: string; head: string; title: string }[] = []
      const asked: string[] = []
      const answer = (request: WorldRequest): Reply => {
        const url = new URL(request.url)
        asked.push(`${request.method} ${url.pathname}`)
        const shown = (entry: (typeof requests)[number]): unknown => ({ ...entry, iid: entry.number, html_url: 'https://x' })
        const json = (status: number, value: unknown): Reply => ({ status, headers: {}, body: new TextEncoder().encode(JSON.stringify(value)) })
        if (request.method === 'GET') {
          const head = url.searchParams.get('source_branch') ?? url.searchParams.get('head')?.split(':')[1] ?? ''
          return json(200, requests.filter((entry) => entry.head === head).map(shown))
        }
        const sent = JSON.parse(String(request.body)) as Record<string, string>
        assert.ok((sent['body'] ?? sent['description'] ?? '').includes('<!-- blamefree: pm_02 -->'))
        assert.equal(sent['base'] ?? sent['target_branch'], 'main')
        const made = {
          number: requests.length + 1,
          state: host === 'github' ? 'open' : 'opened',
          head: sent['head'] ?? sent['source_branch'] ?? '',
          title: sent['title'] ?? '',
        }
        requests.push(made)
        return json(201, shown(made))
      }
      server.commit({ 'README.md': host, 'post-mortems/undated-on-github.md': null })
      hosts.clear()
      hosts.set('/api/v3', answer).set('/api/v4', answer)
      for (const ref of server.git('for-each-ref', '--format=%(refname)', 'refs/heads/blamefree').split('\n'))
        if (ref !== '') server.git('update-ref', '-d', ref)
      config = place.configure({ repository: server.url, token: server.token, branch: 'main', host, review: true })

      const page = await place.create(bodyOf('One.', `On ${host}`), 'pm_02', config, world)
      assert.equal(server.file(page.ref.id), null)
      const [first] = requests
      assert.ok(first !== undefined && requests.length === 1)
      assert.match(server.file(page.ref.id, first.head) ?? '', /One\./)
      const next = isPage(await place.write(bodyOf('Two.', `On ${host}`), isPage(await place.read(page.ref, config, world)), config, world))
      assert.equal(requests.length, 1)
      server.git('update-ref', 'refs/heads/main', first.head)
      first.state = 'merged'
      const merged = isPage(await place.read(next.ref, config, world))
      assert.match(merged.text, /Two\./)
      await place.write(bodyOf('Two.', `On ${host}`), merged, config, world)
      assert.equal(requests.length, 1)
      await place.write(bodyOf('Three.', `On ${host}`), merged, config, world)
      assert.deepEqual(
        requests.map(({ head }) => head),
        [first.head, `${first.head}-2`],
      )
      assert.match(server.file(page.ref.id) ?? '', /Two\./)
    })

  it('goes on where it was cut off between pushing and asking', async () => {
    hosts.clear()
    hosts.set('/api/v3', ({ method }) =>
      method === 'GET' ? { status: 200, headers: {}, body: new TextEncoder().encode('[]') } : { status: 404, headers: {}, body: new Uint8Array() },
    )
    config = place.configure({ repository: server.url, token: server.token, branch: 'main', host: 'github', review: true })
    await refuses(place.create(bodyOf('One.', 'Cut off'), 'pm_03', config, world), 'git/unauthorised')
    let made = 0
    hosts.set('/api/v3', ({ method }) => {
      if (method === 'POST') made++
      return { status: method === 'GET' ? 200 : 201, headers: {}, body: new TextEncoder().encode(method === 'GET' ? '[]' : '{"number":1,"state":"open"}') }
    })
    const found = isPage(await place.find('pm_03', config, world))
    await place.write(bodyOf('One.', 'Cut off'), found, config, world)
    assert.equal(made, 1)
  })
})
