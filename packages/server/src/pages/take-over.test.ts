import { parseMarkdown, printMarkdown, type Document } from '@blamefree/core'
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { takeOver } from './take-over.ts'

const tree = (markdown: string): Document['tree'] => parseMarkdown(markdown).tree
const ours = (markdown: string): Document => ({ schemaVersion: 1, title: 'T', template: null, zone: 'UTC', language: 'en', tree: tree(markdown) })

function taken(document: string, section: string, [before, after]: readonly [string, string]): { markdown: string; problems: string[] } {
  const done = takeOver(ours(document), section, { before: tree(before), after: tree(after) })
  return { markdown: printMarkdown(done.document.tree).trim(), problems: done.problems.map(({ message }) => message) }
}

test('a paragraph that was changed there is changed here, and everything else stays, with what has no counterpart there', () => {
  const document = '# Impact\n\n:::guidance\nSay who.\n:::\n\nCheckout was down.\n\nAbout **40** orders.\n\n# Causes\n\nA pill.'
  assert.deepEqual(
    taken(document, 'Impact', ['# Impact\n\nCheckout was down.\n\nAbout 40 orders.', '# Impact\n\nCheckout was down for an hour.\n\nAbout 40 orders.']),
    {
      markdown: '# Impact\n\n:::guidance\nSay who.\n:::\n\nCheckout was down for an hour.\n\nAbout **40** orders.\n\n# Causes\n\nA pill.',
      problems: [],
    },
  )
})

test('what was added there comes behind what it stands behind there, and what was taken away goes', () => {
  const document = '# Impact\n\nOne.\n\nTwo.\n\nThree.'
  assert.equal(
    taken(document, 'Impact', ['# Impact\n\nOne.\n\nTwo.\n\nThree.', '# Impact\n\nOne.\n\nNew.\n\nThree.\n\nLast.']).markdown,
    '# Impact\n\nOne.\n\nNew.\n\nThree.\n\nLast.',
  )
  assert.equal(
    taken(document, 'Impact', ['# Impact\n\nOne.\n\nTwo.\n\nThree.', '# Impact\n\nFirst.\n\nOne.\n\nThree.']).markdown,
    '# Impact\n\nFirst.\n\nOne.\n\nThree.',
  )
})

test('what is a fact is not changed by its text, and what was changed here too stays as it is here: both are said', () => {
  const facts = '# Timeline\n\n:::timeline\n- 09:00 Down\n- 10:00 Up\n:::'
  const list = '# Timeline\n\n- 09:00 Down\n- 10:00 Up'
  const changed = taken(facts, 'Timeline', [list, `${list}\n- 11:00 Party`])
  assert.match(changed.markdown, /10:00 Up\n:::$/)
  assert.match(changed.problems[0] ?? '', /Timeline/)
  const both = taken('# Impact\n\nOurs now.', 'Impact', ['# Impact\n\nThen.', '# Impact\n\nTheirs now.'])
  assert.equal(both.markdown, '# Impact\n\nOurs now.')
  assert.match(both.problems[0] ?? '', /“Then\.”/)
})

test('a section that is new there is put at the end, and one that is before every heading is known by having none', () => {
  assert.equal(taken('Hello.\n\n# Impact\n\nOne.', 'Next', ['', '# Next\n\nSteps.']).markdown, 'Hello.\n\n# Impact\n\nOne.\n\n# Next\n\nSteps.')
  assert.equal(taken('Hello.\n\n# Impact\n\nOne.', '', ['Hello.', 'Hello, all.']).markdown, 'Hello, all.\n\n# Impact\n\nOne.')
})
