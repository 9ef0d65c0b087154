import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { DEFAULT_CONFIGURATION, fill, parseTemplate, placeText, printMarkdown, type Problem } from '../index.ts'
import { readCase } from '../testing/read-case.ts'

const folder = new URL('../../cases/', import.meta.url)
const files = readdirSync(folder).filter((name) => name.endsWith('.md') && name !== 'README.md')
const lineOf = ({ code, message, place }: Problem): string => [code, placeText({ ...place, file: '' }), message].filter((part) => part !== '').join(' ')

test('there are cases', () => {
  assert.ok(files.length >= 5)
})

for (const name of files) {
  test(`case ${name} gives the document that it shows`, () => {
    const expected = readCase(readFileSync(new URL(name, folder), 'utf8'))
    const { template, problems } = parseTemplate(expected.template, name)
    const filled = fill(template, expected.incident, DEFAULT_CONFIGURATION)
    // Seals are sums; a case is about what people read.
    const text = printMarkdown(filled.document.tree)
      .replace(/ ?seal=[0-9a-f]{16}/g, '')
      .replace(/^(:::+[a-z-]+)\{\}$/gm, '$1')
    assert.equal(text, expected.document)
    if (expected.problems !== null) assert.equal([...problems, ...filled.problems].map((problem) => `${lineOf(problem)}\n`).join(''), expected.problems)
  })
}
