import { BlamefreeError } from '@blamefree/core'
import { betterAuth } from 'better-auth'
import { APIError } from 'better-auth/api'
import { genericOAuth } from 'better-auth/plugins'
import type { Kysely } from 'kysely'
import type { Settings } from '../settings.ts'
import type { Database } from '../store/database.ts'
import { authDatabase, type AuthDatabase } from '../store/auth-database.ts'
import { newId } from '../store/identity.ts'
import type { Tables } from '../store/tables.ts'
import { openArrivals, type Arrival, type Arrivals } from './arrivals.ts'
import { hashPassword, isPassword } from './passwords.ts'
import type { MemberRole, Principal, Renew } from './principal.ts'

/** Sign-in of people in browsers: passwords, single sign-on, sessions. The only file that knows the library that does it. */
export interface SignIn {
  /**
   * Who a request's session cookie belongs to; null for nobody, and for members who have been disabled. With `renew`, a session that is in use goes on, and the
   * browser is to be handed the cookie that lasts as long.
   */
  session(headers: Headers, renew?: Renew): Promise<Principal | null>
  /** The session's own id, so that somebody can tell it from their others. */
  sessionId(headers: Headers): Promise<string | null>
  /** Checks a password and opens a session: the answer's headers carry the cookie. Null when it is wrong. */
  withPassword(email: string, password: string, headers: Headers): Promise<Headers | null>
  /** Ends the session. The answer's headers take the cookie away. */
  out(headers: Headers): Promise<Headers>
  /** Makes a login with a password for a member, in the transaction that makes the member. */
  addLogin(tx: Kysely<Tables>, login: { readonly memberId: string; readonly name: string; readonly email: string; readonly password: string }): Promise<void>
  /** Whether a member signs in with a password; false for those who come by the identity provider only. */
  hasPassword(memberId: string): Promise<boolean>
  /** Whether a password is a member's. */
  isPassword(memberId: string, password: string): Promise<boolean>
  /** Sets a member's password, or gives them one, in the transaction of whoever says why. */
  setPassword(tx: Kysely<Tables>, memberId: string, password: string): Promise<void>
  /** Where the identity provider asks for the person; null where there is none. */
  ssoStart(headers: Headers): Promise<{ readonly url: string; readonly headers: Headers } | null>
  /** The identity provider's answer: where to go now, with which cookies, and who came, or why they did not. */
  ssoFinish(request: Request): Promise<{ readonly headers: Headers; readonly place: string; readonly arrival: Arrival }>
  close(): Promise<void>
}

/** The path that an identity provider sends people back to, for its settings over there. */
export const SSO_CALLBACK = '/auth/callback/oidc'

const WEEK = 7 * 24 * 3600
/** How exact the time is at which a session was last seen, in seconds. */
const SEEN = 300

/** Opens sign-in over the database. `secret` signs cookies. */
export function openSignIn(db: Database, settings: Settings, { publicUrl, secret }: { publicUrl: string; secret: string }): SignIn {
  const store = authDatabase(db)
  const arrivals = openArrivals()
  const auth = library({ store, settings, arrivals, publicUrl, secret })
  return {
    session: (headers, renew) => memberIn(auth, db, { headers, renew: renew ?? null }),
    async sessionId(headers) {
      return (await auth.api.getSession({ headers, query: { disableRefresh: true } }).catch(() => null))?.session.id ?? null
    },
    async withPassword(email, password, headers) {
      const response = await auth.api.signInEmail({ body: { email, password }, headers, asResponse: true })
      return response.ok ? response.headers : null
    },
    out: async (headers) => (await auth.api.signOut({ headers, asResponse: true })).headers,
    async addLogin(tx, { memberId, name, email, password }) {
      await store.addLogin(tx, { id: memberId, name, email: email.toLowerCase(), account: newId(), password: await hashPassword(password) })
    },
    hasPassword: async (memberId) => (await store.passwordOf(memberId)) !== null,
    async isPassword(memberId, password) {
      const hashed = await store.passwordOf(memberId)
      return hashed !== null && (await isPassword(password, hashed))
    },
    setPassword: async (tx, memberId, password) => store.setPassword(tx, { memberId, account: newId(), password: await hashPassword(password) }),
    async ssoStart(headers) {
      if (settings.oidc === null) return null
      const response = await auth.api.signInSocial({
        body: { provider: 'oidc', callbackURL: publicUrl, errorCallbackURL: `${publicUrl}/sign-in` },
        headers,
        asResponse: true,
      })
      if (!response.ok) throw unreachable(settings)
      const { url } = (await response.json()) as { url?: string }
      if (url === undefined) throw unreachable(settings)
      return { url, headers: response.headers }
    },
    async ssoFinish(request) {
      const { result, arrival } = await arrivals.during(request.headers.get('x-blamefree-address'), () => auth.handler(request))
      const place = result.headers.get('location') ?? `${publicUrl}/sign-in?error=sso`
      const error = new URL(place, publicUrl).searchParams.get('error')
      return { headers: result.headers, place, arrival: arrival.member === null ? { ...arrival, refused: arrival.refused ?? error ?? 'sso' } : arrival }
    },
    close: () => store.close(),
  }
}

async function memberIn(
  auth: ReturnType<typeof library>,
  db: Database,
  { headers, renew }: { headers: Headers; renew: Renew | null },
): Promise<Principal | null> {
  if (!headers.has('cookie')) return null
  const found = await auth.api
    // Whoever cannot hand a cookie on does not prolong the session either: it would last longer than the browser knows.
    .getSession({ headers, returnHeaders: true, query: renew === null ? { disableRefresh: true } : {} })
    .then(({ headers: answered, response }) => {
      if (response !== null) for (const cookie of answered.getSetCookie()) renew?.(cookie)
      return response
    })
    // It writes down when it was last seen: where the disk is full, it is still a session.
    .catch(() => auth.api.getSession({ headers, query: { disableRefresh: true } }))
    .catch(async () => {
      // A database that is away is no reason to say that nobody is signed in.
      await db.pool.query('select 1')
      return null
    })
  if (found === null) return null
  const member = await db.sql
    .selectFrom('member')
    .select(['id', 'name', 'role'])
    .where('id', '=', found.user.id)
    .where('disabled_at', 'is', null)
    .executeTakeFirst()
  return member === undefined ? null : { via: 'session', memberId: member.id, name: member.name, role: member.role as MemberRole, scopes: ['admin'] }
}

function unreachable({ oidc }: Settings): BlamefreeError {
  return new BlamefreeError(
    'people/sso-away',
    `Cannot start ${oidc?.name ?? 'single sign-on'}: the identity provider does not answer as it should.`,
    'Try again, or sign in with a password. Administrators: check OIDC_ISSUER.',
  )
}

interface Library {
  readonly store: AuthDatabase
  readonly settings: Settings
  readonly arrivals: Arrivals
  readonly publicUrl: string
  readonly secret: string
}

// eslint-disable-next-line typescript/explicit-function-return-type -- the library's own type, which only it can name
function library({ store, settings: { oidc }, arrivals, publicUrl, secret }: Library) {
  return betterAuth({
    database: { db: store.kysely, type: 'postgres', transaction: true },
    baseURL: publicUrl,
    basePath: '/auth',
    secret,
    trustedOrigins: [publicUrl],
    telemetry: { enabled: false },
    logger: { disabled: true },
    rateLimit: { enabled: false },
    emailAndPassword: { enabled: true, disableSignUp: true, password: { hash: hashPassword, verify: ({ hash, password }) => isPassword(password, hash) } },
    user: { modelName: 'auth_user' },
    session: { modelName: 'auth_session', expiresIn: WEEK, updateAge: SEEN },
    account: { modelName: 'auth_account', accountLinking: { enabled: true } },
    verification: { modelName: 'auth_verification' },
    advanced: {
      cookiePrefix: 'blamefree',
      useSecureCookies: publicUrl.startsWith('https:'),
      database: { generateId: () => newId() },
      ipAddress: { ipAddressHeaders: ['x-blamefree-address'] },
    },
    onAPIError: { errorURL: `${publicUrl}/sign-in` },
    databaseHooks: hooks(store, arrivals),
    plugins:
      oidc === null
        ? []
        : [
            genericOAuth({
              config: [
                {
                  providerId: 'oidc',
                  discoveryUrl: `${oidc.issuer.replace(/\/$/, '')}/.well-known/openid-configuration`,
                  clientId: oidc.clientId,
                  clientSecret: oidc.clientSecret,
                  scopes: ['openid', 'email', 'profile'],
                  pkce: true,
                  requireIdTokenVerification: true,
                  mapProfileToUser(profile) {
                    if (typeof profile['email'] === 'string') arrivals.note({ email: profile['email'].toLowerCase().slice(0, 320) })
                    return {}
                  },
                },
              ],
            }),
          ],
  })
}

/** What we do when the library makes somebody, a login or a session: only who was invited becomes a member, and who is disabled has no session. */
// eslint-disable-next-line typescript/explicit-function-return-type -- the library's own type, which only it can name
function hooks(store: AuthDatabase, arrivals: Arrivals) {
  const refuse = (code: string): never => {
    arrivals.note({ refused: code })
    throw new APIError('FORBIDDEN', { code, message: code })
  }
  return {
    user: {
      create: {
        async before(user: Parameters<AuthDatabase['admit']>[0]) {
          const data = (await store.admit(user, arrivals.address())) ?? refuse('not-invited')
          arrivals.note({ joined: true })
          return { data }
        },
      },
    },
    account: {
      create: {
        after: async () => arrivals.note({ linked: true }),
      },
    },
    session: {
      create: {
        before: async ({ userId }: { userId: string }) => ((await store.mayComeIn(userId)) ? undefined : refuse('disabled')),
        after: async ({ userId }: { userId: string }) => arrivals.note({ member: userId }),
      },
    },
  }
}
