import { printMarkdown, type Document } from '@blamefree/core'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { lineDifference } from '../documents/line-difference.ts'
import { shownDocument } from '../documents/post-mortem-facts.ts'
import type { House } from '../house.ts'
import { recordDeed } from '../store/audit.ts'
import { announce } from '../store/outbox.ts'
import { keepVersion, listVersions, nameVersion, versionDocument, VERSION_REASONS } from '../store/post-mortem-versions.ts'
import { changePostMortem, thePostMortem, WRITABLE } from './change-post-mortem.ts'
import { LineDifferenceView, PieceDifferenceView, pieceDifferences } from './difference-view.ts'
import { etagOf, requireRevision } from './etag.ts'
import { cut, pageOf, PageQuery, readNumber } from './keyset.ts'
import { InPath } from './post-mortem-routes.ts'
import { PostMortemView, postMortemView, Status } from './post-mortem-views.ts'
import { absent } from './refusal.ts'
import { route } from './route.ts'
import { words, YesNo, isYes } from './text.ts'
import { DocumentView } from './template-views.ts'

const Member = z.object({ id: z.string(), name: z.string() })
const VersionView = z
  .object({
    version: z.int(),
    status: Status,
    title: z.string(),
    reason: z
      .enum(VERSION_REASONS)
      .describe(
        'Why it was kept. `pause`: people who wrote together have paused for ten minutes, or written for an hour; `status`: it was sent to review, published, reopened.',
      ),
    name: z.string().nullable().describe('What somebody called it.'),
    note: z.string().nullable(),
    by: Member.nullable().describe('Who made it one; null for a pause.'),
    authors: z.array(Member).describe('Whoever wrote something in it since the one before.'),
    at: z.string(),
  })
  .meta({ id: 'PostMortemVersion' })

const MOST_VERSIONS = 2_000_000_000
const VersionInPath = InPath.extend({ version: z.coerce.number().int().min(1).max(MOST_VERSIONS) })

/** What a post-mortem was: who wrote it when, the difference between two, and back to an earlier one. */
export function versionRoutes(app: FastifyInstance, house: House): void {
  listRoute(app, house)
  readRoutes(app, house)
  nameRoutes(app, house)
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
    query: PageQuery.extend({ named: YesNo.describe('Only those that somebody gave a name.') }),
    answers: { 200: pageOf(VersionView) },
    async answer({ postMortem, query: { limit, after, named } }) {
      const before = readNumber(after)
      const rows = await listVersions(house.db, postMortem, {
        limit: limit + 1,
        named: isYes(named) === true,
        before: before === null ? null : Math.min(before, MOST_VERSIONS),
      })
      return cut(rows, limit, { key: ({ version }) => [String(version)], item: (row) => ({ ...row, authors: [...row.authors] }) })
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
    summary: 'What changed between two versions, or since one',
    description:
      '`pieces`: by paragraphs, items and rows, word by word; `difference`: by lines of our Markdown. What people are typing at this moment is in the text of now.',
    tag: 'Post-mortems',
    policy: { verb: 'read', on: 'post-mortem' },
    params: VersionInPath,
    query: z.object({ to: z.coerce.number().int().min(1).max(2_000_000_000).optional().describe('Left out: the text of now.') }),
    answers: {
      200: z.object({
        title: z.object({ before: z.string(), after: z.string() }),
        pieces: z.array(PieceDifferenceView),
        difference: LineDifferenceView,
      }),
    },
    async answer({ postMortem, params: { version }, query: { to } }) {
      const before = await theVersion(house, postMortem, version)
      if (to === undefined) await house.rooms.settle(postMortem)
      const after = to === undefined ? (await thePostMortem(house, postMortem)).document : await theVersion(house, postMortem, to)
      const runs = lineDifference(printMarkdown(before.tree), printMarkdown(after.tree))
      return {
        title: { before: before.title, after: after.title },
        pieces: pieceDifferences(before.tree, after.tree),
        difference: runs.map(({ kind, lines }) => ({ kind, lines: [...lines] })),
      }
    },
  })
}

const Name = words(200).describe('Such as “Before the review”.')

function nameRoutes(app: FastifyInstance, house: House): void {
  route(app, house, {
    method: 'POST',
    url: '/v1/post-mortems/:postMortem/versions',
    id: 'nameCurrentVersion',
    summary: 'Keep the text of now as a version with a name',
    description: 'With everything that people have typed. A version that says the same already gets the name.',
    tag: 'Post-mortems',
    policy: { verb: 'edit', on: 'post-mortem' },
    params: InPath,
    body: z.object({ name: Name }),
    answers: { 201: VersionView },
    async answer({ person, postMortem, incident, body: { name }, request, reply }) {
      await house.rooms.settle(postMortem)
      const version = await house.db.tx(async (tx) => {
        const { revision } = await tx.selectFrom('post_mortem').select('revision').where('id', '=', postMortem).forUpdate().executeTakeFirstOrThrow()
        await keepVersion(tx, postMortem, { reason: 'named', by: person.memberId })
        await nameVersion(tx, { postMortem, version: revision }, name)
        await recordDeed(tx, person, {
          action: 'post-mortem.name-version',
          incident,
          subject: postMortem,
          after: { version: revision, name },
          address: request.ip,
        })
        await announce(tx, { kind: 'post-mortem.changed', incident, postMortem, data: { revision, what: 'versions' } })
        return revision
      })
      return reply.code(201).send(await theSummary(house, postMortem, version))
    },
  })
  route(app, house, {
    method: 'PATCH',
    url: '/v1/post-mortems/:postMortem/versions/:version',
    id: 'nameVersion',
    summary: 'Give a version a name, or take it away',
    tag: 'Post-mortems',
    policy: { verb: 'edit', on: 'post-mortem' },
    params: VersionInPath,
    body: z.object({ name: Name.nullable() }),
    answers: { 200: VersionView },
    async answer({ person, postMortem, incident, params: { version }, body: { name }, request }) {
      await house.db.tx(async (tx) => {
        if (!(await nameVersion(tx, { postMortem, version }, name))) throw absent('version')
        await recordDeed(tx, person, { action: 'post-mortem.name-version', incident, subject: postMortem, after: { version, name }, address: request.ip })
        await announce(tx, { kind: 'post-mortem.changed', incident, postMortem, data: { version, what: 'versions' } })
      })
      return await theSummary(house, postMortem, version)
    },
  })
}

async function theSummary({ db }: House, postMortem: string, version: number): Promise<z.input<typeof VersionView>> {
  const [summary] = await listVersions(db, postMortem, { limit: 1, before: version + 1, named: false })
  if (summary?.version !== version) throw absent('version')
  return { ...summary, authors: [...summary.authors] }
}

function restoreRoute(app: FastifyInstance, house: House): void {
  route(app, house, {
    method: 'POST',
    url: '/v1/post-mortems/:postMortem/versions/:version/restore',
    id: 'restoreVersion',
    summary: 'Make the text of an earlier version the newest',
    description: 'What stood there until now, with everything that people have typed, stays as a version.',
    tag: 'Post-mortems',
    ifMatch: 'required',
    etag: 'answered',
    policy: { verb: 'edit', on: 'post-mortem' },
    params: VersionInPath,
    answers: { 200: PostMortemView },
    async answer({ person, postMortem, incident, params: { version }, request, reply }) {
      const document = await theVersion(house, postMortem, version)
      // What people are typing is part of what this takes back, and of the version that keeps it.
      await house.rooms.settle(postMortem)
      const now = await changePostMortem(
        house,
        { person, request, postMortem, incident },
        {
          expected: requireRevision(request),
          from: WRITABLE,
          make: () => ({
            document,
            factsRevision: 0,
            note: `Version ${version} again.`,
            reason: 'restored',
            action: 'post-mortem.restore',
            details: { version },
          }),
        },
      )
      reply.header('etag', etagOf(now.revision))
      return postMortemView(now, await shownDocument(house.db, now))
    },
  })
}
