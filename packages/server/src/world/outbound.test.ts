import assert from 'node:assert/strict'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { test, type TestContext } from 'node:test'
import { openOutbound } from './outbound.ts'

const HERE = [{ address: '127.0.0.1', family: 4 }]
const code =
  (expected: string) =>
  (error: unknown): boolean =>
    (error as { code: string }).code === expected

async function listening(context: TestContext, answer: (request: IncomingMessage, response: ServerResponse) => void): Promise<number> {
  const server = createServer(answer)
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', () => ready()))
  context.after(() => server.close().closeAllConnections())
  return (server.address() as AddressInfo).port
}

test('a request is sent and its answer read, at the address that was checked and under its own name', async (context) => {
  const port = await listening(context, (request, response) => {
    const { host, 'content-length': length } = request.headers
    response.writeHead(201, { 'X-Yes': '1' }).end(`${request.method} ${request.url} ${host} ${length}`)
  })
  let asked = 0
  const outbound = openOutbound(['hooks.test'], (host) => {
    asked++
    assert.equal(host, 'hooks.test')
    return Promise.resolve(HERE)
  })
  const answer = await outbound.send({ method: 'POST', url: `http://hooks.test:${port}/a?b=c`, body: 'hällo' })
  assert.deepEqual([answer.status, answer.headers['x-yes'], answer.body.toString(), asked], [201, '1', `POST /a?b=c hooks.test:${port} 6`, 1])
})

test('private addresses are refused, whatever they are written as and wherever a name points', async (context) => {
  const port = await listening(context, (_request, response) => response.end('secret'))
  const outbound = openOutbound([])
  for (const host of ['127.0.0.1', '0x7f.1', '2130706433', '[::1]', '[::ffff:127.0.0.1]', 'localhost', '0.0.0.0'])
    await assert.rejects(outbound.send({ method: 'GET', url: `http://${host}:${port}/` }), code('outbound/private'), host)
  const mixed = openOutbound([], () => Promise.resolve([{ address: '93.184.216.34', family: 4 }, ...HERE]))
  await assert.rejects(mixed.send({ method: 'GET', url: `http://rebound.test:${port}/` }), code('outbound/private'))
})

test('a redirect to a private address is not followed, and credentials stay at their origin', async (context) => {
  const seen: string[] = []
  const port = await listening(context, (request, response) => {
    seen.push(`${request.method} ${request.url} ${request.headers.authorization ?? '-'}`)
    if (request.url === '/in') response.writeHead(302, { location: 'http://169.254.169.254/latest' }).end()
    else if (request.url === '/other') response.writeHead(307, { location: `http://b.test:${port}/end` }).end()
    else if (request.url === '/loop') response.writeHead(302, { location: '/loop' }).end()
    else response.end('end')
  })
  const outbound = openOutbound(['a.test', 'b.test'], (host) => Promise.resolve(host.endsWith('.test') ? HERE : [{ address: host, family: 4 }]))
  const headers = { authorization: 'Bearer x' }
  await assert.rejects(outbound.send({ method: 'GET', url: `http://a.test:${port}/in`, redirects: 3 }), code('outbound/private'))
  assert.equal((await outbound.send({ method: 'GET', url: `http://a.test:${port}/in` })).status, 302)
  assert.equal((await outbound.send({ method: 'POST', url: `http://a.test:${port}/other`, redirects: 1, headers, body: 'x' })).body.toString(), 'end')
  assert.equal((await outbound.send({ method: 'POST', url: `http://a.test:${port}/loop`, redirects: 2, headers, body: 'x' })).status, 302)
  assert.deepEqual(seen.slice(2), ['POST /other Bearer x', 'POST /end -', 'POST /loop Bearer x', 'GET /loop Bearer x', 'GET /loop Bearer x'])
})

test('who answers too much or too late is cut off', async (context) => {
  const port = await listening(context, (request, response) => {
    if (request.url === '/much') response.end(Buffer.alloc(200_000))
    else response.writeHead(200).write('…')
  })
  const outbound = openOutbound(['127.0.0.0/8'])
  await assert.rejects(outbound.send({ method: 'GET', url: `http://127.0.0.1:${port}/much`, most: 100_000 }), code('outbound/too-large'))
  await assert.rejects(
    outbound.send({ method: 'GET', url: `http://127.0.0.1:${port}/slow`, within: 60 }),
    /Cannot reach 127\.0\.0\.1:\d+: it did not answer in time/,
  )
})

test('what is no address is refused, and who is not there is said in a sentence', async () => {
  const outbound = openOutbound(['127.0.0.0/8'])
  for (const url of ['', 'x', 'ftp://example.com/', 'file:///etc/passwd', 'https://user:hunter2@example.com/', 'javascript:alert(1)'])
    await assert.rejects(outbound.send({ method: 'GET', url }), (error: Error) => code('outbound/address')(error) && !error.message.includes('hunter2'))
  await assert.rejects(outbound.send({ method: 'GET', url: 'http://127.0.0.1:1/' }), /Cannot reach 127\.0\.0\.1:1: nothing listens there/)
})

test('whoever opens a connection of their own is given the addresses that were checked, of any kind of address that names a host', async () => {
  const outbound = openOutbound([], (host) => Promise.resolve(host === 'git.test' ? [{ address: '93.184.216.34', family: 4 }] : HERE))
  assert.deepEqual(await outbound.reach('ssh://git@git.test/post-mortems.git'), ['93.184.216.34'])
  await assert.rejects(outbound.reach('ssh://git@inside.test/x'), code('outbound/private'))
  await assert.rejects(outbound.reach('not an address'), code('outbound/address'))
})
