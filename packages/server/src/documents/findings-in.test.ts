import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseMarkdown } from '@blamefree/core'
import { findingsIn } from './findings-in.ts'

test('a category in bold is no finding; it says what the following are', () => {
  const found = findingsIn(
    parseMarkdown(
      '## Contributors\n\n**Technical**\n\n- The pool was full\n\n**Human factors**\n\n- One person knew the service\n\n## Mitigators\n\n- **Technical**: the cache held',
    ).tree,
  )
  assert.deepEqual(
    found.map(({ kind, category, text }) => [kind, category, text]),
    [
      ['contributor', 'technical', 'The pool was full'],
      ['contributor', 'human', 'One person knew the service'],
      ['mitigator', null, 'Technical: the cache held'],
    ],
  )
})

test('likewise in what a machine filled, and under headings', () => {
  const found = findingsIn(
    parseMarkdown(
      ':::generated{of="findings"}\n\n**External**\n\n- A partner sent it\n\n:::\n\n## Contributors\n\n### Technical\n\nThe retry had no limit.\n\n:::generated{of="findings"}\n\n**External**\n\n- A partner sent it\n\n:::',
    ).tree,
  )
  assert.deepEqual(
    found.map(({ category, text }) => [category, text]),
    [
      ['technical', 'The retry had no limit.'],
      ['external', 'A partner sent it'],
    ],
  )
})
