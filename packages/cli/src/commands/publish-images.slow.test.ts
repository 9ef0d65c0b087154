import assert from 'node:assert/strict'
import { once } from 'node:events'
import { mkdirSync, writeFileSync } from 'node:fs'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { test, type TestContext } from 'node:test'
import { openPostMortem, recordAt, textAt, type Reply, type WorldRequest } from '@blamefree/core'
import { COLLECTION, fakeOutline, KEY, ADDRESS } from '../../../adapters/src/destinations/outline/testing/fake-outline.ts'
import { folderFor, recorded } from '../testing/recorded.ts'

const PNG = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGP4z8AAAAMBAQDJ/pLvAAAAAElFTkSuQmCC', 'base64')
const TEXT = '# Poison pill\n\nRequests ![in a minute](images/graph.png) and ![errors](errors.png).\n\n![Not here](gone.png)\n'

/** A place of its own on this machine, which answers what `answer` says. */
async function placeHere(context: TestContext, answer: (request: WorldRequest) => Reply | Promise<Reply>): Promise<string> {
  const server = createServer((request, response) => {
    void taken(request)
      .then(answer)
      .then(({ status, headers, body }) => response.writeHead(status, headers).end(body))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  context.after(() => server.close())
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

async function taken(request: IncomingMessage): Promise<WorldRequest> {
  const body: Buffer[] = []
  for await (const chunk of request) body.push(chunk as Buffer)
  const { host: _host, ...headers } = request.headers
  return { method: 'POST', url: `${ADDRESS}${request.url ?? '/'}`, headers: headers as Record<string, string>, body: new Uint8Array(Buffer.concat(body)) }
}

/** A folder with a post-mortem, its images and the settings of a place. */
function folderWith(context: TestContext, settings: string): { readonly file: string; readonly settings: string; readonly folder: string } {
  const folder = folderFor(context)
  mkdirSync(join(folder, 'images'))
  writeFileSync(join(folder, 'images', 'graph.png'), PNG)
  writeFileSync(join(folder, 'errors.png'), Buffer.concat([PNG, Buffer.from('x')]))
  const [file, place] = [join(folder, 'pm.md'), join(folder, 'place.yaml')]
  writeFileSync(file, TEXT)
  writeFileSync(place, settings)
  return { file, settings: place, folder }
}

function withSecret(context: TestContext, name: string, value: string): void {
  process.env[name] = value
  context.after(() => delete process.env[name])
}

test('images beside a post-mortem are sent along with it, once, and one that is not there is said', async (context) => {
  const fake = fakeOutline()
  fake.rules.mode = 'post'
  const asText = (request: WorldRequest): WorldRequest =>
    request.url.endsWith('files.create') ? request : { ...request, body: Buffer.from(request.body ?? '').toString() }
  const url = await placeHere(context, (request) => fake.answer(asText(request)))
  withSecret(context, 'BLAMEFREE_OUTLINE_TOKEN', KEY)
  const { file, settings } = folderWith(context, `url: ${url}\ncollection: ${COLLECTION}\n`)
  const first = await recorded(['publish', file, '--to', 'outline', '--settings', settings, '--confirm-audience'])
  assert.equal(first.code, 0, first.said)
  assert.match(first.said, /The image gone\.png is left out: there is no such file beside pm\.md/)
  assert.deepEqual(
    [...fake.attachments.values()].map(({ name, sent }) => [name.replace(/-[0-9a-f]{10}\.png$/, ''), sent]),
    [
      ['graph', true],
      ['errors', true],
    ],
  )
  const [document] = fake.documents.values()
  assert.match(document?.text ?? '', /!\[in a minute\]\(\/api\/attachments\.redirect\?id=/)
  const before = fake.requests.length
  const again = await recorded(['publish', file, '--to', 'outline', '--settings', settings])
  assert.match(again.said, /Nothing to change/)
  assert.equal(fake.requests.length, before + 1)
})

test('images travel in our JSON, and from it to a page and to Word', async (context) => {
  const got: unknown[] = []
  const url = await placeHere(context, ({ body }) => {
    got.push(JSON.parse(Buffer.from(body ?? '').toString()))
    return { status: 204, headers: {}, body: new Uint8Array() }
  })
  withSecret(context, 'BLAMEFREE_WEBHOOK_SECRET', `whsec_${Buffer.alloc(32, 7).toString('base64')}`)
  const { file, settings, folder } = folderWith(context, `url: ${url}/hook\n`)
  const made = await recorded(['render', file, '--to', 'json', '--out', '-'])
  assert.deepEqual(Object.keys(openPostMortem(made.out, 'pm.json').assets), ['images/graph.png', 'errors.png'])
  const alone = join(folder, 'elsewhere')
  mkdirSync(alone)
  writeFileSync(join(alone, 'pm.json'), made.out)
  const sent = await recorded(['publish', join(alone, 'pm.json'), '--to', 'webhook', '--settings', settings, '--confirm-audience'])
  assert.equal(sent.code, 0, sent.said)
  assert.deepEqual([textAt(got[0], 'data', 'files', 0, 'name'), textAt(got[0], 'data', 'files', 0, 'base64')], ['images/graph.png', PNG.toString('base64')])
  assert.equal(recordAt(got[0], 'data', 'files', 1)['name'], 'errors.png')
  const word = await recorded(['render', join(alone, 'pm.json'), '--to', 'docx', '--out', alone])
  assert.equal(word.code, 0, word.said)
  assert.doesNotMatch(word.said, /2 images|3 images/)
})
