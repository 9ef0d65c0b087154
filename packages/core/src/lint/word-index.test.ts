import assert from 'node:assert/strict'
import { test } from 'node:test'
import { alternativesOf, beginnings, wordIndex } from './word-index.ts'

test('alternatives are parted at the top level only', () => {
  assert.deepEqual(alternativesOf(String.raw`a(?:b|c)|[|d]e|\|f`), ['a(?:b|c)', '[|d]e', String.raw`\|f`])
})

test('an expression is filed under every text that it can begin with', () => {
  for (const [text, letters] of [
    ['drop the ball', ['dro']],
    ['(?:an?|the) fault', ['a f', 'an ', 'the']],
    [String.raw`(?:\w+ly )?late`, ['', 'lat']],
    ['(?:so |too ){0,2}late', ['so ', 'too', 'lat']],
    ['[a-z]+', ['']],
    ['laz[iy]ness', ['laz']],
    ['(?<=, )of all', ['of ']],
  ] as const)
    assert.deepEqual([...beginnings(text, 3)].toSorted(), [...letters].toSorted(), text)
})

test('wordings are found where a word begins and ends, in any case', () => {
  const index = wordIndex(() => ['(?:drop|dropped) the ball', String.raw`(?:\w+ly )?late`])
  const found = (sentence: string): string[] => [...index.matchesIn(sentence)].map(([words]) => words)
  assert.deepEqual(found('They Dropped the Ball and were badly late'), ['dropped the ball', 'badly late', 'late'])
  assert.deepEqual(found('They backdropped the ball, lately'), [])
})

test('a wording is found that an expression over the whole sentence finds', () => {
  const wordings = ['cut(?:s|ting)? corners', "(?:was|were)(?:n['’]t| not) careful", 'no (?:idea|clue)', String.raw`\d+ times`]
  const index = wordIndex(() => wordings)
  for (const sentence of ['He cuts corners', 'She wasn’t careful', 'told 3 times', 'had no clue', 'nothing here', 'I was not careful, no idea'])
    assert.equal([...index.matchesIn(sentence)].length, [...sentence.matchAll(new RegExp(wordings.join('|'), 'gi'))].length, sentence)
})
