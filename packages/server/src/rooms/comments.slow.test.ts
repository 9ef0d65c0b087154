import { FRAGMENT, passagesOf } from '@blamefree/editor'
import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as Y from 'yjs'
import { mailbox } from '../testing/mailbox.ts'
import { listeningServer } from '../testing/listening-server.ts'
import { testServer, type TestPerson } from '../testing/server.ts'
import { newPostMortem, type Typist } from '../testing/typist.ts'
import { until } from '../testing/until.ts'

const TEXT = '# Outage\n\nThe cache failed first. Then the queue.\n\nNobody was paged.\n'

/** Where some words stand, as the editor of somebody says it. */
function anchor({ text }: Typist, words: string): { from: unknown; to: unknown } {
  const walk = (type: Y.XmlFragment): Y.XmlText[] => type.toArray().flatMap((child) => (child instanceof Y.XmlText ? [child] : walk(child as Y.XmlElement)))
  for (const shared of walk(text.getXmlFragment(FRAGMENT))) {
    const plain = (shared.toDelta() as { insert: string }[]).map(({ insert }) => insert).join('')
    const at = plain.indexOf(words)
    const relative = (index: number): unknown => Y.relativePositionToJSON(Y.createRelativePositionFromTypeIndex(shared, index))
    if (at >= 0) return { from: relative(at), to: relative(at + words.length) }
  }
  throw new Error(`nobody wrote ${words}`)
}

test('comments on passages', async (context) => {
  const here = await listeningServer(context)
  const [ann, vic, root] = [await here.person('member', 'Ann'), await here.person('viewer', 'Vic'), await here.person('administrator', 'Root')]
  const postMortem = await newPostMortem(here.house.db, TEXT)
  const url = `/v1/post-mortems/${postMortem}`
  const [a, v] = [await here.enter(ann, postMortem), await here.enter(vic, postMortem)]
  const marks = (one: Typist): string[] => [...passagesOf(one.text).values()].toSorted()
  const open = async (person: TestPerson, body: object): Promise<{ id: string; place: string; quote: string; passage: string }> => {
    const answer = await person.ask('POST', `${url}/threads`, { text: 'Why?', ...body })
    assert.equal(answer.status, 201, answer.text)
    return answer.body.items.at(-1)
  }
  const list = async (): Promise<{ id: string; place: string; quote: string; passage: string; resolvedBy: string | null }[]> =>
    (await vic.ask('GET', `${url}/threads`)).body.items
  let first = ''

  await context.test('a viewer comments, and everybody sees the mark at once', async () => {
    const thread = await open(vic, { anchor: anchor(v, 'cache failed'), quote: 'cache failed' })
    first = thread.id
    assert.deepEqual([thread.place, thread.quote, thread.passage], ['passage', 'cache failed', 'cache failed'])
    await until(() => marks(a).length === 1 && marks(v).length === 1)
    assert.deepEqual([...passagesOf(a.text)], [[thread.id, 'cache failed']])
  })
  await context.test('a viewer who forges a mark themselves changes nothing for others', async () => {
    v.type('The', '')
    const shared = v.text.getXmlFragment(FRAGMENT).get(2) as Y.XmlElement
    ;(shared.get(0) as Y.XmlText).format(0, 3, { 'comment--abcdefgh': { thread: 'forged' } })
    a.type('Nobody', ' At all.')
    await a.saved()
    assert.equal(passagesOf(a.text).has('forged'), false)
  })
  await context.test('comments lie over each other, and the text, its revision and who wrote it stay', async () => {
    await open(ann, { anchor: anchor(a, 'failed first. Then'), quote: 'failed first. Then' })
    await until(() => marks(a).length === 2)
    assert.deepEqual(marks(a), ['cache failed', 'failed first. Then'])
    assert.equal(a.markdown(), TEXT.replace('paged.', 'paged. At all.'))
    const kept = await here.house.rooms.settle(postMortem)
    assert.equal(kept?.revision, 2)
    const { rows } = await here.house.db.pool.query(`select actor_name from audit where subject = $1 and action = 'post-mortem.type'`, [postMortem])
    assert.deepEqual(rows, [{ actor_name: 'Ann' }])
    const source = (await ann.ask('GET', `${url}?format=json`)).text
    assert.doesNotMatch(source, /comment/)
  })
  await context.test('the mark follows the words while people and the server edit around it', async () => {
    let typed = ''
    const typing = setInterval(() => {
      a.type('Nobody', 'x')
      typed += 'x'
    }, 5)
    context.after(() => clearInterval(typing))
    const edits = ['The big cache failed first', 'Then the big cache failed, before the queue']
    for (const words of edits) {
      const source = (await ann.ask('GET', `${url}?format=source`)).text
      const markdown = source.replace(/^The .*$/m, `${words}.`)
      const edit = await ann.ask('PUT', url, { markdown }, { 'if-match': '*' })
      assert.equal(edit.status, 200, edit.text)
    }
    clearInterval(typing)
    await a.saved()
    assert.ok(typed.length > 0)
    await until(() => a.markdown().includes('before the queue'))
    assert.match(a.markdown(), new RegExp(`At all\\.${typed}\n`))
    assert.equal((await list()).find(({ id }) => id === first)?.passage, 'cache failed')
  })
  await context.test('it is settled, opened again, and keeps its mark', async () => {
    await ann.ask('PATCH', `${url}/threads/${first}`, { resolved: true })
    assert.equal((await list())[0]?.resolvedBy, ann.id)
    await vic.ask('PATCH', `${url}/threads/${first}`, { resolved: false })
    assert.deepEqual([(await list())[0]?.resolvedBy, (await list())[0]?.place], [null, 'passage'])
  })
  await context.test('a thread whose words were removed keeps its quote, and can be put on others', async () => {
    const shared = a.text.getXmlFragment(FRAGMENT).get(1) as Y.XmlElement
    const text = shared.get(0) as Y.XmlText
    text.delete(0, text.length)
    text.insert(0, 'Other words')
    await a.saved()
    const orphan = (await list())[0]
    assert.deepEqual([orphan?.place, orphan?.quote, orphan?.passage], ['orphaned', 'cache failed', null])
    const gone = await vic.ask('POST', `${url}/threads`, { text: 'Why?', anchor: anchor(v, 'Nobody'), quote: 'cache failed' })
    assert.equal(gone.status, 201)
    assert.equal((await vic.ask('POST', `${url}/threads`, { text: 'Why?', quote: 'cache failed' })).body.code, 'passage-gone')
    const placed = await vic.ask('PATCH', `${url}/threads/${first}`, { quote: 'Other words' })
    assert.deepEqual([placed.body.items[0].place, placed.body.items[0].quote], ['passage', 'Other words'])
    await until(() => passagesOf(a.text).get(first) === 'Other words')
  })
  await context.test('with its last comment, or by an administrator, a thread goes and takes its mark along', async () => {
    const mine = await open(vic, { quote: 'Outage' })
    await until(() => marks(a).includes('Outage'))
    const [comment] = (await vic.ask('GET', `${url}/threads`)).body.items.find(({ id }: { id: string }) => id === mine.id).comments
    await vic.ask('DELETE', `${url}/comments/${comment.id}`)
    await until(() => !marks(a).includes('Outage'))
    await ann.ask('POST', `${url}/threads/${first}/comments`, { text: 'Because.' })
    assert.equal((await vic.ask('DELETE', `${url}/threads/${first}`)).body.code, 'not-yours')
    assert.equal((await root.ask('DELETE', `${url}/threads/${first}`)).status, 200)
    await until(() => !passagesOf(a.text).has(first))
    assert.equal((await vic.ask('POST', `${url}/threads/${first}/comments`, { text: 'x' })).status, 404)
    const own = await open(vic, { quote: 'Outage' })
    assert.equal((await vic.ask('DELETE', `${url}/threads/${own.id}`)).status, 200)
  })
})

test('a passage of a text that nobody has opened, and of one that is published, is marked as well', async (context) => {
  const here = await listeningServer(context)
  const vic = await here.person('viewer', 'Vic')
  const postMortem = await newPostMortem(here.house.db, TEXT)
  const url = `/v1/post-mortems/${postMortem}`
  assert.equal((await vic.ask('POST', `${url}/threads`, { text: 'Why?', quote: 'the  queue' })).body.items[0].passage, 'the queue')
  await here.house.db.sql.updateTable('post_mortem').set({ status: 'published' }).where('id', '=', postMortem).execute()
  assert.equal((await vic.ask('POST', `${url}/threads`, { text: 'Why?', quote: 'first. Then' })).body.items[1].place, 'passage')
  const one = await here.enter(vic, postMortem)
  assert.deepEqual([...passagesOf(one.text).values()], ['first. Then', 'the queue'])
  assert.equal(one.markdown(), TEXT)
})

test('whoever is mentioned is told, once, and hears of it; others do not', async (context) => {
  const box = await mailbox(context)
  const here = await testServer(context, { smtpUrl: box.url })
  const [ann, ben] = [await here.person('member', 'Ann'), await here.person('member', 'Ben')]
  const postMortem = await newPostMortem(here.house.db, TEXT)
  const url = `/v1/post-mortems/${postMortem}`
  const opened = await ann.ask('POST', `${url}/threads`, { text: '@Ben, why?', quote: 'cache', mentions: [ben.id, ann.id] })
  assert.match(await box.next(), /Ann mentions you in a comment/)
  const [{ comments }] = opened.body.items
  await ann.ask('PATCH', `${url}/comments/${comments[0].id}`, { text: '@Ben, why so?', mentions: [ben.id] })
  const told = await here.house.db.sql.selectFrom('outbox').select(['kind', 'member_id']).where('post_mortem_id', '=', postMortem).orderBy('id').execute()
  assert.deepEqual(
    told.map(({ kind, member_id }) => [kind, member_id]),
    [
      ['post-mortem.mentioned', ben.id],
      ['post-mortem.commented', null],
      ['post-mortem.commented', null],
    ],
  )
})
