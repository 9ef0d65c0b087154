import { printMarkdown } from '@blamefree/core'
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { urlOf } from '../testing/databases.ts'
import { listeningServer, type ListeningServer } from '../testing/listening-server.ts'
import type { TestAnswer, TestPerson } from '../testing/server.ts'
import { newPostMortem, typist } from '../testing/typist.ts'
import { until } from '../testing/until.ts'

/** Enough for both to be first some of the time. */
const ROUNDS = 12

describe('who comes at the same moment as a publication', () => {
  const ending: (() => unknown)[] = []
  const context = { after: (end: () => unknown) => void ending.unshift(end) }
  let [here, there]: ListeningServer[] = []
  let ana: TestPerson
  let ben: TestPerson
  before(async () => {
    here = await listeningServer(context)
    there = await listeningServer(context, { databaseUrl: urlOf(here.house.db) })
    ana = await here.person('administrator', 'Ana')
    ben = await here.person('member', 'Ben')
  })
  after(async () => {
    for (const end of ending) await end()
  })

  const one = (): ListeningServer => here ?? assert.fail()
  const post = async (server: ListeningServer | undefined, id: string, ifMatch: string): Promise<TestAnswer> => {
    const headers = { authorization: `Bearer ${ana.token}`, 'if-match': ifMatch }
    const answer = await (server ?? one()).app.inject({ method: 'POST', url: `/v1/post-mortems/${id}/publish`, headers })
    return { status: answer.statusCode, headers: answer.headers, text: answer.body, body: answer.json() }
  }
  const counted = async (id: string): Promise<{ status: string; published: number; revision: number }> => {
    const { rows } = await one().house.db.pool.query(
      `select status, revision, (select count(*)::int from audit where subject = $1::text and action = 'post-mortem.publish') as published from post_mortem where id = $1::uuid`,
      [id],
    )
    return rows[0] as Awaited<ReturnType<typeof counted>>
  }

  test('a reviewer who asks for changes is heard, or is told that it is published', async (told) => {
    const first = { published: 0, asked: 0 }
    for (let round = 0; round < ROUNDS; round++) {
      const id = await newPostMortem(one().house.db, 'One.\n')
      const url = `/v1/post-mortems/${id}/review`
      assert.equal((await ana.ask('POST', url, { reviewers: [ben.id] })).status, 200)
      assert.equal((await ben.ask('PUT', url, { state: 'approved' })).status, 200)
      const pause = new Promise((resume) => setTimeout(resume, round % 4))
      const [publication, answer] = await Promise.all([
        post(there, id, '*'),
        pause.then(() => ben.ask('PUT', url, { state: 'changes-requested', note: 'Not yet.' })),
      ])
      const { status, published } = await counted(id)
      const reviews = (await ana.ask('GET', url)).body.reviews as { state: string }[]
      if (publication.status === 200) {
        first.published++
        assert.deepEqual([answer.status, answer.body.code, answer.body.current.status], [409, 'status', 'published'], answer.text)
        assert.deepEqual([status, published, reviews.map(({ state }) => state)], ['published', 1, ['approved']])
      } else {
        first.asked++
        assert.deepEqual(
          [publication.status, publication.body.code, publication.body.reviews[0].state],
          [409, 'not-approved', 'changes-requested'],
          publication.text,
        )
        assert.deepEqual([answer.status, status, published, reviews.map(({ state }) => state)], [200, 'in-review', 0, ['changes-requested']])
      }
    }
    told.diagnostic(`${first.published} times it was published, ${first.asked} times changes were asked for`)
  })

  for (const ifMatch of ['"1"', '*']) {
    test(`of two who publish at once (If-Match: ${ifMatch}), in two processes, one does, and the other is told how it stands`, async () => {
      for (let round = 0; round < ROUNDS; round++) {
        const id = await newPostMortem(one().house.db, 'One.\n')
        const answers = await Promise.all([post(here, id, ifMatch), post(there, id, ifMatch)])
        const [won, lost] = answers.toSorted((a, b) => a.status - b.status)
        assert.equal(won?.status, 200, won?.text)
        assert.ok(lost?.status === 409 || lost?.status === 412, lost?.text)
        assert.deepEqual([lost?.body.current.status, lost?.body.current.revision], ['published', 2], lost?.text)
        assert.deepEqual(await counted(id), { status: 'published', revision: 2, published: 1 })
      }
    })
  }

  test('what is typed meanwhile is published, or was never acknowledged; nothing that is published changes', async (told) => {
    let late = 0
    for (let round = 0; round < 6; round++) {
      const id = await newPostMortem(one().house.db, 'One.\n')
      const writer = typist({ port: one().port, postMortem: id, token: ben.token })
      await writer.synced()
      let [typed, acknowledged] = ['', 0]
      const note = (): void => void (acknowledged = Math.max(acknowledged, typed.length - writer.provider.unsyncedChanges))
      writer.provider.on('unsyncedChanges', note)
      const typing = setInterval(() => {
        writer.type('One.', 'x')
        typed += 'x'
      }, 1)
      await until(() => acknowledged > 5)
      // By the other process, and by this one.
      assert.equal((await post(round % 2 === 0 ? there : here, id, '*')).status, 200)
      const published = await textOf(id)
      await until(() => writer.closed.length > 0 || writer.provider.authorizedScope === 'readonly')
      clearInterval(typing)
      writer.leave()
      const letters = /One\.(x*)/.exec(published)?.[1]?.length ?? 0
      assert.ok(letters >= acknowledged, `${acknowledged} were acknowledged, ${letters} are published`)
      if (typed.length > letters) late++
      for (const server of [here, there]) await server?.house.rooms.settle(id)
      assert.equal(await textOf(id), published)
      const reader = typist({ port: there?.port ?? 0, postMortem: id, token: ana.token })
      await reader.synced()
      assert.equal(reader.markdown(), published)
      reader.leave()
    }
    told.diagnostic(`somebody typed on in ${late} of 6 rounds`)
    assert.ok(late > 0)
  })

  async function textOf(id: string): Promise<string> {
    const { document } = await one().house.db.sql.selectFrom('post_mortem').select('document').where('id', '=', id).executeTakeFirstOrThrow()
    return printMarkdown(document.tree)
  }
})
