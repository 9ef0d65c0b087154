import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { alertBody, form } from '../testing/records.ts'
import { testServer, type TestPerson, type TestServer } from '../testing/server.ts'

describe('changing an incident', () => {
  let server: TestServer
  let ada: TestPerson
  let ben: TestPerson
  let viewer: TestPerson
  const ends: (() => unknown)[] = []

  before(async () => {
    server = await testServer({ after: (end) => void ends.push(end as () => unknown) })
    ada = await server.person('member', 'Ada')
    ben = await server.person('member', 'Ben')
    viewer = await server.person('viewer', 'Vi')
  })

  after(async () => {
    for (const end of ends) await end()
  })

  const create = async (name: string): Promise<string> => {
    const { body, headers } = form({ files: [['alert.json', alertBody(name)]] })
    const made = await ada.ask('POST', '/v1/incidents', body, headers)
    assert.equal(made.status, 201, made.text)
    return made.body.incident.id as string
  }

  test('a person’s word beats the record, is recorded, survives rereading, and can be undone', async () => {
    const id = await create('Corrected')
    const url = `/v1/incidents/${id}`
    assert.equal((await ada.ask('PATCH', url, { set: { severity: 'minor' } })).status, 428)
    const changed = await ada.ask(
      'PATCH',
      url,
      { set: { severity: 'sev3', title: 'Carts were empty', 'roles.lead': [ada.id], 'timestamps.fixed': null } },
      { 'if-match': '"1"' },
    )
    assert.equal(changed.status, 200, changed.text)
    assert.deepEqual(
      [changed.body.facts.severity.value, changed.body.facts.title.value, changed.body.facts.severity.origin.source],
      ['Minor', 'Carts were empty', 'person'],
    )
    const lead = changed.body.facts.people.find((person: { id: string }) => person.id === changed.body.facts.roles.lead[0].value)
    assert.equal(lead.name, 'Ada')
    assert.deepEqual(changed.body.corrections.find(({ path }: { path: string }) => path === 'severity').before, 'Critical')
    assert.equal((await ada.ask('PATCH', url, { set: { severity: 'Major' } }, { 'if-match': '"1"' })).status, 412)
    assert.equal((await ada.ask('POST', `${url}/reread`)).body.facts.severity.value, 'Minor')
    const undone = await ada.ask('PATCH', url, { undo: ['severity'] }, { 'if-match': '*' })
    assert.equal(undone.body.facts.severity.value, 'Critical')
    const zoned = await ada.ask('PATCH', url, { set: { zone: 'Asia/Kolkata' } }, { 'if-match': '*' })
    assert.deepEqual([zoned.body.facts.zone.value, zoned.body.facts.zone.origin.source], ['Asia/Kolkata', 'person'])
    assert.notEqual((await ada.ask('PATCH', url, { undo: ['zone'] }, { 'if-match': '*' })).body.facts.zone.origin.source, 'person')
    for (const [path, value] of [
      ['zone', 'Middle/Earth'],
      ['zone', null],
      ['severity', 'nope'],
      ['timestamps.fixed', 'today'],
      ['roles.nobody', ['x']],
      ['id', 'x'],
      ['links', [{ title: 'x', url: 'javascript:1' }]],
    ] as const)
      assert.equal((await ada.ask('PATCH', url, { set: { [path]: value } }, { 'if-match': '*' })).status, 422, path)
    assert.equal((await viewer.ask('PATCH', url, { set: { title: 'x' } }, { 'if-match': '*' })).status, 403)
    const audit = await server.house.db.pool.query(`select action from audit where incident_id = $1 order by id`, [id])
    assert.deepEqual(
      audit.rows.map(({ action }) => action),
      ['incident.create', 'incident.correct', 'incident.reread', 'incident.correct', 'incident.correct', 'incident.correct'],
    )
  })

  test('whoever makes an incident private is named, and to the others it is gone from everywhere', async () => {
    const id = await create('Hidden')
    const url = `/v1/incidents/${id}`
    const access = await ada.ask('PUT', `${url}/access`, { private: true })
    assert.deepEqual(access.body, { private: true, members: [{ id: ada.id, name: 'Ada' }] })
    const gone = ['', '/timeline', '/access', '/records', '/follow-ups']
    for (const path of gone) assert.equal((await ben.ask('GET', `${url}${path}`)).status, 404, path)
    assert.equal((await ada.ask('PUT', `${url}/access`, { private: true, members: ['no such'] })).status, 422)
    assert.equal((await ada.ask('PUT', `${url}/access`, { private: true, members: [ben.id] })).status, 200)
    for (const path of gone) assert.equal((await ben.ask('GET', `${url}${path}`)).status, 200, path)
    // The same alert from somebody to whom it does not exist makes another incident, and says nothing of this one.
    const root = await server.person('administrator', 'Root')
    const again = form({ files: [['alert.json', alertBody('Hidden', 'resolved')]] })
    const other = await root.ask('POST', '/v1/incidents', again.body, again.headers)
    assert.equal(other.status, 201)
    assert.notEqual(other.body.incident.id, id)
  })

  test('the timeline is filtered, written in, edited with the original kept, and marked', async () => {
    const id = await create('Timeline')
    const url = `/v1/incidents/${id}/timeline`
    const note = await ada.ask('POST', url, { at: '2026-03-04T10:05:00+01:00', text: 'Rolled *back* <script>x</script>', actor: 'Ada' })
    assert.equal(note.status, 201, note.text)
    assert.equal(note.body.at, '2026-03-04T09:05:00.000Z')
    assert.deepEqual([note.body.level, note.body.rule, note.body.actorName, note.body.text.includes('<script>')], ['key', 'person', 'Ada', false])
    const all = await ada.ask('GET', url)
    assert.deepEqual(
      all.body.items.map(({ what }: { what: { kind: string } }) => what.kind),
      ['alert', 'note'],
    )
    const [alert] = all.body.items
    const edited = await ben.ask('PATCH', `${url}/${encodeURIComponent(alert.id)}`, { text: 'The alert came', at: '2026-03-04T08:59:00Z', level: 'detail' })
    assert.equal(edited.status, 200, edited.text)
    assert.deepEqual(
      [edited.body.text, edited.body.at, edited.body.original, edited.body.editedBy, edited.body.level],
      ['The alert came', '2026-03-04T08:59:00.000Z', { text: alert.text, at: alert.at }, 'Ben', 'detail'],
    )
    assert.equal((await ada.ask('POST', `/v1/incidents/${id}/reread`)).status, 200)
    assert.equal((await ada.ask('GET', `${url}?source=alertmanager`)).body.items[0].text, 'The alert came')
    const undone = await ben.ask('PATCH', `${url}/${encodeURIComponent(alert.id)}`, { undo: true, level: null })
    assert.deepEqual([undone.body.text, undone.body.original, undone.body.level], [alert.text, null, 'key'])
    for (const [query, count] of [
      ['person=ada', 1],
      ['kind=alert', 1],
      ['text=rolled', 1],
      ['level=detail', 0],
      ['from=2026-03-04T09:01:00Z', 1],
      ['limit=1', 1],
    ] as const)
      assert.equal((await ada.ask('GET', `${url}?${query}`)).body.items.length, count, query)
    const page = await ada.ask('GET', `${url}?limit=1`)
    assert.equal((await ada.ask('GET', `${url}?limit=1&after=${page.body.next}`)).body.items[0].id, note.body.id)
    assert.equal((await ben.ask('DELETE', `${url}/${encodeURIComponent(note.body.id)}`)).status, 403)
    assert.equal((await ada.ask('DELETE', `${url}/${encodeURIComponent(alert.id)}`)).status, 409)
    assert.equal((await ada.ask('DELETE', `${url}/${encodeURIComponent(note.body.id)}`)).status, 204)

    const lines = { text: '09:02 Ada: looked at the graphs\n09:04 Cyd: rolled back\n09:06 the queue was empty', date: '2026-03-04', zone: 'UTC' }
    const preview = await ada.ask('POST', `${url}/lines`, { ...lines, preview: true })
    assert.equal(preview.status, 200, preview.text)
    assert.deepEqual([preview.body.lines.length, preview.body.added.length], [3, 0])
    const added = await ada.ask('POST', `${url}/lines`, lines)
    assert.equal(added.body.added.length, 3, added.text)
    assert.deepEqual((await ada.ask('GET', `${url}?kind=note&fields=actorName,at`)).body.items, [
      { at: '2026-03-04T09:02:00.000Z', actorName: 'Ada' },
      { at: '2026-03-04T09:04:00.000Z', actorName: 'Cyd' },
      { at: '2026-03-04T09:06:00.000Z', actorName: null },
    ])
    assert.equal((await ada.ask('POST', `${url}/marks`, { events: added.body.added, level: 'detail' })).body.marked, 3)
  })

  test('follow-ups are made, changed from a known revision, end honestly, and are listed across incidents', async () => {
    const id = await create('FollowUps')
    const url = `/v1/incidents/${id}/follow-ups`
    const made = await ada.ask('POST', url, { text: 'Alert earlier', owner: ben.id, due: '2026-01-05', priority: 'high' })
    assert.equal(made.status, 201, made.text)
    assert.deepEqual([made.body.owner, made.body.overdue, made.body.outcome], [{ id: ben.id, name: 'Ben' }, true, 'open'])
    const one = `${url}/${made.body.id}`
    assert.equal((await ada.ask('PATCH', one, { outcome: 'wont-do' }, { 'if-match': '"1"' })).body.code, 'needs-reason')
    const ended = await ada.ask('PATCH', one, { outcome: 'wont-do', reason: 'The service goes away.' }, { 'if-match': '"1"' })
    assert.deepEqual([ended.status, ended.headers['etag'], ended.body.overdue], [200, '"2"', false])
    assert.equal((await ada.ask('PATCH', one, { priority: 'low' }, { 'if-match': '"1"' })).status, 412)
    assert.equal((await ada.ask('POST', url, { text: 'Somebody has to write this down' })).status, 201)
    assert.equal((await ben.ask('GET', '/v1/follow-ups?owner=me')).body.items.length, 1)
    assert.deepEqual((await ben.ask('GET', '/v1/follow-ups?outcome=open&unowned=yes&fields=text')).body.items, [{ text: 'Somebody has to write this down' }])
    const first = await ben.ask('GET', '/v1/follow-ups?limit=1')
    const second = await ben.ask('GET', `/v1/follow-ups?limit=1&after=${first.body.next}`)
    assert.notEqual(first.body.items[0].id, second.body.items[0].id)
    assert.equal((await ada.ask('DELETE', one)).status, 204)
    assert.equal((await ada.ask('GET', url)).body.items.length, 1)
  })

  test('a record is there byte for byte, is read again with other options, and can be taken out', async () => {
    const pasted = '[09:00] Ada: Checkout is down\n[09:10] Ben: rolled back, errors are gone'
    const made = await ada.ask('POST', '/v1/incidents', { text: pasted, title: 'From a chat' })
    assert.equal(made.status, 201, made.text)
    const url = `/v1/incidents/${made.body.incident.id}`
    const [record] = (await ada.ask('GET', `${url}/records`)).body.items
    const raw = await ada.ask('GET', `${url}/records/${record.id}/raw`)
    assert.deepEqual([raw.status, raw.text], [200, pasted])
    assert.match(String(raw.headers['content-disposition']), /^attachment/)
    const again = await ada.ask('PATCH', `${url}/records/${record.id}`, { date: '2026-03-04', zone: 'Europe/London' })
    assert.equal(again.status, 200, again.text)
    assert.equal((await ada.ask('GET', `${url}/timeline?kind=message`)).body.items[0].at, '2026-03-04T09:00:00.000Z')
    assert.equal((await ada.ask('DELETE', `${url}/records/${record.id}`)).status, 204)
    assert.deepEqual([(await ada.ask('GET', url)).body.events, (await ada.ask('GET', url)).body.facts.title.value], [0, 'From a chat'])
    assert.equal((await ada.ask('DELETE', url)).status, 403)
    assert.equal((await (await server.person('administrator')).ask('DELETE', url)).status, 204)
    assert.equal((await ada.ask('GET', url)).status, 404)
  })
})
