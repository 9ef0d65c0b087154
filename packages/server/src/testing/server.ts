import type { PageDestination } from '@blamefree/core'
import type { FastifyInstance, InjectOptions } from 'fastify'
import type { TestContext } from 'node:test'
import { buildApp } from '../api/app.ts'
import type { House } from '../house.ts'
import { openLog } from '../log.ts'
import { openHouse } from '../open-house.ts'
import type { MemberRole, Scope } from '../people/principal.ts'
import { newToken } from '../secrets.ts'
import { readSettings, type Settings } from '../settings.ts'
import { newId } from '../store/identity.ts'
import { lastFirst, testFolder } from './databases.ts'
import { chosenEngine } from './engines.ts'

/** A server in this process on a database of its own, spoken to through its door without a socket. */
export interface TestServer {
  readonly app: FastifyInstance
  readonly house: House
  /** A new member with an API key. */
  person(role: MemberRole, name?: string, scopes?: readonly Scope[]): Promise<TestPerson>
  /** What was logged, one line each. */
  readonly logged: string[]
}

export interface TestPerson {
  readonly id: string
  readonly token: string
  /** Sends a request as this person and gives the answer. */
  ask(method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE', url: string, body?: unknown, headers?: Readonly<Record<string, string>>): Promise<TestAnswer>
}

export interface TestAnswer {
  readonly status: number
  readonly headers: Readonly<Record<string, unknown>>
  // eslint-disable-next-line typescript/no-explicit-any -- a test knows what it asked for
  readonly body: any
  readonly text: string
}

/** On the engine chosen for this run; with `databaseUrl: null`, on an embedded server of its own, started as a user's is. */
export async function testServer(
  given: Pick<TestContext, 'after'>,
  change: Partial<Settings> = {},
  pageDestinations?: readonly PageDestination[],
): Promise<TestServer> {
  const context = lastFirst(given)
  const databaseUrl = change.databaseUrl === undefined ? await chosenEngine().migrated(context) : change.databaseUrl
  const logged: string[] = []
  const settings = { ...readSettings({ DATA_DIR: testFolder(context) }), ...change, databaseUrl }
  const open = await openHouse(
    settings,
    openLog('debug', (line) => logged.push(line)),
    pageDestinations === undefined ? {} : { pageDestinations },
  )
  await open.begin()
  const app = await buildApp(open.house)
  await app.ready()
  context.after(async () => {
    await app.close()
    await open[Symbol.asyncDispose]()
  })
  return { app, house: open.house, logged, person: (role, name = role, scopes = ['admin']) => addPerson(app, open.house, { role, name, scopes }) }
}

async function addPerson(
  app: FastifyInstance,
  { db }: House,
  { role, name, scopes }: { role: MemberRole; name: string; scopes: readonly Scope[] },
): Promise<TestPerson> {
  const id = newId()
  const { token, hash } = newToken('bf_key_')
  await db.sql
    .insertInto('member')
    .values({ id, name, email: `${id}@example.com`, role })
    .execute()
  await db.sql
    .insertInto('api_key')
    .values({ id: newId(), name: 'test', prefix: token.slice(0, 12), token_hash: hash, scopes: [...scopes], member_id: id })
    .execute()
  return {
    id,
    token,
    async ask(method, url, body, headers = {}) {
      const options: InjectOptions = {
        method,
        url,
        headers: { authorization: `Bearer ${token}`, ...headers },
        ...(body === undefined ? {} : { payload: body as object }),
      }
      const answer = await app.inject(options)
      const json = /json/.test(answer.headers['content-type'] ?? '')
      return { status: answer.statusCode, headers: answer.headers, text: answer.body, body: json ? answer.json() : answer.body }
    },
  }
}
