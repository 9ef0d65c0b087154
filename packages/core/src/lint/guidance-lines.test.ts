import assert from 'node:assert/strict'
import { test } from 'node:test'
import { blankDocument, BUILT_IN_TEMPLATES, DEFAULT_CONFIGURATION, lint, parseTemplate, printMarkdown } from '../index.ts'
import { guidanceLines } from './guidance-lines.ts'

test('the lines of guidance are those between its fences', () => {
  assert.deepEqual([...guidanceLines('a\n::::guidance{of=x}\nb\n\n:::\n::::\nc\n:::guidance\nd')], [3, 4, 5, 9])
})

test('the guidance of our own templates blames nobody', () => {
  for (const { text } of BUILT_IN_TEMPLATES) {
    const document = blankDocument(parseTemplate(text, 'built-in').template, DEFAULT_CONFIGURATION)
    const printed = printMarkdown(document.tree)
    assert.ok(guidanceLines(printed).size > 0)
    assert.deepEqual(
      lint(printed, { configuration: DEFAULT_CONFIGURATION }).filter(({ rule }) => rule === 'blame'),
      [],
    )
  }
})
