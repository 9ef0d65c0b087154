import { parseMarkdown, printMarkdown } from '@blamefree/core'
import { editTree, FRAGMENT } from '@blamefree/editor'
import assert from 'node:assert/strict'
import { test, type TestContext } from 'node:test'
import pg from 'pg'
import * as Y from 'yjs'
import { announce } from '../store/outbox.ts'
import { SYSTEM, type MemberRole } from '../people/principal.ts'
import { listeningServer } from '../testing/listening-server.ts'
import type { TestServer } from '../testing/server.ts'
import { newPostMortem, typist, type Entrance, type Typist } from '../testing/typist.ts'
import { until } from '../testing/until.ts'
import { admit } from './admission.ts'
import { mergeIntoRoom } from './keep-room.ts'

const TEXT = '# Outage\n\nOne.\n\nTwo.\n\n:::timeline{seal=x events=key}\n| Time | What |\n| - | - |\n| 12:07 | It broke |\n:::\n'

interface Place extends TestServer {
  readonly port: number
  enter(entrance: Omit<Entrance, 'port'>): Typist
}

async function place(context: TestContext, change: Parameters<typeof listeningServer>[1] = {}): Promise<Place> {
  const server = await listeningServer(context, change)
  return {
    ...server,
    enter(entrance) {
      const one = typist({ port: server.port, ...entrance })
      context.after(() => one.leave())
      return one
    },
  }
}

async function rowOf({ house }: TestServer, id: string): Promise<{ revision: number; plain: string; markdown: string }> {
  const row = await house.db.sql.selectFrom('post_mortem').select(['revision', 'plain', 'document']).where('id', '=', id).executeTakeFirstOrThrow()
  return { revision: row.revision, plain: row.plain, markdown: printMarkdown(row.document.tree) }
}

async function logged({ house }: TestServer, id: string): Promise<number> {
  const { rows } = await house.db.pool.query<{ count: number }>('select count(*)::int as count from room_update where post_mortem_id = $1', [id])
  return rows[0]?.count ?? 0
}

test('people write together', async (context) => {
  const here = await place(context)
  const [ann, ben] = [await here.person('member', 'Ann'), await here.person('member', 'Ben')]
  const postMortem = await newPostMortem(here.house.db, TEXT)
  const [a, b] = [here.enter({ postMortem, token: ann.token }), here.enter({ postMortem, token: ben.token })]
  await Promise.all([a.synced(), b.synced()])
  assert.equal(a.markdown(), printMarkdown(parseMarkdown(TEXT).tree))

  await context.test('each sees what the other types, and it is saved when it is in the log', async () => {
    a.type('One.', ' And Ann.')
    b.type('Two.', ' And Ben.')
    await Promise.all([a.saved(), b.saved()])
    assert.equal(await logged(here, postMortem), 2)
    await until(() => a.markdown().includes('And Ben.') && b.markdown().includes('And Ann.'))
    assert.equal(a.markdown(), b.markdown())
  })
  await context.test('nobody can say to be somebody else: the name at a caret is ours', async () => {
    a.provider.awareness?.setLocalStateField('user', { name: 'The director', color: '#123456' })
    await until(() => JSON.stringify([...(b.provider.awareness?.getStates().values() ?? [])]).includes('#123456'))
    const seen = [...(b.provider.awareness?.getStates().values() ?? [])].find((state) => state['user']?.color === '#123456')
    assert.deepEqual(seen?.['user'], { name: 'Ann', color: '#123456', id: ann.id })
  })
  await context.test('settling writes it where everything else reads it, once, with a line for each of them', async () => {
    const kept = await here.house.rooms.settle(postMortem)
    assert.equal(kept?.revision, 2)
    const row = await rowOf(here, postMortem)
    assert.equal(row.revision, 2)
    assert.equal(row.markdown, a.markdown())
    assert.match(row.plain, /And Ann\. .*And Ben\./)
    assert.equal(await logged(here, postMortem), 0)
    assert.equal((await here.house.rooms.settle(postMortem))?.revision, 2)
    const { rows } = await here.house.db.pool.query(`select actor_name from audit where subject = $1 and action = 'post-mortem.type' order by 1`, [postMortem])
    assert.deepEqual(rows, [{ actor_name: 'Ann' }, { actor_name: 'Ben' }])
  })
  await context.test('a pause writes it down by itself', async () => {
    a.type('One.', ' Again.')
    await until(async () => (await rowOf(here, postMortem)).markdown.includes('Again.'))
  })
  await context.test('an edit by the server loses no character of who types meanwhile', async () => {
    let typed = ''
    const typing = setInterval(() => {
      a.type('One.', 'x')
      typed += 'x'
    }, 3)
    for (let round = 1; round <= 15; round++) {
      await here.house.rooms.edit(postMortem, SYSTEM, ({ children }) => ({
        type: 'root',
        children: children.map((node) =>
          node.type === 'containerDirective'
            ? {
                ...node,
                attributes: { ...node.attributes, seal: String(round) },
                children: parseMarkdown(`| Time | What |\n| - | - |\n| 12:07 | It broke |\n| 12:1${round % 10} | Round ${round} |`).tree.children as never,
              }
            : node.type === 'paragraph' && JSON.stringify(node).includes('Two.')
              ? parseMarkdown(`Round ${round}: Two. And Ben.`).tree.children[0]!
              : node,
        ),
      }))
    }
    clearInterval(typing)
    await a.saved()
    const kept = await here.house.rooms.settle(postMortem)
    const markdown = printMarkdown(kept!.tree)
    assert.ok(typed.length > 15, typed)
    assert.match(markdown, new RegExp(`One\\. And Ann\\. Again\\.${typed}\n`))
    assert.match(markdown, /Round 15: Two\. And Ben\./)
    assert.match(markdown, /seal="?15"?/)
    assert.equal(markdown.match(/Round/g)?.length, 2, markdown)
    await until(() => a.markdown() === markdown && b.markdown() === markdown)
  })
  await context.test('a document written by whoever read the row keeps what was typed since', async () => {
    const { document } = await here.house.db.sql.selectFrom('post_mortem').select('document').where('id', '=', postMortem).executeTakeFirstOrThrow()
    b.type('One.', ' Typed since.')
    await b.saved()
    const changed = JSON.parse(JSON.stringify(document).replace('Outage', 'Great outage')) as never
    const merged = await here.house.db.tx(async (tx) => {
      const result = await mergeIntoRoom(tx, { postMortem, next: changed, actor: ann.id })
      await tx
        .updateTable('post_mortem')
        .set({ document: JSON.stringify(result) })
        .where('id', '=', postMortem)
        .execute()
      assert.ok(result !== null)
      return result
    })
    assert.match(printMarkdown(merged.tree), /^# Great outage\n[^]*Typed since\./)
    await until(() => a.markdown() === printMarkdown(merged.tree) && b.markdown() === a.markdown())
  })
  await context.test('the last to leave closes the text, and the next finds it as it was', async () => {
    const before = a.markdown()
    a.leave()
    b.leave()
    await until(() => here.house.rooms.figures().texts === 0)
    const c = here.enter({ postMortem, token: ann.token })
    await c.synced()
    assert.equal(c.markdown(), before)
  })
})

test('who may come in', async (context) => {
  const here = await place(context)
  const [ann, viewer, other] = [await here.person('member', 'Ann'), await here.person('viewer'), await here.person('administrator')]
  const postMortem = await newPostMortem(here.house.db, TEXT)
  const secret = await newPostMortem(here.house.db, 'Secret.\n', { isPrivate: true, named: [ann.id] })
  const reader = here.enter({ postMortem, token: viewer.token })
  await reader.synced()

  await context.test('an editor of another schema is refused before it has seen anything, and told why', async () => {
    for (const [schema, reason] of [
      [0, 'schema-older'],
      [2, 'schema-newer'],
      [Number.NaN, 'schema-older'],
    ] as const) {
      const one = here.enter({ postMortem, token: ann.token, schema })
      await until(() => one.refused.length > 0)
      assert.deepEqual(one.refused, [reason])
      assert.equal(one.text.getXmlFragment(FRAGMENT).length, 0)
      one.leave()
    }
  })
  for (const [who, entrance, reason] of [
    ['nobody', { postMortem, token: '' }, 'signed-out'],
    ['a wrong key', { postMortem, token: `bf_key_${'x'.repeat(43)}` }, 'signed-out'],
    ['an administrator who is not named on a private incident', { postMortem: secret, token: other.token }, 'absent'],
    ['whoever asks for what is not there', { postMortem: '01990000-0000-7000-8000-000000000000', token: ann.token }, 'absent'],
    ['whoever asks for another text than the address says', { postMortem, token: ann.token, name: secret }, 'other-document'],
  ] as const) {
    await context.test(`${who} is refused: ${reason}`, async () => {
      const one = here.enter(entrance)
      await until(() => one.refused.length > 0)
      assert.deepEqual(one.refused, [reason])
      assert.equal(one.text.getXmlFragment(FRAGMENT).length, 0)
      one.leave()
    })
  }
  await context.test('who is named on a private incident comes in', async () => {
    const one = here.enter({ postMortem: secret, token: ann.token })
    await one.synced()
    assert.equal(one.markdown(), 'Secret.\n')
  })
  await context.test('a viewer reads and cannot write, whatever they send', async () => {
    const writer = here.enter({ postMortem, token: ann.token })
    await writer.synced()
    assert.equal(reader.provider.authorizedScope, 'readonly')
    reader.type('One.', ' Forced.')
    writer.type('Two.', ' Allowed.')
    await writer.saved()
    await until(() => reader.markdown().includes('Allowed.'))
    assert.doesNotMatch(writer.markdown(), /Forced/)
    assert.doesNotMatch((await rowOf(here, postMortem)).markdown + JSON.stringify(await here.house.rooms.settle(postMortem)), /Forced/)
    assert.equal(reader.provider.hasUnsyncedChanges, true)
    writer.leave()
  })
  await context.test('a page of another site does not get in, a session’s cookie from our own does', async () => {
    const { origin } = new URL(here.house.publicUrl)
    assert.equal(await upgrade(here.port, `/live/${postMortem}?schema=1`, { origin: 'https://evil.example' }), 'closed')
    assert.equal(await upgrade(here.port, `/elsewhere`, {}), 'closed')
    assert.equal(await upgrade(here.port, `/live/${postMortem}?schema=1`, { origin }), 'open')
    const password = 'four words nobody guesses'
    const { email } = await here.house.db.sql.selectFrom('member').select('email').where('id', '=', ann.id).executeTakeFirstOrThrow()
    await here.house.signIn.addLogin(here.house.db.sql, { memberId: ann.id, name: 'Ann', email, password })
    const signedIn = await here.app.inject({ method: 'POST', url: '/v1/session', payload: { email, password } })
    const cookie = signedIn.cookies.map(({ name, value }) => `${name}=${encodeURIComponent(value)}`).join('; ')
    const visitor = await admit(here.house, { postMortem, schema: '1', headers: new Headers({ cookie }), token: '' })
    assert.deepEqual([visitor.person.via, visitor.person.name, visitor.readOnly], ['session', 'Ann', false])
  })
})

function upgrade(port: number, path: string, headers: Record<string, string>): Promise<'open' | 'closed'> {
  return new Promise((resolve) => {
    const socket = new WebSocket(`ws://127.0.0.1:${port}${path}`, { headers })
    socket.addEventListener('open', () => {
      resolve('open')
      socket.close()
    })
    socket.addEventListener('error', () => resolve('closed'))
  })
}

test('rights that change take effect on open sockets', async (context) => {
  const here = await place(context)
  const people = await Promise.all((['member', 'member', 'member'] as const).map((role: MemberRole, index) => here.person(role, `P${index}`)))
  const [ann, ben, cleo] = people as [(typeof people)[0], (typeof people)[0], (typeof people)[0]]
  const postMortem = await newPostMortem(here.house.db, TEXT)
  const { incident_id: incident } = await here.house.db.sql
    .selectFrom('post_mortem')
    .select('incident_id')
    .where('id', '=', postMortem)
    .executeTakeFirstOrThrow()
  const [a, b, c] = [ann, ben, cleo].map(({ token }) => here.enter({ postMortem, token })) as [Typist, Typist, Typist]
  await Promise.all([a.synced(), b.synced(), c.synced()])

  await context.test('a member who was made a viewer is sent off and comes back as a reader', async () => {
    await here.house.db.tx(async (tx) => {
      await tx.updateTable('member').set({ role: 'viewer' }).where('id', '=', ben.id).execute()
      await announce(tx, { kind: 'member.changed', member: ben.id })
    })
    await until(() => b.closed.includes(4403))
    await until(() => b.provider.authorizedScope === 'readonly' && b.provider.isSynced)
    assert.deepEqual([a.closed, c.closed], [[], []])
  })
  await context.test('a key that was revoked is sent off and not let in again', async () => {
    await here.house.db.tx(async (tx) => {
      await tx.updateTable('api_key').set({ revoked_at: new Date().toISOString() }).where('member_id', '=', cleo.id).execute()
      await announce(tx, { kind: 'member.changed', member: cleo.id })
    })
    await until(() => c.closed.includes(4401) && c.refused.includes('signed-out'))
    a.type('One.', ' After Cleo.')
    await a.saved()
    await until(() => b.markdown().includes('After Cleo.'))
    assert.doesNotMatch(c.markdown(), /After Cleo/)
  })
  await context.test('an incident that becomes private is gone for who is not named', async () => {
    await here.house.db.tx(async (tx) => {
      await tx.insertInto('incident_access').values({ incident_id: incident, member_id: ann.id }).execute()
      await tx.updateTable('incident').set({ private: true }).where('id', '=', incident).execute()
      await announce(tx, { kind: 'access.changed', incident })
    })
    await until(() => b.closed.includes(4404) && b.refused.includes('absent'))
    assert.equal(a.provider.isSynced, true)
  })
  await context.test('what was published can be read and not written', async () => {
    await here.house.db.tx(async (tx) => {
      await tx.updateTable('post_mortem').set({ status: 'published' }).where('id', '=', postMortem).execute()
      await announce(tx, { kind: 'post-mortem.published', incident, postMortem })
    })
    await until(() => a.provider.authorizedScope === 'readonly' && a.provider.isSynced)
  })
})

test('what is broken, too large or not one’s own stays out, and harms nobody', async (context) => {
  const here = await place(context)
  const [ann, ben] = [await here.person('member', 'Ann'), await here.person('member', 'Ben')]
  const postMortem = await newPostMortem(here.house.db, TEXT)
  const a = here.enter({ postMortem, token: ann.token })
  await a.synced()
  a.type('One.', ' Mine.')
  await a.saved()
  const printed: unknown[] = []
  const stderr = context.mock.method(process.stderr, 'write', (line: unknown) => printed.push(line) > 0)
  context.after(() => stderr.mock.restore())
  const send = async (frame: (postMortem: string) => Uint8Array, ignored = false): Promise<Typist> => {
    const one = here.enter({ postMortem, token: ben.token })
    await one.synced()
    const kept = await logged(here, postMortem)
    one.socket.webSocket?.send(frame(postMortem))
    await until(() => one.closed.length > 0 || !one.provider.isSynced || one.refused.length > 0 || ignored)
    // What was logged before may have become a part of the state meanwhile.
    assert.ok((await logged(here, postMortem)) <= kept)
    one.leave()
    return one
  }
  const named = (name: string, ...rest: number[]): number[] => [name.length, ...Buffer.from(name), ...rest]
  const update = (bytes: Uint8Array): ((id: string) => Uint8Array) => {
    const size: number[] = []
    for (let left = bytes.length; ; left = Math.floor(left / 128)) {
      size.push((left % 128) | (left >= 128 ? 128 : 0))
      if (left < 128) break
    }
    return (id) => Buffer.concat([Buffer.from(named(id, 0, 2)), Buffer.from(size), bytes])
  }
  for (const [what, frame] of [
    ['noise', () => Uint8Array.from({ length: 300 }, (_, index) => (index * 97) % 256)],
    ['an update that is none', update(Uint8Array.from({ length: 200 }, (_, index) => 255 - index))],
    ['a kind of message that there is not', (id: string) => Uint8Array.from(named(id, 0, 99, 1, 0))],
    ['a frame over the limit', () => new Uint8Array(5 * 1024 ** 2)],
    ['an update over the limit', update(updateWith('x'.repeat(3 * 1024 ** 2)))],
  ] as const) {
    await context.test(what, async () => {
      const { closed } = await send(frame, what === 'noise')
      if (what === 'a frame over the limit') assert.deepEqual(closed.slice(0, 1), [1009])
      assert.equal(a.provider.isSynced, true)
    })
  }
  await context.test('letters under somebody else’s client id', async () => {
    const forged = new Y.Doc()
    Y.applyUpdate(forged, Y.encodeStateAsUpdate(a.text))
    forged.clientID = a.text.clientID
    const before = Y.encodeStateVector(forged)
    forged.getXmlFragment(FRAGMENT).insert(0, [new Y.XmlElement('paragraph')])
    await send(update(Y.encodeStateAsUpdate(forged, before)))
    a.type('One.', ' Still mine.')
    await a.saved()
    assert.match(printMarkdown((await here.house.rooms.settle(postMortem))!.tree), /One\. Mine\. Still mine\./)
  })
  await context.test('more frames than anybody types', async () => {
    const one = here.enter({ postMortem, token: ben.token })
    await one.synced()
    for (let count = 0; count < 3000 && one.socket.webSocket?.readyState === 1; count++) one.socket.webSocket.send(Uint8Array.from(named(postMortem, 3)))
    await until(() => one.closed.includes(4429))
    one.leave()
    assert.equal(a.provider.isSynced, true)
  })
  await context.test('and is told in the log, without what was sent, and nowhere else', () => {
    assert.deepEqual(printed, [])
    const lines = here.logged.map((line) => JSON.parse(line)).filter(({ message }) => String(message).startsWith('a live connection was'))
    assert.ok(
      lines.some(({ reason, code }) => reason === 'text-too-large' || code !== undefined),
      JSON.stringify(lines),
    )
    assert.ok(lines.length >= 3, JSON.stringify(lines))
    assert.doesNotMatch(JSON.stringify(lines), /xxxx|bf_key/)
  })
})

function updateWith(words: string): Uint8Array {
  const text = new Y.Doc()
  editTree(text, parseMarkdown('x').tree)
  const paragraph = text.getXmlFragment(FRAGMENT).get(0) as Y.XmlElement
  ;(paragraph.get(0) as Y.XmlText).insert(0, words)
  return Y.encodeStateAsUpdate(text)
}

test('a text that cannot be written down is kept in the log, and written down later, though everybody has left', async (context) => {
  const here = await place(context)
  const ann = await here.person('member', 'Ann')
  const postMortem = await newPostMortem(here.house.db, TEXT)
  const owner = new pg.Client(here.house.db.owner)
  owner.on('error', () => undefined)
  await owner.connect()
  context.after(() => owner.end())
  const a = here.enter({ postMortem, token: ann.token })
  await a.synced()
  // Of one column it stays: whoever locks a row needs that, and typing locks against a publication.
  await owner.query('revoke update on post_mortem from blamefree_app; grant update (deleted_at) on post_mortem to blamefree_app')
  a.type('One.', ' Typed while the store failed.')
  await a.saved()
  a.leave()
  await until(() => here.logged.some((line) => line.includes('could not be written down')))
  await until(() => here.house.rooms.figures().texts === 0)
  assert.equal(await logged(here, postMortem), 1)
  await owner.query('grant update on post_mortem to blamefree_app')
  const b = here.enter({ postMortem, token: ann.token })
  await b.synced()
  assert.match(b.markdown(), /Typed while the store failed/)
  await here.house.rooms.settle(postMortem)
  assert.match((await rowOf(here, postMortem)).markdown, /Typed while the store failed/)
})
