import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { DEFAULT_CONFIGURATION, readConfiguration } from './index.ts'

test('an empty file is the defaults', () => {
  assert.deepEqual(readConfiguration('', 'a.yaml'), { configuration: DEFAULT_CONFIGURATION, problems: [] })
  assert.deepEqual(readConfiguration('# nothing yet\n', 'a.yaml').configuration, DEFAULT_CONFIGURATION)
})

test('a list replaces the default list, maps are merged with theirs', () => {
  const { configuration, problems } = readConfiguration(
    'severities:\n  - { id: bad, name: Bad, aliases: [p1, 1] }\nprecedence:\n  severity: [jira]\nlint:\n  blame: off\nkeyEvents:\n  deploy: { enabled: false }\nzone: Europe/London\n',
    'a.yaml',
  )
  assert.deepEqual(problems, [])
  assert.deepEqual(configuration.severities, [{ id: 'bad', name: 'Bad', aliases: ['p1', '1'] }])
  assert.deepEqual(configuration.precedence['severity'], ['jira'])
  assert.deepEqual(configuration.precedence['default'], DEFAULT_CONFIGURATION.precedence['default'])
  assert.deepEqual(configuration.lint, { blame: 'off' })
  assert.deepEqual(configuration.keyEvents, { deploy: { enabled: false } })
  assert.equal(configuration.zone, 'Europe/London')
  assert.equal(configuration.types, DEFAULT_CONFIGURATION.types)
})

test('JSON is YAML', () => {
  assert.equal(readConfiguration('{"zone":"UTC"}', 'a.json').configuration.zone, 'UTC')
})

const WRONG: readonly [string, string, number, number, RegExp][] = [
  ['an unknown key', 'zone: UTC\nseverity: []\n', 2, 1, /no setting "severity"/],
  ['broken YAML', 'zone: UTC\nroles: [\n', 3, 1, /cannot be read/],
  ['no map at all', '- a\n', 1, 1, /not a list of/],
  ['a zone that is none', 'zone: Mars/Base\n', 1, 7, /no time zone: "Mars\/Base"/],
  ['a list that is none', 'roles: 7\n', 1, 8, /"roles" must be a list, got 7/],
  ['an entry without an id', 'types:\n  - { name: X }\n', 2, 5, /has no id/],
  ['an id that is none', 'types:\n  - { id: Big One, name: X }\n', 2, 5, /is no id/],
  ['the same id twice', 'types:\n  - { id: a, name: A }\n  - { id: a, name: B }\n', 3, 5, /names "a" twice/],
  ['a field of an unknown kind', 'fields:\n  - { id: a, name: A, kind: date }\n', 2, 5, /unknown kind/],
  ['an unknown key-event rule', 'keyEvents:\n  deply: { enabled: false }\n', 2, 10, /no key-event rule "deply"/],
  ['a lint weight that is none', 'lint:\n  blame: fatal\n', 2, 10, /must be one of error, warning, info, off, got "fatal"/],
  ['an alias', 'zone: &a UTC\nroles: *a\n', 2, 8, /alias/],
]
for (const [name, text, line, column, says] of WRONG) {
  test(`${name} is a problem with its place, and the default holds`, () => {
    const { problems, configuration } = readConfiguration(text, 'a.yaml')
    assert.match(problems[0]?.message ?? '', says)
    assert.deepEqual(problems[0]?.place, { file: 'a.yaml', line, column })
    assert.ok(configuration.roles.length > 0)
  })
}

test('a metric to a timestamp that does not exist is left out with a word; default metrics go silently with their timestamps', () => {
  const { configuration, problems } = readConfiguration('metrics:\n  - { id: m, name: M, from: reported, to: nowhere }\n', 'a.yaml')
  assert.deepEqual(configuration.metrics, [])
  assert.match(problems[0]?.message ?? '', /"m" is left out: there is no timestamp "nowhere"/)
  assert.deepEqual(readConfiguration('timestamps:\n  - { id: reported, name: Reported }\n', 'a.yaml').problems, [])
})

test('no text makes it throw', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.constantFrom('zone', 'roles', ': ', '- ', '\n', '  ', '{', '}', '[', ']', '&a', '*a', 'id', 'name', '"', "'", '!!js', '\u0000', '%', '|', '>'),
      ),
      (parts) => {
        readConfiguration(parts.join(''), 'a.yaml')
      },
    ),
  )
})
