import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { openBrowser } from './kit/browser.ts'
import { ADDRESSES, brief, hostile, hostileExport, PAYLOADS } from './kit/payloads.ts'
import { openWebHouse, type Answered, type WebHouse } from './kit/web-house.ts'

test('nothing that a person or a source wrote is ever executed, in any field, on any screen', async (context) => {
  const browser = await openBrowser(context)
  if (browser === null) return
  const house = await openWebHouse(context)
  const page = await house.window(browser)
  const seen = await watched(page)
  const { slug, postMortem, template, share } = await furnishBadly(house, page)
  await house.member(browser, { name: brief('Mallory', 80), role: 'member' })
  const screens = [
    '/incidents',
    '/incidents?q=checkout',
    `/incidents/${slug}`,
    `/incidents/${slug}/timeline`,
    `/incidents/${slug}/records`,
    '/post-mortems',
    `/post-mortems/${postMortem}`,
    `/post-mortems/${postMortem}/read`,
    `/post-mortems/${postMortem}/versions`,
    '/follow-ups',
    '/findings',
    '/templates',
    `/templates/${template}`,
    ...['members', 'api-keys', 'severities', 'types', 'fields', 'inbound', 'webhooks', 'audit'].map((part) => `/settings/${part}`),
    share,
  ]
  for (const path of screens) {
    await page.goto(path)
    await page.locator('main, article, body').first().waitFor()
    await page.waitForFunction(() => !document.querySelector('#content [role=status] .mantine-Loader-root'), undefined, { timeout: 20_000 })
    await page.waitForTimeout(600)
    assert.deepEqual(await faults(page), [], path)
  }
  await context.test('nor in what is looked for, said in a corner, or asked before a file is made', async () => {
    await page.goto(`/post-mortems/${postMortem}`)
    await page.locator('[data-kind=saved]').waitFor()
    await page.getByRole('button', { name: 'Export' }).click()
    await page.getByRole('dialog').getByText('Download').waitFor()
    await page.keyboard.press('Escape')
    await page.keyboard.press('Control+k')
    await page.keyboard.type('onerror')
    await page.waitForTimeout(2500)
    assert.deepEqual(await faults(page), [], 'the search')
    await page.goto(`/incidents/${slug}`)
    await page.waitForTimeout(500)
    for (const mark of await page.locator('button[aria-label^="Where"]').all()) await mark.hover().catch(() => undefined)
    assert.deepEqual(await faults(page), [], 'where facts are from')
  })
  await context.test('pages of words from the address run nothing either', async () => {
    for (const path of [
      `/incidents/${encodeURIComponent(PAYLOADS[1] ?? '')}`,
      `/incidents?q=${encodeURIComponent(PAYLOADS[0] ?? '')}`,
      '/sign-in?next=javascript:globalThis.ran=30',
    ]) {
      await page.goto(path)
      await page.waitForTimeout(800)
      assert.deepEqual(await faults(page), [], path)
    }
  })
  assert.deepEqual(seen.refused, [], 'no policy had to hold anything back')
  assert.deepEqual(seen.elsewhere, [], 'nothing was asked of another site')
  await page.evaluate((words) => document.body.insertAdjacentHTML('beforeend', words), PAYLOADS[1] ?? '')
  assert.notDeepEqual(await faults(page), [], 'what is planted is seen')
})

interface Seen {
  /** What the Content-Security-Policy held back. */
  readonly refused: string[]
  /** What was asked of another site. */
  readonly elsewhere: string[]
}

async function watched(page: Page): Promise<Seen> {
  const seen: Seen = { refused: [], elsewhere: [] }
  await page.exposeFunction('policyHeld', (what: string) => seen.refused.push(what))
  await page.addInitScript(() => {
    addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sourceFile }) => {
      const { policyHeld } = globalThis as unknown as { policyHeld: (what: string) => void }
      policyHeld(`${violatedDirective} ${blockedURI} ${sourceFile} on ${location.pathname}`)
    })
  })
  page.on('request', (request) => {
    if (!/^(?:data|blob):/.test(request.url()) && new URL(request.url()).hostname !== '127.0.0.1') seen.elsewhere.push(request.url())
  })
  page.on('dialog', (dialog) => {
    seen.refused.push(`dialog ${dialog.message()}`)
    void dialog.dismiss()
  })
  return seen
}

/** What is on the page that should not be: a mark that something ran, a handler in an attribute, an element that words became, a link that runs. */
async function faults(page: Page): Promise<string[]> {
  return await page.evaluate(() => {
    const found: string[] = []
    const { ran } = globalThis as unknown as { ran?: number }
    if (ran !== undefined) found.push(`payload ${ran} ran`)
    for (const element of document.querySelectorAll('*')) {
      for (const { name, value } of element.attributes) {
        if (name.startsWith('on')) found.push(`${element.tagName} has ${name}`)
        if (/^(?:href|src|action|formaction|xlink:href)$/.test(name) && /^\s*(?:javascript|vbscript|data:text)/i.test(value))
          found.push(`${element.tagName} ${name}=${value}`)
      }
      if (/^(?:IFRAME|OBJECT|EMBED|BASE|MGLYPH|MATH)$/i.test(element.tagName)) found.push(element.outerHTML.slice(0, 200))
    }
    for (const script of document.querySelectorAll('script:not([src])')) found.push(`script ${script.textContent.slice(0, 80)}`)
    return found
  })
}

/** Puts the payloads into every field that the API takes. */
async function furnishBadly(house: WebHouse, page: Page): Promise<{ slug: string; postMortem: string; template: string; share: string }> {
  const ask: WebHouse['ask'] = (...given) => house.ask(...given)
  const { configuration } = await ask('GET', '/v1/configuration')
  await ask(
    'PUT',
    '/v1/configuration',
    {
      severities: [...configuration.severities, { id: 'evil', name: brief('severity', 60), aliases: [] }],
      types: [...configuration.types, { id: 'evil', name: brief('type', 60), aliases: [] }],
      fields: [{ id: 'notes', name: brief('field', 60), aliases: [], kind: 'text' }],
    },
    '*',
  )
  const incident = await handedIn(house, page)
  const set = {
    title: brief('title', 200),
    summary: hostile('summary'),
    severity: brief('severity', 60),
    type: brief('type', 60),
    services: [brief('service', 80), PAYLOADS[2]],
    'fields.notes': hostile('notes'),
    'roles.lead': brief('lead', 80),
    links: [{ kind: 'other', title: brief('link', 100), url: 'https://example.com/"onclick="globalThis.ran=26' }],
  }
  for (const [path, value] of Object.entries(set)) await ask('PATCH', `/v1/incidents/${incident}`, { set: { [path]: value } }, '*')
  for (const url of ADDRESSES)
    await assert.rejects(
      ask('PATCH', `/v1/incidents/${incident}`, { set: { links: [{ kind: 'other', title: 'a link', url }] } }, '*'),
      /422|400/,
      `${url} is no address`,
    )
  const event = await ask('POST', `/v1/incidents/${incident}/timeline`, {
    at: '2026-03-04T09:05:00Z',
    text: hostile('event'),
    actor: brief('actor', 80),
    level: 'key',
  })
  assert.notEqual(event, null)
  await ask('POST', `/v1/incidents/${incident}/follow-ups`, {
    text: hostile('follow-up').slice(0, 900),
    owner: brief('owner', 80),
    priority: brief('priority', 40),
    ticket: { title: brief('ticket', 80), url: 'https://example.com/1' },
  })
  const text = `---\nid: evil\ntitle: ${JSON.stringify(brief('template', 100))}\n---\n\n## Summary\n\n${PAYLOADS[6] ?? ''}\n\n{{ incident.summary }}\n\n## Learnings and risks\n\n- written\n`
  const made = await ask('POST', '/v1/templates', { text, note: brief('note', 100) }).catch(() =>
    ask('POST', '/v1/templates', { text: text.replace(PAYLOADS[6] ?? '', '') }),
  )
  const template = String(made.template?.id ?? made.id ?? 'default')
  const written = await ask('POST', `/v1/incidents/${incident}/post-mortems`, { title: brief('post-mortem', 150) })
  const [section] = written.progress.sections
  await ask(
    'PUT',
    `/v1/post-mortems/${written.id}/sections/${section.id}`,
    { markdown: `${hostile('section')}\n\n- ${hostile('item')}\n\n\`\`\`html\n${hostile('code')}\n\`\`\`\n` },
    '*',
  )
  await ask('POST', `/v1/post-mortems/${written.id}/threads`, { text: hostile('comment') })
  await ask('POST', `/v1/post-mortems/${written.id}/versions`, { name: brief('version', 100) })
  await ask('POST', '/v1/api-keys', { name: brief('key', 80), scopes: ['read'] })
  await ask('POST', '/v1/webhooks', { name: brief('webhook', 80), url: 'https://example.com/hook' })
  await ask('POST', '/v1/inbound-addresses', { source: 'alertmanager', name: brief('inbound', 80) }).catch(() => null)
  await ask('POST', '/v1/views', { list: 'incidents', name: brief('view', 60), query: 'q=checkout' })
  await ask('POST', `/v1/post-mortems/${written.id}/publish`, { note: brief('publish', 80) }, '*')
  const { url } = await ask('POST', `/v1/post-mortems/${written.id}/share-links`, { audience: 'internal' })
  await ask('POST', `/v1/post-mortems/${written.id}/reopen`, { note: brief('reopen', 80) }, '*')
  const { slug } = await ask('GET', `/v1/incidents/${incident}`)
  return { slug, postMortem: String(written.id), template, share: new URL(String(url)).pathname }
}

/** An incident from records that are called as badly as what they say. */
async function handedIn(house: WebHouse, page: Page): Promise<string> {
  const file = { name: `${brief('file', 60).replaceAll('/', '')}.zip`, mimeType: 'application/zip', buffer: Buffer.from(hostileExport()) }
  const reply = await page.request.post(`${house.address}/v1/incidents`, {
    multipart: { options: JSON.stringify({ zone: 'UTC' }), file },
    headers: { 'sec-fetch-site': 'same-origin' },
  })
  assert.ok(reply.ok(), await reply.text())
  const { incident }: Answered = await reply.json()
  return String(incident.id)
}
