import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { WorldRequest } from '@blamefree/core'
import { missingTestData } from '../../../../../tools/test-data.ts'
import { discoveryContract } from './discovery.ts'
import { openApiContract } from './open-api.ts'
import type { VendorContract } from './vendor-contract.ts'
import { vendorFile } from './vendor-files.ts'
import { schemaCheck } from './vendor-schema.ts'

const BASE = 'https://a.example/api'

/** A request of JSON. */
function ask(method: WorldRequest['method'], path: string, body?: unknown): WorldRequest {
  const url = path.startsWith('https:') ? path : `${BASE}${path}`
  return body === undefined ? { method, url } : { method, url, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }
}

const OURS = {
  paths: {
    '/pages': {
      post: { requestBody: { required: true, content: { 'application/json; charset=utf-8': { schema: { $ref: '#/components/schemas/Page' } } } } },
      get: { parameters: [{ name: 'limit', in: 'query', required: true, schema: { type: 'integer', maximum: 100 } }, { $ref: '#/components/parameters/ids' }] },
    },
    '/pages/{id}': { get: { parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'integer' } }] }, delete: { deprecated: true } },
    '/contents/{path}': {
      put: { requestBody: { content: { 'application/json': { schema: { oneOf: [{ type: 'string' }, { type: 'integer' }], nullable: true } } } } },
    },
    '/broken': { post: { requestBody: { content: { 'application/json': { schema: { type: 'object', properties: { a: { type: 'no such type' } } } } } } } },
    '/file': {
      post: {
        parameters: [{ name: 'X-Token', in: 'header', required: true, schema: { type: 'string' } }],
        requestBody: { content: { 'multipart/form-data': { schema: { type: 'object' } } } },
      },
    },
  },
  components: {
    parameters: { ids: { name: 'ids', in: 'query', schema: { type: 'array', items: { type: 'integer' } } } },
    schemas: {
      Page: {
        allOf: [
          { $ref: '#/components/schemas/Named' },
          { type: 'object', properties: { parent: { $ref: '#/components/schemas/Page' }, note: { oneOf: [{ type: 'string' }], nullable: true } } },
        ],
      },
      Named: {
        type: 'object',
        required: ['name'],
        properties: { name: { type: 'string', maxLength: 5 }, body: { oneOf: [{ $ref: '#/components/schemas/Html' }, { $ref: '#/components/schemas/Text' }] } },
      },
      Html: { type: 'object', properties: { html: { type: 'string' } } },
      Text: { type: 'object', properties: { text: { type: 'string' }, count: { type: 'number', minimum: 0, exclusiveMinimum: true } } },
    },
  },
}

/** Requests, and what must be said of each: nothing where it is right. */
const PROBES: readonly (readonly [WorldRequest, RegExp | null])[] = [
  [ask('POST', '/pages', { name: 'a' }), null],
  [ask('POST', '/pages', { name: 'a', note: null, parent: { name: 'b', body: { text: 'x' } } }), null],
  [ask('POST', '/pages', {}), /must have required property 'name'/],
  [ask('POST', '/pages', { name: 'too long' }), /5 characters/],
  [ask('POST', '/pages', { name: 'a', nmae: 'b' }), /unevaluated.*nmae/],
  [ask('POST', '/pages', { name: 'a', parent: { name: 'b', nmae: 'c' } }), /parent.*nmae/],
  [ask('POST', '/pages', { name: 'a', body: { text: 'a', html: 'b' } }), /oneOf/],
  [ask('POST', '/pages', { name: 'a', body: { text: 'a', count: 0 } }), /> 0|oneOf/],
  [ask('POST', '/pages'), /The body is missing/],
  [{ method: 'POST', url: `${BASE}/pages`, body: '{"name":"a"}' }, /content-type is missing/],
  [{ ...ask('POST', '/pages', { name: 'a' }), headers: { 'content-type': 'text/plain' } }, /takes application\/json/],
  [{ ...ask('POST', '/pages', { name: 'a' }), body: '{' }, /no JSON/],
  [ask('GET', '/pages?limit=3&ids=1,2&ids=3'), null],
  [ask('GET', '/pages?limit=3&ids=one'), /ids .*integer/],
  [ask('GET', '/pages?limit=300'), /limit .*100/],
  [ask('GET', '/pages?limit=3&limit=4'), /more than once/],
  [ask('GET', '/pages?limit=3&size=3'), /size is not known/],
  [ask('GET', '/pages'), /limit is missing/],
  [ask('GET', '/pages', {}), /takes none/],
  [ask('GET', '/pages/7'), null],
  [ask('GET', '/pages/seven'), /\{id\}.*integer/],
  [ask('GET', '/pages/7/more/of'), /no GET/],
  [ask('DELETE', '/pages/7'), /deprecated/],
  [ask('PATCH', '/pages/7'), /no PATCH/],
  [ask('PUT', '/contents/docs/pm.md', 'a'), null],
  [{ method: 'POST', url: `${BASE}/file`, headers: { 'content-type': 'multipart/form-data; boundary=x', 'x-token': 'a' }, body: 'x' }, null],
  [{ method: 'POST', url: `${BASE}/file`, headers: { 'content-type': 'multipart/form-data; boundary=x' }, body: 'x' }, /X-Token is missing/],
]

function tried(contract: VendorContract, [request, wanted]: (typeof PROBES)[number]): void {
  const said = (contract.check(request) ?? ['It is not for this vendor.']).join(' ')
  const name = `${request.method} ${request.url} ${String(request.body ?? '').slice(0, 300)}`
  if (wanted === null) assert.equal(said, '', name)
  else assert.match(said, wanted, name)
}

describe('A vendor’s contract', () => {
  const contract = openApiContract(OURS, BASE)
  test('lets right requests pass and says what is wrong with others', () => {
    for (const probe of PROBES) tried(contract, probe)
  })
  test('does not hide a schema that cannot be compiled', () => {
    assert.throws(() => contract.check(ask('POST', '/broken', { a: 1 })), /type/)
  })
  test('says nothing of requests to others', () => {
    assert.equal(contract.check(ask('GET', 'https://b.example/api/pages')), null)
  })
  test('is mended where the vendor’s file is known to be wrong', () => {
    const mended = openApiContract(OURS, BASE, [(schema) => (schema['type'] === 'no such type' ? { type: 'string' } : schema)])
    tried(mended, [ask('POST', '/broken', { a: 'b' }), null])
    tried(mended, [ask('POST', '/broken', { a: 1 }), /string/])
  })
})

const CONFLUENCE = 'specs/vendor/confluence-v2.json'
const WIKI = 'https://acme.atlassian.net/wiki/api/v2'
const storage = { spaceId: '1', title: 'a', status: 'current', body: { representation: 'storage', value: '<p/>' } }

test('Confluence’s own file tells its right requests from wrong ones', { skip: missingTestData(CONFLUENCE) }, () => {
  const contract = openApiContract(vendorFile(CONFLUENCE), WIKI)
  const probes: (readonly [WorldRequest, RegExp | null])[] = [
    [ask('POST', `${WIKI}/pages`, storage), null],
    [ask('POST', `${WIKI}/pages`, { ...storage, body: { representation: 'markdown', value: 'a' } }), /body/],
    [ask('POST', `${WIKI}/pages`, { ...storage, spaceId: undefined }), /spaceId/],
    [ask('POST', `${WIKI}/pages`, { ...storage, titel: 'a' }), /titel/],
    [ask('PUT', `${WIKI}/pages/7`, { id: '7', status: 'current', title: 'a', body: storage.body, version: { number: 2, message: 'a' } }), null],
    [ask('PUT', `${WIKI}/pages/7`, { id: '7', status: 'current', title: 'a', body: storage.body, version: { number: '2' } }), /number/],
    [ask('GET', `${WIKI}/pages/7?body-format=storage&include-version=true`), null],
    [ask('GET', `${WIKI}/pages/7?body-format=markdown`), /body-format/],
    [ask('GET', `${WIKI}/pages/7?expand=body`), /expand is not known/],
  ]
  for (const probe of probes) tried(contract, probe)
})

const DRIVE = 'specs/pypi__google-api-python-client-2.201.0/drive.v3.json'
const DOCS = 'specs/pypi__google-api-python-client-2.201.0/docs.v1.json'

test('Google’s discovery files tell right requests from wrong ones', { skip: missingTestData(DRIVE) }, () => {
  const drive = discoveryContract(vendorFile(DRIVE))
  const docs = discoveryContract(vendorFile(DOCS))
  const google = 'https://www.googleapis.com'
  const batch = 'https://docs.googleapis.com/v1/documents/7:batchUpdate'
  tried(drive, [ask('GET', `${google}/drive/v3/files?q=name%3D'a'&fields=files(id)&supportsAllDrives=true`), null])
  tried(drive, [ask('GET', `${google}/drive/v3/files?query=a`), /query is not known/])
  tried(drive, [ask('POST', `${google}/drive/v3/files`, { name: 'a', appProperties: { marker: 'b' }, parents: ['c'] }), null])
  tried(drive, [ask('POST', `${google}/drive/v3/files`, { nmae: 'a' }), /nmae/])
  const upload = { method: 'PATCH', headers: { 'content-type': 'multipart/related; boundary=x' }, body: 'x' } as const
  tried(drive, [{ ...upload, url: `${google}/upload/drive/v3/files/7?uploadType=multipart` }, null])
  tried(drive, [{ ...upload, url: `${google}/upload/drive/v3/files/7` }, /uploadType is missing/])
  tried(docs, [ask('POST', batch, { requests: [{ insertText: { text: 'a', location: { index: 1 } } }], writeControl: { requiredRevisionId: 'r' } }), null])
  tried(docs, [ask('POST', batch, { requests: [{ insertTxt: {} }] }), /insertTxt/])
})

const ADF = 'specs/npm__atlaskit-adf-schema-57.7.22/full.json'

test('Atlassian’s document schema tells right documents from wrong ones', { skip: missingTestData(ADF) }, () => {
  const file = vendorFile(ADF) as { definitions: Record<string, Record<string, unknown>> }
  const check = schemaCheck((ref) => file.definitions[ref.slice('#/definitions/'.length)] ?? {})
  const root = { $ref: '#/definitions/doc_node' }
  const doc = (text: string): unknown => ({ version: 1, type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] })
  assert.deepEqual(check(root, doc('a')), [])
  assert.notDeepEqual(check(root, doc('')), [])
})
