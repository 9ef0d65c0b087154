import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { printRuns } from './print-runs.ts'
import { readRuns } from './read-runs.ts'
import { NO_MARKS, type Run } from './run.ts'

const text = (words: string, marks: Partial<Run['marks']> = {}): Run => ({ kind: 'text', text: words, target: '', marks: { ...NO_MARKS, ...marks } })

describe('a line of Notion’s Markdown', () => {
  for (const [line, runs] of [
    ['', []],
    ['plain', [text('plain')]],
    ['\\*not\\* \\[a\\](b)', [text('*not* [a](b)')]],
    ['**a *b***', [text('a ', { bold: true }), text('b', { bold: true, italic: true })]],
    ['***b** a*', [text('b', { bold: true, italic: true }), text(' a', { italic: true })]],
    ['[a **b**](https://a.example)', [text('a ', { link: 'https://a.example' }), text('b', { link: 'https://a.example', bold: true })]],
    ['<span color="red">a <span underline="true">b</span></span>', [text('a ', { color: 'red' }), text('b', { color: 'red', underline: true })]],
    ['`` a`b ``', [{ kind: 'code', text: 'a`b', target: '', marks: NO_MARKS }]],
    ['<mention-user url="user://u-1">Kim \\[a\\]</mention-user>', [{ kind: 'person', text: 'Kim [a]', target: 'u-1', marks: NO_MARKS }]],
  ] as const)
    it(`says ${line === '' ? 'nothing' : line}`, () => assert.deepEqual(readRuns(line), runs))

  for (const [line, same] of [
    ['2 * 3', '2 \\* 3'],
    ['**a', '\\*\\*a'],
    ['a `b', 'a \\`b'],
    ['[a', '\\[a'],
    ['[a](b c)', '\\[a\\](b c)'],
    ['costs $5', 'costs \\$5'],
    ['**a**b** c', '**a**b\\*\\* c'],
    ['** a **', '**a**'],
    ['*a***b**', '*a***b**'],
    ['x ![a](https://a.example)', 'x \\![a](https://a.example)'],
    ['\\!\\a', '!\\\\a'],
  ] as const)
    it(`of ${line} is ${same}`, () => {
      assert.equal(printRuns(readRuns(line)), same)
      assert.equal(printRuns(readRuns(same)), same)
    })
})
