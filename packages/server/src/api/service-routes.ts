import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import type { House } from '../house.ts'
import { listServices } from '../store/services.ts'
import { route } from './route.ts'

/** The services that incidents name: what a list can be narrowed to. */
export function serviceRoutes(app: FastifyInstance, house: House): void {
  route(app, house, {
    method: 'GET',
    url: '/v1/services',
    id: 'listServices',
    summary: 'The services that incidents name, those with the most incidents first',
    description: 'Of incidents that you may see; 500 at most.',
    tag: 'Incidents',
    policy: { verb: 'read', on: 'workspace' },
    answers: { 200: z.object({ items: z.array(z.object({ name: z.string(), incidents: z.int() }).meta({ id: 'Service' })) }) },
    answer: async ({ person }) => ({ items: await listServices(house.db, person) }),
  })
}
