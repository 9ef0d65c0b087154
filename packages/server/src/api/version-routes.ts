import { printMarkdown, type Document } from '@blamefree/core'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { lineDifference } from '../documents/line-difference.ts'
import { shownDocument } from '../documents/post-mortem-facts.ts'
import type { House } from '../house.ts'
import { listVersions, versionDocument } from '../store/post-mortem-versions.ts'
import { changePostMortem, thePostMortem, WRITABLE } from './change-post-mortem.ts'
import { etagOf, requireRevision } from './etag.ts'
import { cut, pageOf, PageQuery, readNumber } from './keyset.ts'
import { InPath } from './post-mortem-routes.ts'
import { PostMortemView, postMortemView, Status } from './post-mortem-views.ts'
import { absent } from './refusal.ts'
import { route } from './route.ts'
import { DocumentView } from './template-views.ts'

const Member = z.object({ id: z.string(), name: z.string() })
const VersionView = z
  .object({ version: z.int(), status: Status, title: z.string(), note: z.string().nullable(), by: Member.nullable(), at: z.string() })
  .meta({ id: 'PostMortemVersion' })

const MOST_VERSIONS = 2_000_000_000
const VersionInPath = InPath.extend({ version: z.coerce.number().int().min(1).max(MOST_VERSIONS) })

/** What a post-mortem was: who wrote it when, the difference between two, and back to an earlier one. */
export function versionRoutes(app: FastifyInstance, house: House): void {
  listRoute(app, house)
  readRoutes(app, house)
  restoreRoute(app, house)
}

function listRoute(app: FastifyInstance, house: House): void {
  route(app, house, {
    method: 'GET',
    url: '/v1/post-mortems/:postMortem/versions',
    id: 'listVersions',
    summary: 'Its versions, newest first',
    tag: 'Post-mortems',
    policy: { verb: 'read', on: 'post-mortem' },
    params: InPath,
    query: PageQuery,
    answers: { 200: pageOf(VersionView) },
    async answer({ postMortem, query: { limit, after } }) {
      const before = readNumber(after)
      const rows = await listVersions(house.db, postMortem, {
        limit: limit + 1,
        before: before === null ? null : Math.min(before, MOST_VERSIONS),
      })
      return cut(rows, limit, { key: ({ version }) => [String(version)], item: (row) => row })
    },
  })
}

async function theVersion({ db }: House, postMortem: string, version: number): Promise<Document> {
  const document = await versionDocument(db, postMortem, version)
  if (document === null) throw absent('version')
  return document
}

function readRoutes(app: FastifyInstance, house: House): void {
  route(app, house, {
    method: 'GET',
    url: '/v1/post-mortems/:postMortem/versions/:version',
    id: 'readVersion',
    summary: 'One version with its text',
    tag: 'Post-mortems',
    policy: { verb: 'read', on: 'post-mortem' },
    params: VersionInPath,
    answers: { 200: z.object({ version: z.int(), document: DocumentView, markdown: z.string() }) },
    async answer({ postMortem, params: { version } }) {
      const document = await theVersion(house, postMortem, version)
      return { version, document, markdown: printMarkdown(document.tree) }
    },
  })
  route(app, house, {
    method: 'GET',
    url: '/v1/post-mortems/:postMortem/versions/:version/difference',
    id: 'compareVersions',
    summary: 'What changed between two versions, by lines of our Markdown',
    tag: 'Post-mortems',
    policy: { verb: 'read', on: 'post-mortem' },
    params: VersionInPath,
    query: z.object({ to: z.coerce.number().int().min(1).max(2_000_000_000).optional().describe('Left out: the text of now.') }),
    answers: {
      200: z.object({
        title: z.object({ before: z.string(), after: z.string() }),
        difference: z.array(z.object({ kind: z.enum(['same', 'removed', 'added']), lines: z.array(z.string()) })),
      }),
    },
    async answer({ postMortem, params: { version }, query: { to } }) {
      const before = await theVersion(house, postMortem, version)
      const after = to === undefined ? (await thePostMortem(house, postMortem)).document : await theVersion(house, postMortem, to)
      const runs = lineDifference(printMarkdown(before.tree), printMarkdown(after.tree))
      return { title: { before: before.title, after: after.title }, difference: runs.map(({ kind, lines }) => ({ kind, lines: [...lines] })) }
    },
  })
}

function restoreRoute(app: FastifyInstance, house: House): void {
  route(app, house, {
    method: 'POST',
    url: '/v1/post-mortems/:postMortem/versions/:version/restore',
    id: 'restoreVersion',
    summary: 'Make the text of an earlier version the newest',
    tag: 'Post-mortems',
    policy: { verb: 'edit', on: 'post-mortem' },
    params: VersionInPath,
    answers: { 200: PostMortemView },
    async answer({ person, postMortem, incident, params: { version }, request, reply }) {
      const document = await theVersion(house, postMortem, version)
      const now = await changePostMortem(
        house,
        { person, request, postMortem, incident },
        {
          expected: requireRevision(request),
          from: WRITABLE,
          make: () => ({ document, factsRevision: 0, note: `Version ${version} again.`, action: 'post-mortem.restore', details: { version } }),
        },
      )
      reply.header('etag', etagOf(now.revision))
      return postMortemView(now, await shownDocument(house.db, now))
    },
  })
}
