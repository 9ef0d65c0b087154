import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { PhrasingContent, Root, RootContent } from 'mdast'
import type { Document } from './document.ts'
import { stated } from './fact.ts'
import { NO_FACTS, type Incident } from './incident.ts'
import type { Instant } from './instant.ts'
import { parseMarkdown } from './markdown.ts'
import { plainText } from './plain-text.ts'
import { redact, redactIncident, type Audience } from './redact.ts'
import { findSecrets } from './redact/secrets.ts'
import { anyTree } from './testing/any-tree.ts'

/** Made up, and put together here so that no scanner takes this file for a leak. */
const SECRETS: readonly string[] = [
  ['AKIA', 'QQ7XEXAMPLEKEY2B'],
  ['ghp_', 'a1B2c3D4e5F6g7H8i9J0k1L2m3N4o5P6q7R8'],
  ['github_pat_', '11ABCDEFG0a1b2c3d4e5f6_g7h8i9j0k1l2m3n4o5p6'],
  ['glpat-', 'x9Yz8Wv7Ut6Sr5Qp4On3'],
  ['xoxb-', '123456789012-1234567890123-abcDEFghiJKL'],
  ['xoxe.xoxp-', '1-Mi0yLTEyMzQ1Njc4OTAt'],
  ['sk_live_', '4eC39HqLyjWDarjtT1zdp7dc'],
  ['AIza', 'SyA1b2C3d4E5f6G7h8I9j0K1l2M3n4O5p6Q'],
  ['eyJhbGciOiJIUzI1NiJ9', '.eyJzdWIiOiIxMjM0NTY3ODkwIn0', '.dozjgNryP4J3jVmNHl0w5N_XgL0n3I9PlFUP0THsR8U'],
  ['npm_', 'a1B2c3D4e5F6g7H8i9J0k1L2m3N4o5P6q7R8'],
  ['sk-ant-', 'api03-a1B2c3D4e5F6g7H8i9J0'],
].map((parts) => parts.join(''))

const PRIVATE = 'PRIVATE'
const PAT = 'pat'

const documentOf = (tree: Root | string, title = 'A title'): Document => ({
  schemaVersion: 1,
  title,
  template: 'default@1',
  zone: 'UTC',
  language: 'en',
  tree: typeof tree === 'string' ? parseMarkdown(tree).tree : tree,
})
const words = (markdown: string, audience: Audience, incident: Incident | null = null): string =>
  plainText(redact(documentOf(markdown), audience, incident).document.tree)

const AUDIENCES: readonly Audience[] = ['internal', 'company', 'customer']

const NAMED: readonly (readonly [string, string])[] = [
  ['password=hunter2 was in the log', 'password=[secret] was in the log'],
  ['DB_PASSWORD: "correct horse battery"', 'DB_PASSWORD: [secret]'],
  ['"api_key": "a1b2c3d4e5f6"', '"api_key": [secret]'],
  ['psql postgres://app:s3cr@t@db.example.com/main', 'psql postgres://[secret]@db.example.com/main'],
  ['curl -H "Authorization: Bearer abcdef123456"', 'curl -H "Authorization: Bearer [secret]"'],
  ['mysql --password=topsecret -u root', 'mysql --password=[secret] -u root'],
  ['https://files.example.com/x?token=abc123def456&y=1', 'https://files.example.com/x?token=[secret]&y=1'],
  ['AWS_SECRET_ACCESS_KEY=wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY', 'AWS_SECRET_ACCESS_KEY=[secret]'],
  ['the password: swordfish', 'the password: [secret]'],
]

for (const [text, expected] of NAMED) {
  test(`takes the secret out of: ${text}`, () => {
    const tree: Root = { type: 'root', children: [{ type: 'paragraph', children: [{ type: 'text', value: text }] }] }
    assert.equal(plainText(redact(documentOf(tree), 'internal').document.tree), expected)
  })
}

const HARMLESS = [
  'commit 9e3779b913c6ef371daa66d2278dde6e31715609 and 9e3779b',
  'trace_id=4bf92f3577b34da6a3ce929d0e0e4736 span_id=00f067aa0ba902b7',
  'request 123e4567-e89b-12d3-a456-426614174000 failed',
  'sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
  'cart v2.4.1-rc.1+build.77 and 1.2.3.4.5',
  'Password: was reset for all users. The token expired. Basic authentication failed for everybody.',
  'max_tokens=4096, token_count: 12, cache key: user:profile, primary key: id',
  'At 09:02:00Z the ratio was 16:9; std::vector::push_back threw; ::timeline',
  'Bearer of bad news; the secret was rotated; authorization: failed for some',
  'Deployed to eu-west-1a, AKS cluster aks-prod-westeurope-001',
  'idempotency-key: 123e4567-e89b-12d3-a456-426614174000',
  '$PASSWORD and password=${DB_PASSWORD} and password: ********',
]

for (const text of HARMLESS) {
  test(`leaves alone: ${text.slice(0, 60)}`, () => {
    assert.deepEqual(findSecrets(text), [])
  })
}

test('no planted secret survives anywhere in the document, for anybody', () => {
  const plants: readonly ((secret: string, cut: number) => RootContent)[] = [
    (value) => ({ type: 'paragraph', children: [{ type: 'text', value: `see ${value}, please` }] }),
    (value) => ({ type: 'code', lang: 'sh', value: `curl -u ${value}\nx` }),
    (value) => ({ type: 'paragraph', children: [{ type: 'inlineCode', value }] }),
    (value) => ({ type: 'paragraph', children: [{ type: 'link', url: `https://a.example/?x=${value}`, title: value, children: [{ type: 'text', value }] }] }),
    (value) => ({
      type: 'paragraph',
      children: [{ type: 'link', url: `https://a.example/?x=${encodeURIComponent(value)}`, children: [{ type: 'text', value: 'here' }] }],
    }),
    (value) => ({ type: 'paragraph', children: [{ type: 'image', url: `https://a.example/${value}.png`, alt: value, title: value }] }),
    (value) => ({ type: 'heading', depth: 2, children: [{ type: 'text', value }] }),
    (value) => ({ type: 'table', align: [], children: [{ type: 'tableRow', children: [{ type: 'tableCell', children: [{ type: 'text', value }] }] }] }),
    (value) => ({ type: 'containerDirective', name: 'callout', attributes: { kind: 'note', id: value }, children: [] }),
    (value) => ({ type: 'paragraph', children: [{ type: 'textDirective', name: 'event', attributes: { id: value }, children: [{ type: 'text', value }] }] }),
    (value, cut) => ({
      type: 'paragraph',
      children: [
        { type: 'text', value: value.slice(0, cut) },
        { type: 'emphasis', children: [{ type: 'text', value: value.slice(cut) }] },
      ],
    }),
    (value, cut) => ({
      type: 'paragraph',
      children: [
        { type: 'inlineCode', value: value.slice(0, cut) },
        { type: 'strong', children: [{ type: 'text', value: value.slice(cut) }] },
      ] as PhrasingContent[],
    }),
  ]
  fc.assert(
    fc.property(
      anyTree,
      fc.constantFrom(...SECRETS),
      fc.constantFrom(...plants),
      fc.tuple(fc.nat(), fc.constantFrom(...AUDIENCES)),
      (tree, secret, plant, [nat, audience]) => {
        const cut = 1 + (nat % (secret.length - 1))
        const { document, taken, problems } = redact(
          documentOf({ type: 'root', children: [...tree.children, plant(secret, cut)] }, `Leak of ${secret}`),
          audience,
        )
        assert.ok(!JSON.stringify(document).includes(secret), JSON.stringify(document))
        assert.ok(!plainText(document.tree).includes(secret))
        assert.ok(taken.length > 0 && problems.length > 0)
        assert.ok(!JSON.stringify([taken, problems]).includes(secret))
        assert.deepEqual(redact(document, audience).document, document)
      },
    ),
    { numRuns: 300 },
  )
})

test('a private key goes whole, also where its end is missing', () => {
  const key = `-----BEGIN RSA ${PRIVATE} KEY-----\nMIIEpAIBAAKCAQEA7bq\nabc\n`
  assert.equal(words(`\`\`\`\n${key}-----END RSA ${PRIVATE} KEY-----\nafter\n\`\`\``, 'internal'), '[secret]\nafter')
  assert.equal(words(`\`\`\`\nbefore\n${key}\n\`\`\``, 'internal'), 'before\n[secret]')
})

test('e-mail and IP addresses stay for the team unless it asks, and go for others', () => {
  const text = 'mail ops@example.com from 10.1.2.3 or 2001:db8::1, version 1.2.3.4 and v4.3.2.1'
  assert.equal(words(text, 'internal'), text)
  const without = 'mail [e-mail] from [IP address] or [IP address], version 1.2.3.4 and v4.3.2.1'
  assert.equal(plainText(redact(documentOf(text), 'internal', null, { addresses: true }).document.tree), without)
  assert.equal(words(text, 'company'), without)
})

const origin = { source: 'slack-export', ref: '1', url: 'https://acme.slack.com/archives/C1/p1', label: 'Slack message in #inc-42' }
const person = (id: string, name: string, handle: string | null) => ({
  id,
  name,
  handle,
  email: `${id}@acme.example`,
  zone: null,
  bot: false,
  accounts: [`slack:${id}`],
})
const INCIDENT: Incident = {
  ...NO_FACTS,
  schemaVersion: 1,
  id: '2022-11-18-poison-pill',
  zone: stated('UTC', origin),
  title: stated('Chris broke the queue', origin),
  people: [
    person('U1', 'Chris Evans', 'cevans'),
    person('U2', 'Rebecca Song', 'becky.song'),
    person('U3', 'Zoë Łukasik', null),
    person('U4', '山田 太郎', null),
  ],
  roles: { lead: [stated('U1', origin)], reporter: [stated('U2', origin)] },
  links: [
    stated({ kind: 'ticket', title: 'Jira issue OPS-7', url: 'https://acme.atlassian.net/browse/OPS-7' }, origin),
    stated({ kind: 'status-page', title: 'Status page', url: 'https://health.acme.example/i/7' }, origin),
  ],
  events: [
    {
      id: 'slack-export:C1:1',
      at: '2022-11-18T15:39:00.000Z' as Instant,
      text: `@cevans rolled back with gl${PAT}-x9Yz8W**v7Ut6Sr5Qp4On3**, says Rebecca`,
      actor: 'U1',
      thread: null,
      origin,
      what: {
        kind: 'message',
        channel: 'inc-42',
        bot: false,
        pinned: false,
        broadcast: false,
        edited: false,
        reactions: [{ name: 'eyes', people: ['U2'] }],
        attachments: [],
      },
      mark: { level: 'key', rule: null },
    },
  ],
}

const CUSTOMER: readonly (readonly [string, string])[] = [
  ['Chris Evans rolled back.', 'The incident lead rolled back.'],
  ["It was Chris's fix, and EVANS confirmed it to chris evans.", "It was the incident lead's fix, and the incident lead confirmed it to the incident lead."],
  [
    'We asked @cevans, @becky.song and @nobody-known in #inc-42 about #123.',
    'We asked the incident lead, the reporter and [handle] in the channel about #123.',
  ],
  ['Then cevans paged Rebecca; a song played.', 'Then the incident lead paged the reporter; a song played.'],
  ['Zoe Lukasik and ZOË restarted it.', 'Engineers restarted it.'],
  ['**Chris** _Evans_ and 山田太郎さん', 'The incident lead and an engineeran engineerさん'],
  ['Christmas traffic, an evansive song', 'Christmas traffic, an evansive song'],
  ['See [the ticket](https://acme.atlassian.net/browse/OPS-7) and https://wiki.acme.example/x.', 'See the ticket and [link].'],
]

for (const [text, expected] of CUSTOMER) {
  test(`for customers names become roles in: ${text.slice(0, 50)}`, () => {
    assert.equal(words(text, 'customer', INCIDENT), expected)
  })
}

const ROLES_ONCE: readonly (readonly [string, string])[] = [
  [
    'Active participants: :person[Ana Li]{id=1}, :person[Ben Ode]{id=2}, :person[Cy Roe]{id=3 role=owner}, :person[Di Fox]{id=4}',
    'Active participants: engineers and the owner',
  ],
  [':person[Ana Li]{id=1} and :person[Ben Ode]{id=2} looked', 'engineers looked'],
  ['**:person[Ana Li]{id=1}, :person[Ben Ode]{id=2}**, then :person[Cy Roe]{id=3}', 'engineers, then an engineer'],
  [':person[Ana Li]{id=1}, :person[Ben Ode]{id=2 role=lead} and :person[Cy Roe]{id=3 role=owner}', 'an engineer, the incident lead and the owner'],
  [':person[Cy Roe]{id=3 role="R&D: on-call (2nd)"} and :person[Di Fox]{id=4}', 'the R&D: on call (2nd) and an engineer'],
  ['We asked :person[Ana Li]{id=1}, :person[Ben Ode]{id=2}’s team', 'We asked an engineer, an engineer’s team'],
]

for (const [text, expected] of ROLES_ONCE) {
  test(`for customers a role is said once in: ${text.slice(0, 60)}`, () => {
    const once = redact(documentOf(text), 'customer').document
    assert.equal(plainText(once.tree), expected)
    assert.equal(plainText(redact(once, 'customer').document.tree), expected)
  })
}

const STRANGERS: readonly (readonly [string, string])[] = [
  ['Bob from payments says Bob’s queue is full. I spoke with Bob.', 'Somebody from payments says somebody’s queue is full. I spoke with somebody.'],
  ['Priya Raman at the bank called', 'Somebody at the bank called'],
  ['Grace period, Mark, Jan 4, bob, Bobby-sox, BobDB and alice.example', 'Grace period, Mark, Jan 4, bob, Bobby-sox, BobDB and alice.example'],
]

for (const [text, expected] of STRANGERS) {
  test(`for customers whom nobody marked is somebody in: ${text.slice(0, 60)}`, () => {
    assert.equal(words(text, 'customer'), expected)
    assert.equal(words(text, 'company'), text)
  })
}

test('a bot and a service keep a name that people have, too', () => {
  const bot = { id: 'b', name: 'Oscar', handle: null, email: null, zone: null, bot: true, accounts: [] }
  const incident = { ...INCIDENT, people: [...INCIDENT.people, bot], services: [stated('Kelly API', origin)] }
  assert.equal(words('Oscar paged us: Kelly was down', 'customer', incident), 'Oscar paged us: Kelly was down')
})

test('a customer may follow a link to the status page only', () => {
  const tree = redact(documentOf('[status](https://health.acme.example/i/7) [other](https://a.example/)'), 'customer', INCIDENT).document.tree
  assert.deepEqual(JSON.stringify(tree).match(/https:[^"]*/g), ['https://health.acme.example/i/7'])
})

test('people that only the document names are known too, and evidence, guidance and lists of links go with their headings', () => {
  const document = documentOf(
    '## Team\n\n:person[Ann Other]{id=x role=lead}\n\n## Links\n\n:::links\n- [a](https://a.example/)\n:::\n\n## Next\n\nAnn said so.\n\n:::evidence\nA deploy.\n:::\n\n:::guidance\nWrite.\n:::',
  )
  const { document: copy, taken } = redact(document, 'customer')
  assert.equal(plainText(copy.tree), 'Team The incident lead Next The incident lead said so.'.replace('The incident lead Next', 'the incident lead Next'))
  assert.deepEqual(
    taken.map(({ kind, count }) => `${kind} ${count}`),
    ['name 2', 'links 1', 'evidence 1', 'guidance 1'],
  )
})

test('for the company names stay, and handles become names', () => {
  assert.equal(
    words('Chris Evans, @cevans and @who [dm](https://acme.slack.com/archives/D0123456) https://wiki.acme.example/x', 'company', INCIDENT),
    'Chris Evans, Chris Evans and [handle] dm https://wiki.acme.example/x',
  )
})

test('an incident keeps no secret, and for customers no name, handle, address or link', () => {
  for (const audience of AUDIENCES) assert.ok(!JSON.stringify(redactIncident(INCIDENT, audience)).includes('x9Yz8W'), audience)
  const copy = redactIncident(INCIDENT, 'customer')
  assert.doesNotMatch(JSON.stringify(copy), /chris|evans|becky|rebecca|Łukasik|山田|slack\.com|atlassian|@|inc-42|"U\d"/i)
  assert.deepEqual(
    copy.roles['lead']?.map(({ value }) => value),
    ['person:1'],
  )
  assert.equal(copy.people[0]?.name, 'the incident lead')
  assert.equal(copy.events[0]?.text, 'The incident lead rolled back with \\[secret], says the reporter')
  assert.deepEqual(redactIncident(INCIDENT, 'internal').people, INCIDENT.people)
})

test('time grows with the text: hostile megabytes', () => {
  for (const piece of [
    'a',
    'password',
    'a_',
    '-----BEGIN PRIVATE KEY-----',
    'eyJa',
    '://a:',
    'key=',
    '1.',
    'a:',
    '@',
    '#',
    'token ',
    "pass='",
    'Chris ',
    'Bob ',
    'x-y.z_',
  ]) {
    const value = piece.repeat(Math.ceil(200_000 / piece.length))
    const tree: Root = { type: 'root', children: [{ type: 'code', lang: null, value }] }
    const started = process.cpuUsage()
    redact(documentOf(tree), 'customer', INCIDENT)
    const { user } = process.cpuUsage(started)
    assert.ok(user < 3_000_000, `${piece}: ${user / 1000} ms`)
  }
})
