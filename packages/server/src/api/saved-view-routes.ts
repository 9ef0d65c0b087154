import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import type { House } from '../house.ts'
import { recordDeed } from '../store/audit.ts'
import { deleteSavedView, keepSavedView, LISTS, listSavedViews } from '../store/saved-views.ts'
import { absent, Refusal } from './refusal.ts'
import { route } from './route.ts'
import { text, words } from './text.ts'

/** More than anybody finds their way in. */
const MOST = 100

const SavedViewView = z
  .object({
    id: z.string(),
    list: z.enum(LISTS),
    name: z.string(),
    query: z.string().describe('What the address of the list says after its `?`.'),
  })
  .meta({ id: 'SavedView' })

/** Views of lists, each member's own. Nobody else hears of them, so they are not announced. */
export function savedViewRoutes(app: FastifyInstance, house: House): void {
  route(app, house, {
    method: 'GET',
    url: '/v1/views',
    id: 'listSavedViews',
    summary: 'The views of lists that you have kept',
    tag: 'Views',
    policy: 'signed-in',
    answers: { 200: z.object({ items: z.array(SavedViewView) }) },
    answer: async ({ person }) => ({ items: await listSavedViews(house.db, person.memberId ?? '') }),
  })
  route(app, house, {
    method: 'POST',
    url: '/v1/views',
    id: 'keepSavedView',
    summary: 'Keep a view of a list under a name; one of the same name is replaced',
    tag: 'Views',
    policy: 'signed-in',
    body: z.object({ list: z.enum(LISTS), name: words(100), query: text(2000) }),
    answers: { 200: SavedViewView },
    async answer({ person, body, request }) {
      const view = await house.db.tx(async (tx) => {
        const kept = await keepSavedView(tx, person.memberId ?? '', { ...body, most: MOST })
        if (kept !== null) await recordDeed(tx, person, { action: 'view.keep', subject: kept.id, after: body, address: request.ip })
        return kept
      })
      if (view === null) throw new Refusal(422, 'too-many', { message: `You have ${MOST} views already.`, hint: 'Take one away first.' })
      return view
    },
  })
  route(app, house, {
    method: 'DELETE',
    url: '/v1/views/:view',
    id: 'deleteSavedView',
    summary: 'Take a view away',
    tag: 'Views',
    policy: 'signed-in',
    params: z.object({ view: z.uuid() }),
    answers: { 204: z.null() },
    async answer({ person, params: { view }, request, reply }) {
      const done = await house.db.tx(async (tx) => {
        const gone = await deleteSavedView(tx, person.memberId ?? '', view)
        if (gone) await recordDeed(tx, person, { action: 'view.delete', subject: view, address: request.ip })
        return gone
      })
      if (!done) throw absent('view')
      return reply.code(204).send(null)
    },
  })
}
