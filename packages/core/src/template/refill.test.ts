import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Root, RootContent } from 'mdast'
import {
  BUILT_IN_TEMPLATES,
  DEFAULT_CONFIGURATION,
  fill,
  normalise,
  parseMarkdown,
  parseTemplate,
  printMarkdown,
  refill,
  stated,
  type Document,
} from '../index.ts'
import type { Incident } from '../incident.ts'
import { keyEvent, moment, ORIGIN, SEED_SAMPLE } from '../testing/made-incident.ts'

const template = parseTemplate(BUILT_IN_TEMPLATES[0]?.text ?? '', 'default').template
const before = fill(template, SEED_SAMPLE, DEFAULT_CONFIGURATION).document
const LATER = {
  ...SEED_SAMPLE,
  severity: stated('Critical', ORIGIN),
  summary: stated('It broke.\n\nWe mended it.', ORIGIN),
  events: [keyEvent('a:1', moment('14:15:00'), 'Rolled back')],
}
const again = (document: Document, incident: Incident = LATER) => refill(document, template, incident, DEFAULT_CONFIGURATION)
const edited = (from: string, to: string): Document => ({ ...before, tree: parseMarkdown(printMarkdown(before.tree).replace(from, to)).tree })

test('the same facts change nothing', () => {
  const { document, changes } = again(before, SEED_SAMPLE)
  assert.deepEqual(changes, [])
  assert.deepEqual(document, before)
})

test('new facts replace live blocks and prose that nobody touched, and the result is what fill gives', () => {
  const { document, changes } = again(before)
  assert.deepEqual(
    changes.map(({ block, of }) => [block, of]),
    [
      ['key-information', null],
      ['generated', 'incident.summary'],
      ['timeline', null],
    ],
  )
  const text = printMarkdown(document.tree)
  assert.match(text, /Severity: Critical/)
  assert.match(text, /We mended it\./)
  assert.deepEqual(normalise(document.tree), document.tree)
})

test('what somebody edited inside a block is theirs', () => {
  const document = edited('Severity: Major', 'Severity: Major, we think')
  const { document: after, changes, problems } = again(document)
  assert.match(printMarkdown(after.tree), /Severity: Major, we think/)
  assert.ok(changes.every(({ block }) => block !== 'key-information'))
  assert.ok(problems.some(({ code, message }) => code === 'refill/kept' && message.includes('`key-information`')))
})

test('a summary that somebody wrote over the placeholder stays', () => {
  const document = edited('_To be written: nobody has summed it up yet._', 'We broke it.')
  assert.match(printMarkdown(again(document).document.tree), /We broke it\./)
  assert.doesNotMatch(printMarkdown(again(document).document.tree), /We mended it/)
})

test('a seal holds through JSON whose keys come in another order', () => {
  const reversed = (value: unknown): unknown =>
    Array.isArray(value)
      ? value.map(reversed)
      : typeof value === 'object' && value !== null
        ? Object.fromEntries(
            Object.entries(value)
              .toReversed()
              .map(([key, inner]) => [key, reversed(inner)]),
          )
        : value
  assert.equal(again({ ...before, tree: reversed(before.tree) as Root }).changes.length, 3)
})

test('a block that somebody put in is filled from its attributes', () => {
  const document = { ...before, tree: parseMarkdown(':::timeline{events=all}\n:::\n').tree }
  assert.match(printMarkdown(again(document).document.tree), /Rolled back/)
})

test('what people write anywhere between blocks is there afterwards, in its place', () => {
  const words = fc.array(fc.record({ at: fc.nat(60), text: fc.stringMatching(/^[a-z]{1,12}$/) }), { minLength: 1, maxLength: 6 })
  fc.assert(
    fc.property(words, (notes) => {
      const children: RootContent[] = [...before.tree.children]
      for (const { at, text } of notes)
        children.splice(at % (children.length + 1), 0, { type: 'paragraph', children: [{ type: 'text', value: `note ${text}` }] })
      const { document } = again({ ...before, tree: { type: 'root', children } })
      assert.equal(document.tree.children.length, children.length)
      for (const [index, child] of children.entries()) if (child.type !== 'containerDirective') assert.deepEqual(document.tree.children[index], child)
    }),
    { numRuns: 50 },
  )
})

test('evidence goes once somebody has stated what its section says, unless a person edited it', () => {
  const acted = { ...SEED_SAMPLE, people: SEED_SAMPLE.people, events: [keyEvent('a:1', moment('14:15:00'), 'Rolled back', { actor: 'slack:U1' })] }
  const open = fill(template, acted, DEFAULT_CONFIGURATION).document
  const told: Incident = { ...acted, findings: [stated({ kind: 'mitigator', text: 'It was noon', category: null }, ORIGIN)] }
  assert.match(printMarkdown(open.tree), /evidence\{for=mitigators/)
  const { document, changes } = again(open, told)
  assert.doesNotMatch(printMarkdown(document.tree), /evidence\{for=mitigators/)
  assert.ok(changes.some(({ block }) => block === 'evidence'))
  const mine: Document = { ...open, tree: parseMarkdown(printMarkdown(open.tree).replace('“Rolled back”', '“Rolled back”, twice')).tree }
  assert.match(printMarkdown(again(mine, told).document.tree), /“Rolled back”, twice/)
})
