import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestContext } from 'node:test'
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import { readSettings, serve, type ServeMore } from '@blamefree/server'
import { makePages } from '../../../../tools/web.ts'
import { freePort } from '../../../../tools/free-port.ts'

/** A whole Blamefree on its embedded database, with the example incident and one administrator, at an address of its own. */
export interface WebHouse {
  readonly address: string
  /** A browser window of its own in which the administrator (or whoever the key is of) is signed in. */
  window(browser: Browser, options?: BrowserContextOptions): Promise<Page>
  /** Invites a member, who accepts; gives a window in which they are signed in. */
  member(browser: Browser, person: { name: string; role: 'administrator' | 'member' | 'viewer' }, options?: BrowserContextOptions): Promise<Page>
  /** Asks the API as the administrator. `match`: the `If-Match` of a change that needs one. */
  ask(method: string, path: string, body?: unknown, match?: string): Promise<Answered>
}

/** An answer of the API, as far as a test looks into it. */
// oxlint-disable-next-line typescript/no-explicit-any -- tests read what they expect, and fail where it is not there
export type Answered = any

const PASSWORD = 'correct horse battery staple'

/** What a test decides of a house. */
export interface HouseKind {
  /** `false`: the example incident is taken out, so that nothing is there. */
  readonly example?: boolean
  readonly environment?: Readonly<Record<string, string>>
  readonly more?: ServeMore
}

/** Starts one, and stops it when the test ends. Makes the pages when they are not there. */
export async function openWebHouse(context: TestContext, { example = true, environment = {}, more }: HouseKind = {}): Promise<WebHouse> {
  makePages((line) => console.log(line))
  const folder = mkdtempSync(join(tmpdir(), 'blamefree-web-'))
  const port = await freePort()
  const serving = await serve(readSettings({ PORT: String(port), DATA_DIR: folder, LOG_LEVEL: 'silent', ...environment }), undefined, more)
  context.after(async () => {
    await serving.stop()
    rmSync(folder, { recursive: true, force: true })
  })
  const house = await furnish(serving.address, serving.firstAdministrator)
  if (!example) for (const { id } of (await house.ask('GET', '/v1/incidents')).items) await house.ask('DELETE', `/v1/incidents/${id}`, undefined, '*')
  return house
}

/** Moves into a server that nobody has used yet: its administrator accepts by the link that it printed. */
export async function furnish(address: string, firstAdministrator: string | null): Promise<WebHouse> {
  const token = firstAdministrator?.split('#')[1] ?? ''
  const cookie = await accept(address, { token, name: 'Ada Admin', email: 'ada@example.com' })
  const ask = async (method: string, path: string, body?: unknown, match?: string): Promise<Answered> => {
    const headers = {
      cookie,
      'sec-fetch-site': 'same-origin',
      ...(match === undefined ? {} : { 'if-match': match }),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    }
    const reply = await fetch(`${address}${path}`, { method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) })
    const text = await reply.text()
    if (!reply.ok) throw new Error(`${method} ${path} answered ${reply.status}: ${text}`)
    return text === '' ? null : JSON.parse(text)
  }
  const open = async (browser: Browser, cookies: string, options: BrowserContextOptions = {}): Promise<Page> => {
    const context = await browser.newContext({
      baseURL: address,
      viewport: { width: 1280, height: 860 },
      timezoneId: 'Europe/London',
      locale: 'en-GB',
      ...options,
    })
    // A busy machine is slow, not wrong.
    context.setDefaultTimeout(60_000)
    await signIn(context, address, cookies)
    return await context.newPage()
  }
  return {
    address,
    ask,
    window: (browser, options) => open(browser, cookie, options),
    async member(browser, { name, role }, options) {
      const email = `${name.toLowerCase().replaceAll(/[^a-z]+/g, '.')}@example.com`
      const { link } = await ask('POST', '/v1/invitations', { email, role })
      return await open(browser, await accept(address, { token: link.split('#')[1], name, email }), options)
    },
  }
}

async function accept(address: string, person: { token: string; name: string; email: string }): Promise<string> {
  const reply = await fetch(`${address}/v1/invitations/accept`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ ...person, password: PASSWORD, zone: 'Europe/London' }),
  })
  if (!reply.ok) throw new Error(`The invitation was refused: ${await reply.text()}`)
  return reply.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ')
}

async function signIn(context: BrowserContext, address: string, cookies: string): Promise<void> {
  await context.addCookies(
    cookies.split('; ').map((cookie) => {
      const [name = '', ...value] = cookie.split('=')
      return { name, value: value.join('='), url: address, httpOnly: true }
    }),
  )
}
