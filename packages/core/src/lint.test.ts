import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { DEFAULT_CONFIGURATION, lint, LINT_RULES, type LintFinding } from './index.ts'

const found = (text: string): LintFinding[] => lint(text, { configuration: DEFAULT_CONFIGURATION })
const rules = (text: string): string[] => found(text).map(({ rule }) => rule)

const CASES: readonly (readonly [rule: string, bad: string, good: string])[] = [
  ['blame', 'Alice forgot to renew it.', 'The reminder for the renewal was not set up.'],
  ['blame', 'The engineer failed to follow the runbook.', 'The pod failed to start.'],
  ['blame', 'It was human error.', 'Nobody is to blame.'],
  ['blame', 'The reviewer should have known that.', 'The on-call engineer was paged.'],
  ['single-cause', 'The root cause was a full disk.', 'A full disk contributed to it.'],
  ['empty-section', '# A\n\n## Impact\n\n## Timeline\n\n- x', '# A\n\n## Impact\n\nNone\n\n## Timeline\n\n- x'],
  ['placeholder', 'Impact: TBD', 'Impact: none'],
  ['timeline-order', '- 10:00 UTC a\n- 09:50 UTC b', '- 23:50 UTC a\n- 00:10 UTC b'],
  ['timeline-order', '| 2024-01-02 10:00 | a |\n|-|-|\n| 2024-01-02 11:00 | b |\n| 2024-01-02 10:30 | c |', '- 10:00 UTC a\n- 10:00 UTC b'],
  ['no-zone', 'Down at 10:00.', 'Down at 10:00 UTC.'],
  ['zone-season', '2024-07-01 10:00 PST', '2024-01-01 10:00 PST'],
  ['zone-season', '2024-01-10 10:00 CEST', '2024-07-10 10:00 CEST'],
  ['duration', 'From 15:39 to 16:23 UTC (2 hours) we were down.', 'From 15:39 to 16:23 UTC (44 minutes) we were down.'],
  ['duration', '- 12:00:00 a\n- 12:07:00 (+9mins) b\n- 12:10:00 (+10mins) UTC', '- 12:00:00 a\n- 12:07:00 (+7mins) b\n- 12:10:00 (+10mins) UTC'],
  [
    'working-hours',
    '- First detected: 2024-01-02 16:00\n- Resolved: 2024-01-03 11:00\n\nTime to resolve: 2h',
    '- First detected: 2024-01-02 16:00\n- Resolved: 2024-01-03 11:00\n\nTime to resolve: 2h (support hours only)',
  ],
  [
    'duration',
    '- Started: 2024-01-02 10:00\n- Resolved: 2024-01-02 11:00\n\nTime to resolve: 2h',
    '- Started: 2024-01-02 10:00\n- Resolved: 2024-01-02 1200\n\nTime to resolve: 2h',
  ],
  ['impossible-order', 'It started at 10:00 UTC and was resolved at 09:30 UTC.', 'It started at 10:00 UTC and was resolved at 10:30 UTC.'],
  ['impossible-order', '- Impact started: Dec 17th 08:21\n- Resolved: Dec 17th 08:10', '- Impact started: Dec 31st 23:50\n- Resolved: Jan 1st 00:10'],
  ['timeline-order', '- Dec 17th **08:21** a\n- Dec 16th **12:43** b', '- Dec 31st **23:21** a\n- Jan 1st **00:43** b'],
  ['impossible-order', '- Started: 2024-01-02 10:00\n- Resolved: 2024-01-02 09:00', '- Started: 2024-01-02 10:00\n- Resolved: 2024-01-02 11:00'],
  ['follow-up-owner', '## Follow-ups\n\n- Add an alert on disks', '## Follow-ups\n\n- Add an alert on disks (@ana)'],
  ['follow-up-date', '## Follow-ups\n\n- Add an alert on disks', '## Follow-ups\n\n- Add an alert on disks by Friday'],
  ['missing-section', '## Summary\n\na\n\n## Impact\n\nb', 'No post-mortem at all.'],
  ['unknown-silencer', '<!-- blamefree-disable blaem -->', '<!-- blamefree-disable blame -->'],
]

test('each rule finds the bad wording and leaves the better one alone', () => {
  for (const [rule, bad, good] of CASES) {
    assert.ok(rules(bad).includes(rule), `${rule} is not found in: ${bad}`)
    assert.ok(!rules(good).includes(rule), `${rule} is found in: ${good}`)
  }
  assert.deepEqual([...new Set(CASES.map(([rule]) => rule))].toSorted(), LINT_RULES.map(({ name }) => name).toSorted())
})

test('a finding points at its words', () => {
  const finding = found('---\ntitle: x\n---\n\n> said\n\nOn **Monday** Alice forgot to renew it.').find(({ rule }) => rule === 'blame')
  assert.deepEqual(finding?.place, { line: 7, column: 15 })
  assert.deepEqual(finding?.end, { line: 7, column: 36 })
  assert.equal(finding?.excerpt, 'Alice forgot to renew')
})

test('quoted words, code and other people’s quotations are not blamed', () => {
  for (const text of ['> Alice forgot it', 'He wrote "Alice forgot it".', '`Alice forgot`', '```\nAlice forgot it\n```'])
    assert.ok(!rules(text).includes('blame'), text)
})

test('a comment silences a line, a stretch or the whole file', () => {
  const bad = 'Alice forgot it.'
  assert.ok(!rules(`<!-- blamefree-disable-next-line blame -->\n${bad}`).includes('blame'))
  assert.ok(!rules(`<!-- blamefree-disable blame -->\n\n${bad}`).includes('blame'))
  assert.ok(!rules(`${bad}\n\n<!-- blamefree-disable-file -->`).includes('blame'))
  assert.ok(rules(`<!-- blamefree-disable blame -->\n\n<!-- blamefree-enable blame -->\n\n${bad}`).includes('blame'))
})

test('the configuration weighs rules and switches them off', () => {
  const weighed = (weight: 'error' | 'off') => lint('Alice forgot it.', { configuration: { ...DEFAULT_CONFIGURATION, lint: { blame: weight } } })
  assert.equal(weighed('error')[0]?.weight, 'error')
  assert.deepEqual(weighed('off'), [])
})

test('no text throws, and every place lies inside the text', () => {
  const word = fc.constantFrom(
    'Alice',
    'forgot',
    'to',
    '10:00',
    '09:00',
    '\n',
    '\n- ',
    '## Follow-ups\n',
    '| a | b |\n|-|-|\n',
    '> ',
    '`x`',
    '&amp;',
    'PST',
    '2024-07-01',
    '(+7mins)',
    '**',
    '\t',
    '\r\n',
  )
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.array(word, { maxLength: 60 }).map((words) => words.join(' ')),
      ),
      (text) => {
        const lines = text.split(/\r\n|\r|\n/)
        for (const { place, end } of found(text)) {
          assert.ok((place.line ?? 0) >= 1 && (place.line ?? 0) <= lines.length)
          for (const one of [place, end]) if (one !== null) assert.ok((one.column ?? 0) <= (lines[(one.line ?? 1) - 1] ?? '').length + 1)
        }
      },
    ),
    { numRuns: 300 },
  )
})
