import { schema } from '@blamefree/editor'
import { getSchema } from '@tiptap/core'
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { vocabulary } from './vocabulary.ts'

test('the editor’s schema is the one that the server has', () => {
  const ours = getSchema(vocabulary())
  assert.deepEqual(Object.keys(ours.nodes), Object.keys(schema.nodes))
  assert.deepEqual(Object.keys(ours.marks), Object.keys(schema.marks))
  for (const [name, node] of Object.entries(schema.nodes)) assert.deepEqual(told(ours.nodes[name]?.spec), told(node.spec), name)
  for (const [name, mark] of Object.entries(schema.marks)) assert.deepEqual(told(ours.marks[name]?.spec), told(mark.spec), name)
})

test('the comparison sees a difference of every kind', () => {
  const plain = { content: 'block+', group: 'block', attrs: { level: { default: 1 } } }
  for (const other of [
    { content: 'block*' },
    { group: 'inline' },
    { attrs: {} },
    { attrs: { level: {} } },
    { isolating: true },
    { marks: '' },
    { excludes: '' },
  ])
    assert.notDeepEqual(told({ ...plain, ...other }), told(plain))
})

/** What of a node or mark decides what fits and what is shared. TipTap puts lists into a group of their own as well. */
function told(spec: Readonly<Record<string, unknown>> = {}): unknown {
  const { content, marks, group, inline, atom, code, defining, isolating, tableRole, inclusive, excludes, attrs } = spec
  const attributes = Object.entries((attrs ?? {}) as Record<string, { default?: unknown }>).map(([name, attribute]): readonly [string, boolean, unknown] => [
    name,
    'default' in attribute,
    attribute.default,
  ])
  const groups = typeof group === 'string' ? group.split(' ').filter((one) => one !== 'list') : []
  const claims = { inline: inline === true, atom: atom === true, code: code === true, defining: defining === true, isolating: isolating === true }
  return {
    content: content ?? '',
    marks,
    groups,
    tableRole,
    inclusive: inclusive !== false,
    excludes,
    attributes: attributes.toSorted(([a], [b]) => (a < b ? -1 : 1)),
    ...claims,
  }
}
