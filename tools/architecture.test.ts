import assert from 'node:assert/strict'
import { existsSync, globSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { test } from 'node:test'
import { breaches, importsOf, withoutStringsAndComments } from './architecture.ts'

const home = resolve(import.meta.dirname, '..')

function sources(): Map<string, string> {
  const files = globSync(['packages/*/src/**/*.{ts,tsx}', 'packages/web/tests/**/*.ts', 'tools/**/*.ts'], {
    cwd: home,
    exclude: (name) => name === 'node_modules',
  }).toSorted()
  return new Map(files.map((file) => [file.replaceAll('\\', '/'), readFileSync(join(home, file), 'utf8')]))
}

test('the house keeps its own rules', () => {
  assert.deepEqual(breaches(sources()), [])
})

test('there is something to look at', () => {
  const files = [...sources().keys()]
  assert.ok(files.length > 20, `only ${files.length} files were found`)
  const imports = [...sources().values()].flatMap(importsOf)
  assert.ok(imports.length > 50, `only ${imports.length} imports were seen`)
})

/** A fault of every kind: where it is planted, what it is, and a part of the sentence that must name it. */
const FAULTS: readonly (readonly [string, string, RegExp])[] = [
  ['packages/core/src/a.ts', `import { readFileSync } from 'node:fs'`, /imports node:fs/],
  ['packages/core/src/a.ts', `import { x } from '@blamefree/adapters'`, /imports @blamefree\/adapters/],
  ['packages/core/src/a.ts', `const x = await import('node:net')`, /imports node:net/],
  ['packages/core/src/a.ts', `export * from '../../adapters/src/index.ts'`, /outside of packages\/core\/src/],
  ['packages/core/src/a.ts', `import { fromMarkdown } from 'mdast-util-from-markdown'`, /only packages\/core\/src\/markdown/],
  ['packages/core/src/a.ts', 'const now = Date.now()', /the clock/],
  ['packages/core/src/a.ts', 'const now = new Date()', /the clock/],
  ['packages/core/src/a.ts', 'const text = `at ${Date.now()}`', /the clock/],
  ['packages/core/src/a.ts', 'const id = Math.random()', /chance/],
  ['packages/core/src/a.ts', 'const answer = await fetch(url)', /the network/],
  ['packages/core/src/a.ts', 'const home = process.env.HOME', /the environment/],
  ['packages/core/src/a.ts', 'setTimeout(go, 10)', /a timer/],
  ['packages/core/src/a.ts', 'const text = date.toLocaleString()', /time zone/],
  ['packages/core/src/a.ts', 'const hour = date.getHours()', /time zone/],
  ['packages/core/src/a.ts', 'globalThis.cache = 1', /the global object/],
  ['packages/adapters/src/sources/jira/a.ts', `import { x } from '../github/read.ts'`, /outside of packages\/adapters\/src\/sources\/jira/],
  ['packages/adapters/src/sources/jira/a.ts', `import { x } from 'commander'`, /imports commander/],
  ['packages/adapters/src/sources/jira/a.ts', `import { readFile } from 'node:fs/promises'`, /imports node:fs/],
  ['packages/adapters/src/destinations/html/a.ts', `import { x } from '@myriaddreamin/typst-ts-node-compiler'`, /imports @myriaddreamin/],
  ['packages/adapters/src/destinations/html/a.ts', `eval('1')`, /evaluation/],
  ['packages/cli/src/a.ts', `import { x } from '../../core/src/index.ts'`, /outside of packages\/cli\/src/],
  ['packages/editor/src/a.ts', `import { EditorView } from 'prosemirror-view'`, /imports prosemirror-view/],
  ['packages/editor/src/a.ts', 'const now = Date.now()', /the clock/],
  ['packages/server/src/api/a.ts', `import * as Y from 'yjs'`, /imports yjs, which only packages\/editor\/src/],
  ['packages/core/src/utils.ts', '', /named after nothing/],
  ['packages/unknown/src/a.ts', '', /lies in no room/],
]

for (const [file, text, expected] of FAULTS) {
  test(`a planted fault is caught: ${text || 'a file'} in ${file}`, () => {
    const found = breaches(new Map([[file, text]])).map(({ message }) => message)
    assert.ok(
      found.some((message) => expected.test(message)),
      `found ${JSON.stringify(found)}`,
    )
  })
}

test('strings, comments and parts of names are no breach', () => {
  const text = `/** Math.random */\n// Date.now()\nconst a = 'Math.random()'\nconst prefetch = () => prefetch(1)\nconst date = new Date(0)`
  assert.deepEqual(breaches(new Map([['packages/core/src/a.ts', text]])), [])
  assert.equal(withoutStringsAndComments(`a('x') // y`).trim(), `a('') ''`)
})

for (const kind of ['sources', 'destinations']) {
  test(`every folder of ${kind} is in the list of ${kind}, and nothing else is`, () => {
    const root = join(home, 'packages/adapters/src', kind)
    // A destination is a file's format, a page, or both: each kind has its list.
    const lists = kind === 'destinations' ? ['destinations.ts', 'page-destinations.ts'] : ['sources.ts']
    const list = lists.map((name) => readFileSync(join(root, '..', name), 'utf8')).join('\n')
    const folders = (existsSync(root) ? readdirSync(root, { withFileTypes: true }) : []).filter((entry) => entry.isDirectory() && entry.name !== 'testing')
    const listed = importsOf(list).flatMap(({ specifier }) => /^\.\/(?:sources|destinations)\/([^/]+)\//.exec(specifier)?.[1] ?? [])
    assert.deepEqual([...new Set(listed)].toSorted(), folders.map(({ name }) => name).toSorted())
  })
}
