import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import type { House } from '../house.ts'
import { recordDeed } from '../store/audit.ts'
import { findConnection, listConnections } from '../store/connections.ts'
import { announce } from '../store/outbox.ts'
import { findPage, forgetPage, keepPage, listPages, type PageRow } from '../store/pages.ts'
import { thePostMortem } from './change-post-mortem.ts'
import { pageView, PageView } from './page-views.ts'
import { PagePublishing, publishLater } from './publish-later.ts'
import { InPath } from './post-mortem-routes.ts'
import { absent } from './refusal.ts'
import { route } from './route.ts'

export const PageInPath = InPath.extend({ page: z.uuid() })
const TAG = 'Pages'

/** A post-mortem as pages of other systems: which there are, publishing to another, forgetting one. */
export function pageRoutes(app: FastifyInstance, house: House): void {
  route(app, house, {
    method: 'GET',
    url: '/v1/post-mortems/:postMortem/pages',
    id: 'listPages',
    summary: 'Where it is published, and how each page stands',
    description: 'As of the last look there; `/plan` looks again.',
    tag: TAG,
    policy: { verb: 'read', on: 'post-mortem' },
    params: InPath,
    answers: { 200: z.object({ items: z.array(PageView) }) },
    async answer({ postMortem }) {
      const [pages, connections, stored] = await Promise.all([
        listPages(house.db.sql, postMortem),
        listConnections(house.db.sql),
        thePostMortem(house, postMortem),
      ])
      return { items: pages.map((page) => pageView(house, page, { connections, stored })) }
    },
  })
  publishRoutes(app, house)
  forgetRoute(app, house)
}

function publishRoutes(app: FastifyInstance, house: House): void {
  route(app, house, {
    method: 'POST',
    url: '/v1/post-mortems/:postMortem/pages',
    id: 'publishToPlace',
    summary: 'Publish it to a place',
    description: 'A job does it; the page says how it goes. Where it is published there already, its page is brought up to date.',
    tag: TAG,
    policy: { verb: 'publish', on: 'post-mortem' },
    params: InPath,
    body: PagePublishing.extend({ connection: z.uuid() }),
    answers: { 202: PageView },
    async answer(call) {
      const { postMortem, body, reply } = call
      const connection = await findConnection(house.db.sql, body.connection)
      if (connection === null) throw absent('connection')
      const id = await publishLater(house, call, connection, (tx) =>
        keepPage(tx, { postMortem, connection: connection.id, destination: connection.destination }),
      )
      return reply
        .code(202)
        .header('location', `/v1/post-mortems/${postMortem}/pages`)
        .send(await shownPage(house, postMortem, id))
    },
  })
  route(app, house, {
    method: 'POST',
    url: '/v1/post-mortems/:postMortem/pages/:page/publish',
    id: 'publishPage',
    summary: 'Bring a page up to date',
    description:
      'What was changed there in parts that were not changed here stays. Where the same was changed here and there, or the page is gone, nothing is written until `choice` says whose text stays, or what shall be done.',
    tag: TAG,
    policy: { verb: 'publish', on: 'post-mortem' },
    params: PageInPath,
    body: PagePublishing,
    answers: { 202: PageView },
    async answer(call) {
      const { postMortem, params, reply } = call
      const page = await thePage(house, postMortem, params.page)
      const connection = await findConnection(house.db.sql, page.connection)
      if (connection === null) throw absent('connection')
      await publishLater(house, call, connection, () => Promise.resolve(page.id))
      return reply.code(202).send(await shownPage(house, postMortem, page.id))
    },
  })
}

function forgetRoute(app: FastifyInstance, house: House): void {
  route(app, house, {
    method: 'DELETE',
    url: '/v1/post-mortems/:postMortem/pages/:page',
    id: 'forgetPage',
    summary: 'Forget a page',
    description: 'It stays where it is, and is not kept true any more. Published there again, it is found and taken up again.',
    tag: TAG,
    policy: { verb: 'publish', on: 'post-mortem' },
    params: PageInPath,
    answers: { 204: z.null() },
    async answer({ person, postMortem, incident, params, request, reply }) {
      const page = await thePage(house, postMortem, params.page)
      await house.db.tx(async (tx) => {
        if (!(await forgetPage(tx, postMortem, page.id))) throw absent('page')
        const before = { connection: page.connection, url: page.written?.ref.url ?? null }
        await recordDeed(tx, person, { action: 'page.forget', incident, subject: page.id, before, address: request.ip })
        await announce(tx, { kind: 'page.changed', incident, postMortem, data: { page: page.id } })
      })
      return await reply.code(204).send(null)
    },
  })
}

/** A page of the post-mortem that the policy has let through. */
export async function thePage({ db }: House, postMortem: string, id: string): Promise<PageRow> {
  const page = await findPage(db.sql, id)
  if (page === null || page.postMortem !== postMortem) throw absent('page')
  return page
}

/** A page as it stands now. */
export async function shownPage(house: House, postMortem: string, id: string): Promise<z.input<typeof PageView>> {
  const [page, connections, stored] = await Promise.all([thePage(house, postMortem, id), listConnections(house.db.sql), thePostMortem(house, postMortem)])
  return pageView(house, page, { connections, stored })
}
