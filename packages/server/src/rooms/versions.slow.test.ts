import { printMarkdown } from '@blamefree/core'
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { keepPausedVersions } from '../store/post-mortem-versions.ts'
import { listeningServer } from '../testing/listening-server.ts'
import { changeFacts, madeIncident } from '../testing/made-incident.ts'
import { newPostMortem, type Typist } from '../testing/typist.ts'
import { until } from '../testing/until.ts'

const TEXT = '# Outage\n\nOne.\n\nTwo.\n'
const ANY = { 'if-match': '*' }
const PAUSED = { idle: -1, most: 3600 }

interface Version {
  readonly version: number
  readonly reason: string
  readonly name: string | null
  readonly by: { readonly name: string } | null
  readonly authors: readonly { readonly name: string }[]
}

/** Types a character every few milliseconds until it is told to stop; gives what was typed. */
function keepTyping(context: { after(work: () => void): void }, one: Typist, paragraph: string): () => string {
  let typed = ''
  const typing = setInterval(() => {
    const letter = String.fromCharCode(97 + (typed.length % 26))
    one.type(paragraph, letter)
    typed += letter
  }, 4)
  context.after(() => clearInterval(typing))
  return () => {
    clearInterval(typing)
    return typed
  }
}

test('versions of a text that people write together', async (context) => {
  const here = await listeningServer(context)
  const [ann, ben, vic] = [await here.person('member', 'Ann'), await here.person('member', 'Ben'), await here.person('viewer', 'Vic')]
  const postMortem = await newPostMortem(here.house.db, TEXT)
  const url = `/v1/post-mortems/${postMortem}`
  const [a, b] = [await here.enter(ann, postMortem), await here.enter(ben, postMortem)]
  const versions = async (query = ''): Promise<Version[]> => (await vic.ask('GET', `${url}/versions${query}`)).body.items
  const told = async (): Promise<unknown[]> =>
    (await versions()).map(({ reason, name, by, authors }) => [reason, name, by?.name ?? null, authors.map((one) => one.name)])

  await context.test('a pause keeps one, with everybody who wrote since the one before, once', async () => {
    a.type('One.', ' And Ann.')
    b.type('Two.', ' And Ben.')
    await Promise.all([a.saved(), b.saved()])
    await here.house.rooms.settle(postMortem)
    assert.deepEqual(await keepPausedVersions(here.house.db, { idle: 600, most: 3600 }), [])
    assert.deepEqual(await keepPausedVersions(here.house.db, PAUSED), [postMortem])
    assert.deepEqual(await keepPausedVersions(here.house.db, PAUSED), [])
    assert.deepEqual(await told(), [['pause', null, null, ['Ann', 'Ben']]])
  })
  await context.test('whoever writes for long has one though they never pause, and only they are its authors', async () => {
    b.type('Two.', ' More.')
    await b.saved()
    await here.house.rooms.settle(postMortem)
    assert.deepEqual(await keepPausedVersions(here.house.db, { idle: 600, most: -1 }), [postMortem])
    assert.deepEqual((await told())[0], ['pause', null, null, ['Ben']])
  })
  await context.test('a name keeps the text of now, with what is typed and not written down yet', async () => {
    a.type('One.', ' Before the review.')
    await a.saved()
    const named = await ben.ask('POST', `${url}/versions`, { name: 'Before the review' })
    assert.equal(named.status, 201, named.text)
    assert.deepEqual((await told())[0], ['named', 'Before the review', 'Ben', ['Ann']])
    assert.match((await vic.ask('GET', `${url}/versions/${named.body.version}`)).body.markdown, /Before the review/)
    const again = await ann.ask('POST', `${url}/versions`, { name: 'Really before' })
    assert.deepEqual([again.body.version, again.body.name], [named.body.version, 'Really before'])
    assert.equal((await ann.ask('PATCH', `${url}/versions/${named.body.version}`, { name: null })).body.name, null)
    assert.deepEqual(await versions('?named=yes'), [])
    assert.equal((await ann.ask('PATCH', `${url}/versions/${named.body.version}`, { name: 'First' })).body.name, 'First')
    assert.equal((await versions('?named=yes')).length, 1)
    assert.equal((await vic.ask('POST', `${url}/versions`, { name: 'x' })).status, 403)
    assert.equal((await ann.ask('PATCH', `${url}/versions/99`, { name: 'x' })).status, 404)
  })
  await context.test('whoever asks for a review makes one, of what others have typed', async () => {
    b.type('Two.', ' Late words.')
    await b.saved()
    assert.equal((await ann.ask('POST', `${url}/review`, {})).status, 200)
    assert.deepEqual((await told())[0], ['status', null, 'Ann', ['Ben']])
    assert.equal((await ann.ask('DELETE', `${url}/review`)).status, 200)
    assert.deepEqual((await told())[0], ['status', null, 'Ann', []])
  })
  await context.test('the difference with now is told by words, with what is being typed', async () => {
    const [first] = (await versions()).toReversed()
    a.type('One.', ' Just now.')
    await a.saved()
    const { pieces } = (await vic.ask('GET', `${url}/versions/${first?.version}/difference`)).body
    const changed = pieces.filter(({ kind }: { kind: string }) => kind !== 'same')
    assert.deepEqual(
      changed.map(({ kind, words }: { kind: string; words: { kind: string; text: string }[] }) => [
        kind,
        words.filter((run) => run.kind === 'added').map(({ text }) => text),
      ]),
      [
        ['changed', [' Before the review. Just now.']],
        ['changed', [' More. Late words.']],
      ],
    )
    const between = (await vic.ask('GET', `${url}/versions/${first?.version}/difference?to=${first?.version}`)).body
    assert.ok(between.pieces.every(({ kind }: { kind: string }) => kind === 'same'))
  })
  await context.test('an earlier one comes back while somebody types, who stays and loses no character', async () => {
    const [first] = (await versions()).toReversed()
    const stop = keepTyping(context, b, 'Two.')
    await until(() => b.markdown().includes('abcd'))
    const back = await ann.ask('POST', `${url}/versions/${first?.version}/restore`, undefined, ANY)
    assert.equal(back.status, 200, back.text)
    await until(() => !a.markdown().includes('Before the review'))
    const typed = stop()
    await b.saved()
    const kept = await here.house.rooms.settle(postMortem)
    const letters = printMarkdown(kept!.tree)
    assert.match(letters, /And Ben\./)
    assert.doesNotMatch(letters, /Before the review/)
    // What was written down before the restoring is part of what it took back; what was typed after is all there.
    const tail = /Two\. And Ben\.([a-z]*)/.exec(letters)?.[1] ?? ''
    assert.ok(typed.endsWith(tail) && tail.length > 0, `${typed} → ${tail}`)
    await until(() => a.markdown() === letters && b.markdown() === letters)
    assert.deepEqual([a.closed, b.closed], [[], []])
    const [restored, before] = await versions()
    assert.deepEqual([restored?.reason, restored?.by?.name], ['restored', 'Ann'])
    // What stood there is a version, too: with what Ann had typed, and Ben until then.
    assert.deepEqual([before?.reason, before?.by, before?.authors.map(({ name }) => name)], ['pause', null, ['Ann', 'Ben']])
    assert.match((await vic.ask('GET', `${url}/versions/${before?.version}`)).body.markdown, /Before the review\. Just now\.[^]*Late words\./)
  })
})

test('new facts reach a live text, and never touch what people wrote', async (context) => {
  const here = await listeningServer(context)
  const [ann, ben] = [await here.person('member', 'Ann'), await here.person('member', 'Ben')]
  const incident = await madeIncident(here.house, { keyEvents: 3 })
  const { body: made } = await ann.ask('POST', `/v1/incidents/${incident}/post-mortems`, { template: 'default' })
  const [postMortem, url] = [String(made.id), `/v1/post-mortems/${made.id}`]
  const placed = await ann.ask('PUT', `${url}/sections/contributors`, { markdown: 'The queue filled.' }, ANY)
  assert.equal(placed.status, 200, placed.text)
  const [a, b] = [await here.enter(ann, postMortem), await here.enter(ben, postMortem)]

  await context.test('the difference comes first, by blocks, and says where', async () => {
    await changeFacts(here.house, incident, 'Worker 0 was replaced')
    const preview = (await ann.ask('POST', `${url}/refill?preview=true`)).body
    const timeline = preview.blocks.find(({ block }: { block: string }) => block === 'timeline')
    assert.deepEqual([timeline.touched, timeline.section.title], [false, 'Incident timeline'])
    const changed = timeline.pieces.filter(({ kind }: { kind: string }) => kind === 'changed')
    assert.deepEqual(
      changed.map(({ words }: { words: { kind: string; text: string }[] }) => words.filter(({ kind }) => kind !== 'same').map(({ text }) => text)),
      [['restarted', 'replaced']],
    )
    assert.doesNotMatch(a.markdown(), /was replaced/)
  })
  await context.test('while both type, the block is filled and no character is lost', async () => {
    const stops = [keepTyping(context, a, 'The queue filled.'), keepTyping(context, b, 'The queue filled.')]
    for (let round = 1; round <= 8; round++) {
      await changeFacts(here.house, incident, `Worker 0 was replaced ${round} times`)
      const applied = await ann.ask('POST', `${url}/refill`, undefined, ANY)
      assert.equal(applied.status, 200, applied.text)
    }
    const typed = stops.map((stop) => stop())
    await Promise.all([a.saved(), b.saved()])
    await until(() => a.markdown() === b.markdown())
    const letters = /The queue filled\.([a-z]*)/.exec(a.markdown())?.[1] ?? ''
    assert.equal(letters.length, typed.join('').length)
    assert.deepEqual(letters.split('').toSorted(), typed.join('').split('').toSorted())
    assert.match(a.markdown(), /Worker 0 was replaced 8 times/)
  })
  await context.test('a row that somebody is typing in, seconds ago and not written down, is theirs', async () => {
    const before = (await here.house.db.sql.selectFrom('post_mortem').select('revision').where('id', '=', postMortem).executeTakeFirstOrThrow()).revision
    a.type('Worker 0 was replaced 8 times', ' by hand')
    await a.saved()
    const after = (await here.house.db.sql.selectFrom('post_mortem').select('revision').where('id', '=', postMortem).executeTakeFirstOrThrow()).revision
    assert.equal(after, before)
    await changeFacts(here.house, incident, 'Worker 0 vanished')
    const applied = await ann.ask('POST', `${url}/refill`, undefined, ANY)
    assert.match(JSON.stringify(applied.body.problems), /Somebody edited the block `timeline`/)
    const timeline = applied.body.blocks.find(({ block }: { block: string }) => block === 'timeline')
    assert.deepEqual([timeline.touched, /by hand/.test(timeline.before), /vanished/.test(timeline.after)], [true, true, true])
    await here.house.rooms.settle(postMortem)
    assert.match(a.markdown(), /replaced 8 times by hand/)
    assert.doesNotMatch((await ann.ask('GET', `${url}?format=source`)).text, /vanished/)
  })
})
