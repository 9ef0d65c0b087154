import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import type { House } from '../house.ts'
import { findJob, JOB_STATES, listJobs } from '../store/job-rows.ts'
import { cut, pageOf, PageQuery, readId } from './keyset.ts'
import { absent } from './refusal.ts'
import { route } from './route.ts'

const JobView = z
  .object({
    id: z.string(),
    name: z.string().describe('The kind of work.'),
    state: z.enum(JOB_STATES).describe('`waiting` includes waiting to be tried again.'),
    attempts: z.int(),
    by: z.string().nullable().describe('The member who asked for it; null for ourselves.'),
    incident: z.string().nullable(),
    progress: z.record(z.string(), z.union([z.string(), z.number()])).nullable(),
    result: z.unknown().nullable(),
    error: z.looseObject({ code: z.string(), message: z.string() }).nullable(),
    createdAt: z.string(),
    startedAt: z.string().nullable(),
    finishedAt: z.string().nullable(),
    nextAt: z.string().nullable().describe('When it is tried next, while it waits.'),
  })
  .meta({ id: 'Job' })

/** Work beside the requests: what waits, runs, is done and has failed. */
export function jobRoutes(app: FastifyInstance, house: House): void {
  route(app, house, {
    method: 'GET',
    url: '/v1/jobs',
    id: 'listJobs',
    summary: 'Jobs, newest first',
    description:
      'Administrators see all of them, everybody else those that they asked for. Jobs about a private incident are there for the people named on it.',
    tag: 'Jobs',
    policy: 'signed-in',
    query: PageQuery.extend({ state: z.enum(JOB_STATES).optional(), name: z.string().max(80).optional() }),
    answers: { 200: pageOf(JobView) },
    async answer({ person, query: { limit, after, state, name } }) {
      const rows = await listJobs(house.db, person, { limit: limit + 1, before: readId(after), state, name })
      return cut(rows, limit, { key: ({ id }) => [id], item: (row) => row })
    },
  })
  route(app, house, {
    method: 'GET',
    url: '/v1/jobs/:job',
    id: 'readJob',
    summary: 'One job: its state, progress and result',
    tag: 'Jobs',
    policy: 'signed-in',
    params: z.object({ job: z.uuid() }),
    answers: { 200: JobView },
    async answer({ person, params }) {
      const job = await findJob(house.db, person, params.job)
      if (job === null) throw absent('job')
      return job
    },
  })
}
