import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Signal } from './signal-rule.ts'
import { readSignals, SIGNAL_RULES } from './signals.ts'

for (const { name, signal, example } of SIGNAL_RULES) {
  test(`the rule ${name} finds “${example}”`, () => {
    assert.ok(
      readSignals(example).some((hit) => hit.signal === signal),
      JSON.stringify(readSignals(example)),
    )
  })
}

test('rules have names of their own', () => {
  assert.equal(new Set(SIGNAL_RULES.map(({ name }) => name)).size, SIGNAL_RULES.length)
})

/** A text, signals that it gives, and signals that it must not give. */
const SAID: readonly (readonly [string, readonly Signal[], readonly Signal[]])[] = [
  ['Found it: a missing index', ['finding'], ['hypothesis']],
  ['have you found it?', [], ['finding']],
  ['we have not found the cause yet', [], ['finding']],
  ['maybe it is the cache', ['hypothesis'], ['finding']],
  ['rolling back v481', ['action'], ['proposal']],
  ['should we roll back?', ['proposal'], ['action', 'decision']],
  ['if we restart it, the cache is lost', [], ['action']],
  ['errors are back to normal', ['confirmation'], ['relapse']],
  ['it is still failing', ['relapse'], ['confirmation']],
  ['not fixed yet', ['relapse'], ['confirmation']],
  ['> rolling back v481', [], ['action']],
  ['```\nrolling back v481\n```', [], ['action']],
  ['**Rolled back** to `v480`', ['action'], []],
  ['I’ll take incident lead. Setting severity to major', ['ownership', 'severity'], []],
  ['nice :tada:', [], ['confirmation', 'action', 'finding']],
  ['the panic happens outside of our `recover`', [], ['confirmation']],
  ['all regions recovered', ['confirmation'], []],
  ['all clear, closing this', ['closing'], []],
  ['- [ ] write the runbook', ['follow-up'], []],
]
for (const [said, given, kept] of SAID) {
  test(`“${said.replaceAll('\n', ' ')}” says ${given.join(', ') || 'nothing of the kind'}`, () => {
    const signals = new Set(readSignals(said).map(({ signal }) => signal))
    for (const signal of given) assert.ok(signals.has(signal), signal)
    for (const signal of kept) assert.ok(!signals.has(signal), signal)
  })
}

test('any text is read, each signal once, with a weight between 0 and 1', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(fc.string({ unit: 'binary', maxLength: 20 }), fc.constantFrom(...SIGNAL_RULES.map(({ example }) => example)))), (parts) => {
      const hits = readSignals(parts.join(' '))
      assert.equal(new Set(hits.map(({ signal }) => signal)).size, hits.length)
      assert.ok(hits.every(({ weight }) => weight > 0 && weight <= 1))
    }),
  )
})
