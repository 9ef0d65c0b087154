import { parseMarkdown } from '@blamefree/core'
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { progressOf } from './sections.ts'

const DOCUMENT = `
## Words

Somebody wrote this.

## Asked for

*To be written: what changes.*

## Asked for beside a template’s words

Affected services: checkout.

*To be written: what it meant for users.*

## Filled

:::generated{of=links}
- none
:::

## Emphasis

*Nobody was hurt.*

And then some.
`

test('a section is to be written while something in it says so, whatever stands beside it', () => {
  const { sections, toWrite } = progressOf({
    schemaVersion: 1,
    title: 'Outage',
    template: null,
    zone: 'UTC',
    language: 'en',
    tree: parseMarkdown(DOCUMENT).tree,
  })
  assert.deepEqual(
    sections.map(({ state }) => state),
    ['written', 'to-write', 'to-write', 'filled', 'written'],
  )
  assert.equal(toWrite, 2)
})
