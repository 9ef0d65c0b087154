import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ARCHIVE } from './archive.ts'
import { place } from './testing/git-pages.ts'

test('an archive lies where nobody else’s files can be', () => {
  assert.deepEqual(ARCHIVE.place({ branch: '', folder: ' /ops/archive/ ' }), { branch: 'blamefree-archive', folder: 'ops/archive' })
  assert.deepEqual(ARCHIVE.place({ branch: 'refs/heads/main', folder: '' }), { branch: 'main', folder: '' })
  for (const folder of ['../x', 'a/.git/b', 'a//b', 'GIT~1', 'con', 'a\tb', 'x.'])
    assert.throws(() => ARCHIVE.place({ branch: 'main', folder }), { code: 'git/setting' }, folder)
  for (const branch of ['-x', 'a..b', 'a b', 'x.lock']) assert.throws(() => ARCHIVE.place({ branch, folder: '' }), { code: 'git/setting' }, branch)
})

test('people find it where the host shows files and commits', () => {
  const shown = (host: string, version?: string): string =>
    ARCHIVE.address(
      { branch: 'blamefree-archive', folder: 'a b' },
      place.configure({ repository: 'https://h.example/acme/x.git', token: 't', branch: 'main', host }),
      version,
    )
  assert.equal(shown('github'), 'https://h.example/acme/x/tree/blamefree-archive/a%20b')
  assert.equal(shown('gitlab', 'abc'), 'https://h.example/acme/x/-/commit/abc')
  assert.equal(shown('gitea', 'abc'), 'https://h.example/acme/x/commit/abc')
  assert.equal(shown('other', 'abc'), 'https://h.example/acme/x')
})
