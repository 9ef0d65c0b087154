import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { openApiFile } from './openapi-file.ts'
import type { OpenApi, OpenApiAnswer, OpenApiContent, OpenApiOperation } from './tidy-openapi.ts'

let file: OpenApi
before(async () => {
  file = await openApiFile()
})

const operation = (id: string): OpenApiOperation =>
  Object.values(file.paths)
    .flatMap((operations) => Object.values(operations))
    .find(({ operationId }) => operationId === id) ?? assert.fail(`no ${id}`)
const answer = (id: string, status = '200'): OpenApiContent => (operation(id).responses[status] as OpenApiAnswer).content ?? {}
const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` })

test('bodies and answers without a name are called after their route or their list', () => {
  assert.deepEqual(operation('signIn').requestBody, { required: true, content: { 'application/json': { schema: ref('SignInBody') } } })
  assert.deepEqual(answer('share', '201'), { 'application/json': { schema: ref('ShareAnswer') } })
  assert.deepEqual(answer('listMembers'), { 'application/json': { schema: ref('MemberList') } })
  assert.deepEqual(answer('listIncidents'), { 'application/json': { schema: ref('IncidentSummaryPage') } })
})

test('every JSON body and answer of every route is a named one', () => {
  for (const operations of Object.values(file.paths))
    for (const { operationId, requestBody, responses } of Object.values(operations))
      for (const { content = {} } of [requestBody ?? {}, ...Object.values(responses as Record<string, OpenApiAnswer>)])
        if (content['application/json'] !== undefined)
          assert.ok(/"(?:\$ref|format)":/.test(JSON.stringify(content['application/json'].schema)), `${operationId}: ${JSON.stringify(content)}`)
})

test('every error is the problem document', () => {
  for (const { operationId, responses } of Object.values(file.paths).flatMap((operations) => Object.values(operations)))
    for (const status of ['4XX', '5XX']) assert.deepEqual(responses[status], { $ref: '#/components/responses/Problem' }, operationId)
  assert.match(JSON.stringify(file.components['responses']), /application\/problem\+json/)
})

test('files are of their media types, and a body that may be left out is not required', () => {
  assert.deepEqual(Object.keys(answer('readImage')), ['image/*'])
  assert.deepEqual(Object.keys(answer('exportPostMortem')), ['*/*'])
  assert.deepEqual(Object.keys(answer('exportPostMortem', '202')), ['application/json'])
  assert.ok(Object.keys(operation('addImage').requestBody?.content ?? {}).includes('image/png'))
  assert.deepEqual(operation('createIncident').requestBody, {
    required: false,
    content: { 'application/json': { schema: ref('NewIncident') }, 'multipart/form-data': { schema: ref('RecordForm') } },
  })
})

test('no reference leads nowhere, and nothing is left that no route names', () => {
  const text = JSON.stringify(file)
  const named = new Set([...text.matchAll(/"#\/components\/schemas\/([^"]+)"/g)].map((match) => match[1] ?? ''))
  assert.deepEqual([...named].toSorted(), Object.keys(file.components.schemas).toSorted())
})
