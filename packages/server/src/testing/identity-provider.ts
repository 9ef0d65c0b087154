import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { TestContext } from 'node:test'
import Provider from 'oidc-provider'
import type { TestServer } from './server.ts'

/** A real OpenID Connect provider on this machine, whose people sign in by their e-mail address alone. It vouches for all but those that begin with `unproven`. */
export interface IdentityProvider {
  readonly issuer: string
  /** Goes the whole way as a browser would: our button, their form, our callback. Gives what `/v1/me` then answers, and where we sent them in the end. */
  signIn(server: TestServer, email: string): Promise<{ readonly status: number; readonly text: string; readonly place: string }>
}

export async function identityProvider(context: Pick<TestContext, 'after'>): Promise<IdentityProvider> {
  const server = createServer()
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', () => listening()))
  context.after(() => new Promise<void>((closed) => server.close(() => closed())))
  context.after(() => server.closeAllConnections())
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: 'blamefree',
        client_secret: 'secret',
        redirect_uris: ['http://127.0.0.1:7400/auth/callback/oidc'],
      },
    ],
    pkce: { required: () => true },
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
    conformIdTokenClaims: false,
    findAccount: (_context, id) => ({
      accountId: id,
      claims: () => ({ sub: id, email: id, email_verified: !id.startsWith('unproven'), name: id.split('@')[0] ?? id }),
    }),
    features: { devInteractions: { enabled: true } },
    cookies: { keys: ['test'] },
  })
  const answer = provider.callback()
  server.on('request', (request, response) => void answer(request, response))
  return { issuer, signIn: (blamefree, email) => walk(issuer, blamefree, email) }
}

async function walk(issuer: string, { app, house }: TestServer, email: string): Promise<{ status: number; text: string; place: string }> {
  const ours = new Map<string, string>()
  const theirs = new Map<string, string>()
  const start = await app.inject('/v1/session/sso')
  for (const { name, value } of start.cookies) ours.set(name, value)
  let url = String(start.headers.location)
  for (let step = 0; step < 20; step++) {
    if (url.startsWith(house.publicUrl)) {
      const { pathname, search } = new URL(url)
      const answer = await app.inject({ url: pathname + search, headers: { cookie: written(ours) } })
      for (const { name, value } of answer.cookies) ours.set(name, value)
      if (answer.headers.location === undefined || pathname === '/') break
      url = new URL(answer.headers.location, url).href
      if (!new URL(url).pathname.startsWith('/auth')) break
      continue
    }
    const at = new URL(url, issuer)
    const form = /\/interaction\/[^/]+$/.test(at.pathname)
    const page = form ? await (await fetch(at, { headers: { cookie: written(theirs) } })).text() : ''
    const body = page.includes('name="login"')
      ? new URLSearchParams({ prompt: 'login', login: email, password: 'x' })
      : new URLSearchParams({ prompt: 'consent' })
    const answer = await fetch(at, { redirect: 'manual', headers: { cookie: written(theirs) }, ...(form ? { method: 'POST', body } : {}) })
    for (const cookie of answer.headers.getSetCookie()) {
      const [pair = ''] = cookie.split(';')
      theirs.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1))
    }
    url = new URL(answer.headers.get('location') ?? '', at).href
  }
  const me = await app.inject({ url: '/v1/me', headers: { cookie: written(ours) } })
  return { status: me.statusCode, text: me.body, place: url }
}

const written = (cookies: ReadonlyMap<string, string>): string => [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
