import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { canonicalMarkdown } from './canonical-markdown.ts'
import { joinMarkdown, splitMarkdown } from './markdown-blocks.ts'

const PAGE = `---
title: Poison pill
services: [app, queue]
tags:
  - one
---

# Poison pill

First words
on two lines.

## Timeline

| Time | Event |
| --- | --- |
| 15:39 | a \\| b |
| 15:46 | c |

> [!NOTE]
> A callout.
>
> - With a list

- one
  - nested

    more
- two

1. loose

2. items

\`\`\`sh
- no item

| no row
\`\`\`

***

_Made by [Blamefree](https://b.example/p/1) on 18 Nov 2022, 16:00 from version 3. Changes made here are kept._
`

describe('a Markdown file', () => {
  it('is pieces, each under its heading, the footer marked', () => {
    const blocks = splitMarkdown(PAGE)
    assert.deepEqual(
      blocks.map(({ text, section, kind }) => [text.split('\n')[0], section, ...(kind === undefined ? [] : [kind])]),
      [
        ['---', ''],
        ['title: Poison pill', ''],
        ['services: [app, queue]', ''],
        ['tags:', ''],
        ['---', ''],
        ['# Poison pill', 'Poison pill'],
        ['First words', 'Poison pill'],
        ['## Timeline', 'Timeline'],
        ['| Time | Event |', 'Timeline'],
        ['| 15:39 | a \\| b |', 'Timeline'],
        ['| 15:46 | c |', 'Timeline'],
        ['> [!NOTE]', 'Timeline'],
        ['- one', 'Timeline'],
        ['- two', 'Timeline'],
        ['1. loose', 'Timeline'],
        ['2. items', 'Timeline'],
        ['```sh', 'Timeline'],
        ['***', 'Timeline'],
        ['_Made by [Blamefree](https://b.example/p/1) on 18 Nov 2022, 16:00 from version 3. Changes made here are kept._', 'Timeline', 'footer'],
      ],
    )
  })

  it('is the same after being cut and joined', () => {
    const canonical = joinMarkdown(splitMarkdown(PAGE))
    assert.equal(canonical, PAGE)
    assert.deepEqual(splitMarkdown(PAGE.replaceAll('\n', '\r\n')), splitMarkdown(PAGE))
  })

  it('may begin with a line across the page and have no front matter', () => {
    const text = '---\n\nWords\n\n---\n\nMore\n'
    assert.equal(joinMarkdown(splitMarkdown(text)), text)
  })

  for (const [name, one, other, same] of [
    ['wider table cells', '| a | b |', '|a    |  b    |', true],
    ['a table rule', '| --- | :-- |', '|-------|:------|', true],
    ['another sign of a list', '- a', '* a', true],
    ['other numbers', '2. a', '7. a', true],
    ['another sign of emphasis', 'so _very_ and **much**', 'so *very* and __much__', true],
    ['lines that end elsewhere', 'some words\nin lines', 'some\nwords in lines', true],
    ['spaces at the end', 'a  \nb', 'a\\\nb', true],
    ['a star in code', '`*a*`', '`_a_`', false],
    ['a word', 'a', 'b', false],
    ['code', '```\na\nb\n```', '```\na b\n```', false],
  ] as const)
    it(`${same ? 'is not changed' : 'is changed'} by ${name}`, () => assert.equal(canonicalMarkdown(one) === canonicalMarkdown(other), same))
})
