import assert from 'node:assert/strict'
import type { TestContext } from 'node:test'
import { lastFirst } from '../databases.ts'
import { madeIncident, type MadeIncident } from '../made-incident.ts'
import { testServer, type TestPerson, type TestServer } from '../server.ts'
import { board } from './board-destination.ts'
import { BOARD_TOKEN, boardServer, type BoardServer } from './board-server.ts'

/** A server that can publish to a board, with the board. */
export interface BoardHouse extends TestServer {
  readonly board: BoardServer
  readonly administrator: TestPerson
  /** Connects the board and gives the connection's id. */
  connect(name?: string): Promise<string>
  /** A post-mortem of a made incident with a text of its own; gives its id. */
  written(markdown: string, made?: MadeIncident): Promise<string>
  /** Writes the whole text anew. */
  write(postMortem: string, markdown: string): Promise<void>
  /** Publishes it there and gives the page once that has ended. */
  publish(postMortem: string, connection: string, more?: object): Promise<Shown>
  /** The page as it stands when nothing is under way with it any more. */
  settled(postMortem: string): Promise<Shown>
}

// oxlint-disable-next-line typescript/no-explicit-any -- a test knows what it asked for
export type Shown = any

export async function boardHouse(given: Pick<TestContext, 'after'>): Promise<BoardHouse> {
  const context = lastFirst(given)
  const there = await boardServer()
  context.after(() => there.close())
  const server = await testServer(context, { allowPrivate: ['127.0.0.1'] }, [board])
  const administrator = await server.person('administrator', 'Ada')
  const settled = async (postMortem: string): Promise<Shown> => {
    for (let waited = 0; waited < 30_000; waited += 50) {
      const { body } = await administrator.ask('GET', `/v1/post-mortems/${postMortem}/pages`)
      const [page] = body.items
      if (page !== undefined && !['waiting', 'publishing'].includes(page.state)) return page
      await new Promise((resume) => setTimeout(resume, 50))
    }
    throw new Error('The publishing did not end.')
  }
  return {
    ...server,
    board: there,
    administrator,
    settled,
    async connect(name = 'Operations') {
      const settings = { address: there.address, token: BOARD_TOKEN }
      const { status, body, text } = await administrator.ask('POST', '/v1/connections', { destination: 'board', name, settings })
      assert.equal(status, 201, text)
      return body.id
    },
    async written(markdown, made = {}) {
      const incident = await madeIncident(server.house, made)
      if (made.private === true)
        await server.house.db.sql
          .insertInto('incident_access')
          .values({ incident_id: incident, member_id: administrator.id })
          .onConflict((one) => one.doNothing())
          .execute()
      const { status, body, text } = await administrator.ask('POST', `/v1/incidents/${incident}/post-mortems`, {})
      assert.equal(status, 201, text)
      await write(administrator, body.id, markdown)
      return body.id
    },
    write: (postMortem, markdown) => write(administrator, postMortem, markdown),
    async publish(postMortem, connection, more = {}) {
      const { status, text } = await administrator.ask('POST', `/v1/post-mortems/${postMortem}/pages`, { connection, ...more })
      assert.equal(status, 202, text)
      return await settled(postMortem)
    },
  }
}

async function write(person: TestPerson, postMortem: string, markdown: string): Promise<void> {
  const { status, text } = await person.ask('PUT', `/v1/post-mortems/${postMortem}`, { title: 'Poison pill', markdown }, { 'if-match': '*' })
  assert.equal(status, 200, text)
}
