import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { openApiFile } from '../openapi-file.ts'
import type { OpenApi } from '../tidy-openapi.ts'
import { docsPage } from './docs-page.ts'
import { typeHtml } from './schema-html.ts'

describe('the page of the API', () => {
  let file: OpenApi
  let page = ''
  before(async () => {
    file = await openApiFile('https://blamefree.example.com')
    page = docsPage(file)
  })
  const article = (id: string): string => new RegExp(`<article id="${id}"[^]*?</article>`).exec(page)?.[0] ?? assert.fail(`no ${id}`)

  test('has every route and every schema once, and every link within it leads somewhere', () => {
    const ids = [...page.matchAll(/ id="([^"]+)"/g)].map((match) => match[1] ?? '')
    assert.equal(new Set(ids).size, ids.length)
    const wanted = Object.values(file.paths).flatMap((operations) => Object.values(operations).map(({ operationId }) => operationId))
    for (const id of [...wanted, ...Object.keys(file.components.schemas).map((name) => `schema-${name}`)]) assert.ok(ids.includes(id), id)
    for (const [, target = ''] of page.matchAll(/href="#([^"]+)"/g)) assert.ok(ids.includes(target), target)
  })

  test('says who may use a route, what it takes and what it answers', () => {
    const change = article('correctIncident')
    assert.match(change, /<b>Members and administrators; also the lead and the author<\/b>. If the incident is private: only those named on it/)
    assert.match(change, /<code>\{incident\}<\/code> <span class="needed">needed<\/span>/)
    assert.match(change, /<a href="#schema-CorrectIncidentBody">/)
    assert.match(article('isAlive'), /<b>Everybody<\/b>, signed in or not/)
    assert.match(article('listIncidents'), /How many at most\. 1 to 200\. Left out: <code>25<\/code>/)
    assert.match(article('readImage'), /<code>image\/\*<\/code>: text/)
  })

  test('runs and fetches nothing that the policy of our pages refuses', () => {
    assert.doesNotMatch(page, /<style|style="|\son[a-z]+="|<script(?! type="module" src="\/v1\/docs\/search-routes\.js"><)/)
    for (const [, address = ''] of page.matchAll(/(?:src|href)="([^"#]+)"/g)) assert.match(address, /^\/v1\//)
  })

  test('shows what a description says, whatever stands in it', () => {
    const hostile = '</code><script>alert(1)</script> & "it"'
    const { '/healthz': health } = file.paths
    const other = docsPage({
      ...file,
      paths: { '/healthz': { get: { ...health?.['get'], operationId: 'x', summary: hostile, description: hostile, responses: {} } } },
    })
    assert.ok(!other.includes('<script>alert'))
    assert.ok(other.includes('&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;it&quot;'))
  })
})

for (const [schema, said] of [
  [{ type: ['string', 'null'] }, 'text or null'],
  [{ enum: ['key', 'detail'] }, '<code>&quot;key&quot;</code> or <code>&quot;detail&quot;</code>'],
  [{ type: 'array', items: { $ref: '#/components/schemas/Incident' } }, 'list of <a href="#schema-Incident">Incident</a>'],
  [{ const: null }, '<code>null</code>'],
  [{ type: 'object', additionalProperties: {} }, 'object of anything'],
  [{ type: 'string', format: 'binary' }, 'bytes'],
] as const)
  test(`a schema in a line: ${said}`, () => assert.equal(typeHtml(schema).text, said))
