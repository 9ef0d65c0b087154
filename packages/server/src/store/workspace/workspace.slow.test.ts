import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, test, type TestContext } from 'node:test'
import pg from 'pg'
import { testDatabase, testFolder } from '../../testing/databases.ts'
import { EMBEDDED, ENGINES, type Engine } from '../../testing/engines.ts'
import { testServer } from '../../testing/server.ts'
import { newId } from '../identity.ts'
import { fillTables } from '../testing/fill-tables.ts'
import { exportWorkspace } from './export-workspace.ts'
import { importWorkspace } from './import-workspace.ts'
import { ALL_PARTS, LEFT_OUT, RAW_TABLES } from './parts.ts'

const DOCUMENT = {
  schemaVersion: 1,
  title: 'Why checkout was down',
  template: null,
  zone: 'UTC',
  language: 'en',
  tree: {
    type: 'root',
    children: [{ type: 'paragraph', children: [{ type: 'image', url: 'images/0198c0de-0000-7000-8000-000000000001', alt: 'A graph', title: null }] }],
  },
}

/** Titles that a file system, a shell or a reader would stumble over, some of which are the same to some of them. */
const TITLES = [
  'Checkout/payments: down\\up',
  'CHECKOUT payments down up',
  'checkout payments  down up',
  'Café is out',
  'Cafe\u0301 is out',
  '🔥🔥 Everything 👩‍🚒',
  'تعطل الدفع \u202egnp.exe',
  '../../etc/passwd',
  '   ',
  '.',
  'con',
  'NUL.txt',
  'a'.repeat(5000),
  '👩‍👩‍👧‍👦'.repeat(200),
  'tab\tline\nfeed\r\n*?<>|"',
  '`$(rm -rf ~)`',
  '| pipes | and # hashes <script>alert(1)</script>',
  '\u2028\u2029\u200b\ufeff',
]

/** Every table with a row, such as a careless copy would spoil, and incidents with every kind of title. */
async function filled(context: TestContext, engine: Engine): Promise<pg.ClientConfig> {
  const owner = { connectionString: await engine.migrated(context) }
  await onClient(owner, async (client) => {
    await fillTables(client)
    const bytes = Buffer.from('a record\r\nas it came')
    const hash = createHash('sha256').update(bytes).digest()
    for (const [sql, values] of [
      ['update incident set deleted_at = null', []],
      ['update post_mortem set deleted_at = null, document = $1', [JSON.stringify(DOCUMENT)]],
      ['update post_mortem_version set document = $1', [JSON.stringify(DOCUMENT)]],
      [`insert into raw (hash, size, compression) values ($1, $2, 'none')`, [hash, bytes.length]],
      ['insert into raw_chunk (hash, seq, bytes) values ($1, 0, $2)', [hash, bytes]],
      ['update incident_raw set hash = $1', [hash]],
      // A JSON null is not the absence of a value.
      [
        `insert into correction (incident_id, id, path, value, before, made_by) select id, gen_random_uuid(), 'lead', 'null'::jsonb, null, 'x' from incident`,
        [],
      ],
      [
        `insert into correction (incident_id, id, path, value, before, made_by) select id, gen_random_uuid(), 'lead', null, 'null'::jsonb, 'x' from incident`,
        [],
      ],
    ] as const)
      await client.query(sql, [...values])
    for (const [index, title] of TITLES.entries()) {
      const id = newId()
      await client.query(
        `insert into incident (id, slug, title, happened_at, private, facts) values ($1, $2, $3, '2026-03-04T09:00:00.000001Z', $4, '{"summary": {"value": "Down | out", "origin": {"source": "slack"}}}')`,
        [id, `slug-${index}`, title, index % 3 === 0],
      )
      await client.query(`insert into post_mortem (id, incident_id, title, status, document, plain) values ($1, $2, $3, 'draft', $4, '')`, [
        newId(),
        id,
        title,
        JSON.stringify(DOCUMENT),
      ])
      await client.query(
        `insert into event (incident_id, id, at, position, kind, text, level, value) select $1, 'made:' || n, '2026-03-04T09:00:00Z'::timestamptz + n * interval '1 second', n, 'message', $2, 'key', '{}' from generate_series(1, 30) n`,
        [id, `${title}\u2028 and more`],
      )
    }
  })
  return owner
}

for (const from of ENGINES)
  for (const to of ENGINES)
    test(
      `what is exported from ${from.name} and imported into ${to.name} is exported as the same bytes`,
      { skip: from.missing ?? to.missing ?? false },
      async (context) => {
        const owner = await filled(context, from)
        const [first, second] = [join(testFolder(context), 'a'), join(testFolder(context), 'b')]
        const report = await exportWorkspace(owner, first)
        assert.deepEqual(
          { ...report, templates: 0 },
          { incidents: TITLES.length + 1, privateIncidents: 7, postMortems: TITLES.length + 1, templates: 0, members: 1 },
        )
        const target = { connectionString: await to.empty(context) }
        const imported = await importWorkspace(target, first)
        assert.deepEqual(imported, { incidents: report.incidents, postMortems: report.postMortems, members: 1 })
        await exportWorkspace(target, second)
        const [a, b] = [filesOf(first), filesOf(second)]
        // What must differ: the audit log has the import in it.
        const audit = String(b.get('audit.jsonl')).trim().split('\n')
        assert.equal((JSON.parse(audit.pop() ?? '') as { action: string }).action, 'workspace.import')
        b.set('audit.jsonl', `${audit.join('\n')}\n`)
        assert.deepEqual([...b.keys()], [...a.keys()])
        for (const [name, content] of a) assert.equal(b.get(name), content, name)
        const tables = ALL_PARTS.map(({ table }) => table).filter((table) => table !== 'audit')
        for (const table of tables) assert.deepEqual(await rowsOf(target, table), await rowsOf(owner, table), table)
      },
    )

test('a table is exported, or left out with a reason', async (context) => {
  const { pool } = await testDatabase(context, EMBEDDED)
  const { rows } = await pool.query<{ name: string }>(`select tablename as name from pg_tables where schemaname = 'public' order by 1`)
  assert.deepEqual(
    rows.map(({ name }) => name),
    [...ALL_PARTS.map(({ table }) => table), ...RAW_TABLES, ...Object.keys(LEFT_OUT)].toSorted(),
  )
})

describe('an export', () => {
  test('can be read by people, and by any file system', async (context) => {
    const folder = join(testFolder(context), 'a')
    await exportWorkspace(await filled(context, EMBEDDED), folder)
    const names = [...filesOf(folder).keys()]
    for (const name of names)
      for (const part of name.split('/')) assert.ok(Buffer.byteLength(part) <= 255 && !/[\\:*?"<>|\p{Cc}\u202e]|[ .]$/u.test(part), JSON.stringify(part))
    assert.equal(new Set(names.map((name) => name.normalize('NFKC').toLowerCase())).size, names.length)
    assert.ok(names.includes('incidents/2026/2026-03/2026-03-04 Checkout payments down up/incident.md'))
    assert.ok(names.includes('incidents/2026/2026-03/2026-03-04 CHECKOUT payments down up (2)/incident.md'))
    assert.match(readFileSync(join(folder, 'README.md'), 'utf8'), /Private incidents are in it/)
    const markdown = readFileSync(join(folder, 'incidents/2026/2026-03/2026-03-04 Checkout payments down up/incident.md'), 'utf8')
    assert.match(markdown, /\*\*Private:\*\*/)
    assert.match(markdown, /## Summary\n\nDown \| out/)
    assert.match(markdown, /- \*\*2026-03-04 09:00:01\*\* Checkout\/payments/)
  })

  test('changes only when something did', async (context) => {
    const owner = await filled(context, EMBEDDED)
    const [first, second] = [join(testFolder(context), 'a'), join(testFolder(context), 'b')]
    await exportWorkspace(owner, first)
    await onClient(
      owner,
      async (client) => await client.query(`update page set looked_at = now(), updated_at = now(); update connection set checked_at = now()`),
    )
    await exportWorkspace(owner, second)
    assert.deepEqual(filesOf(second), filesOf(first))
  })

  test('without private incidents has no word of them, and can be brought back', async (context) => {
    const owner = await filled(context, EMBEDDED)
    await onClient(owner, async (client) => {
      await client.query(`update incident set private = false where slug not like 'slug-%'`)
      await client.query(
        `insert into audit (actor_name, via, action, incident_id, after) select 'Bo', 'web', 'incident.make', id, to_jsonb(title) from incident`,
      )
    })
    const folder = join(testFolder(context), 'a')
    const { incidents, privateIncidents } = await exportWorkspace(owner, folder, { withoutPrivate: true })
    assert.deepEqual([incidents, privateIncidents], [TITLES.length - 5, 0])
    const hidden = TITLES.flatMap((title, index) => (index % 3 === 0 ? [`slug-${index}"`, ...(title.length > 10 ? [title] : [])] : []))
    for (const [name, content] of filesOf(folder))
      for (const words of hidden) assert.ok(!Buffer.from(content, 'latin1').toString('utf8').includes(words), `${name}: ${words}`)
    assert.ok(!filesOf(folder).has('saved-views.json'))
    assert.match(readFileSync(join(folder, 'README.md'), 'utf8'), /Private incidents are not in it/)
    const target = { connectionString: await EMBEDDED.empty(context) }
    assert.equal((await importWorkspace(target, folder)).incidents, incidents)
  })

  test('holds no secret and nothing that opens anything', async (context) => {
    const owner = await filled(context, EMBEDDED)
    await onClient(owner, async (client) => {
      await client.query(
        `update auth_account set password = 'argon-hash-of-a-password'; update auth_session set token = 'token-of-a-session'; update webhook set url = 'https://hooks.example/with-a-token'`,
      )
    })
    const folder = join(testFolder(context), 'a')
    await exportWorkspace(owner, folder)
    for (const [name, content] of filesOf(folder)) assert.ok(!/argon-hash|token-of-a-session|with-a-token|token_hash|sealed/.test(content), name)
  })

  test('of a workspace that a server runs comes back with its record, its document and its people, who get their way in by invitation', async (context) => {
    const server = await testServer(context)
    const { house } = server
    const ana = await server.person('administrator', 'Ana')
    await house.db.pool.query(`update member set email = 'ana@example.com' where id = $1`, [ana.id])
    const made = await ana.ask('POST', '/v1/incidents', { title: 'Payments / down', text: '09:00 Bo: Payments are down\n09:05 Bo: Rolled back' })
    const { id } = made.body.incident as { id: string }
    await ana.ask('POST', `/v1/incidents/${id}/post-mortems`, {})
    const folder = join(testFolder(context), 'a')
    await exportWorkspace(house.db.owner, folder)
    const target = await EMBEDDED.empty(context)
    await importWorkspace({ connectionString: target }, folder)
    const other = await testServer(context, { databaseUrl: target })
    const [bo, invited] = [await other.person('administrator', 'Bo'), { email: 'ana@example.com', role: 'administrator' }]
    const { link } = (await bo.ask('POST', '/v1/invitations', invited)).body as { link: string }
    const body = { token: link.split('#')[1], name: 'Ana', password: 'correct horse battery staple' }
    const joined = await other.app.inject({ method: 'POST', url: '/v1/invitations/accept', payload: body })
    assert.equal(joined.json().id, ana.id, joined.body)
    const records = (await bo.ask('GET', `/v1/incidents/${id}/records`)).body.items as { id: string }[]
    assert.match((await bo.ask('GET', `/v1/incidents/${id}/records/${records[0]!.id}/raw`)).text, /Payments are down/)
    assert.equal((await bo.ask('POST', `/v1/incidents/${id}/reread`)).status, 200)
    const again = await bo.ask('POST', '/v1/incidents', { text: '09:00 Bo: Payments are down\n09:05 Bo: Rolled back' })
    assert.equal(again.body.incident.id, id, 'the same record is the same incident')
  })
})

describe('an import refuses', () => {
  const refused: readonly (readonly [string, (folder: string, place: string) => void, RegExp])[] = [
    ['a folder that is no export', (folder) => rmSync(join(folder, 'workspace.json')), /it is no export of Blamefree/],
    ['a newer one', (folder) => edit(join(folder, 'workspace.json'), '"form": 1', '"form": 2'), /does not know all of it/],
    ['a record that was changed', (_, place) => writeFileSync(join(place, 'records', record(place)), 'else'), /is not the record that was exported/],
    ['a record that is missing', (_, place) => rmSync(join(place, 'records', record(place))), /there is no such file beside it/],
    ['a file of elsewhere', (_, place) => edit(join(place, 'records.jsonl'), record(place), '../incident.json'), /there is no such file beside it/],
    ['a file that is not JSON', (_, place) => edit(join(place, 'incident.json'), '{', '{{'), /incident\.json does not hold what was exported/],
    [
      'a value that is none',
      (_, place) => edit(join(place, 'incident.json'), '"revision": 7', '"revision": "seven"'),
      /incident\.json does not hold what was exported/,
    ],
  ]
  for (const [what, spoil, sentence] of refused)
    test(`${what}, and changes nothing`, async (context) => {
      const folder = join(testFolder(context), 'a')
      await exportWorkspace(await filled(context, EMBEDDED), folder)
      const place = join(
        folder,
        'incidents/2026/2026-03',
        readdirSync(join(folder, 'incidents/2026/2026-03')).find((name) => name.startsWith('2026-03-29')) ?? '',
      )
      spoil(folder, place)
      const target = { connectionString: await EMBEDDED.migrated(context) }
      await assert.rejects(importWorkspace(target, folder), sentence)
      assert.deepEqual(await rowsOf(target, 'incident'), [])
      assert.deepEqual(await rowsOf(target, 'member'), [])
    })

  test('a workspace that is in use', async (context) => {
    const folder = join(testFolder(context), 'a')
    const owner = await filled(context, EMBEDDED)
    await exportWorkspace(owner, folder)
    cpSync(folder, `${folder}-copy`, { recursive: true })
    await assert.rejects(importWorkspace(owner, `${folder}-copy`), /there are members in this workspace already/)
  })
})

const record = (place: string): string => readdirSync(join(place, 'records'))[0] ?? ''
const edit = (path: string, before: string, after: string): void =>
  writeFileSync(
    path,
    readFileSync(path, 'utf8').replace(before, () => after),
  )

function filesOf(folder: string): Map<string, string> {
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .toSorted()
  return new Map(paths.map((path) => [path.slice(folder.length + 1), readFileSync(path, 'latin1')]))
}

async function onClient<T>(owner: pg.ClientConfig, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(owner)
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

const rowsOf = async (owner: pg.ClientConfig, table: string): Promise<string[]> =>
  await onClient(owner, async (client) => {
    await client.query(`set timezone = 'UTC'`)
    const { rows } = await client.query<{ row: string }>(`select (to_jsonb(t) - $1::text[])::text as row from "${table}" t order by 1`, [
      ['search', ...(ALL_PARTS.find((part) => part.table === table)?.passing ?? [])],
    ])
    return rows.map(({ row }) => row)
  })
