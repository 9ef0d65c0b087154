import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readPlaceSettings } from './read-place-settings.ts'

test('settings are texts as they stand in the file, switches, and lists with a line each; what is empty is left out', () => {
  const text = 'address: https://wiki.example.com\npageId: 0012345678901234567890\nquiet: true\nlabels:\n  - post-mortem\n  - ops\nempty:\n'
  assert.deepEqual(readPlaceSettings(text, 'a.yaml'), {
    address: 'https://wiki.example.com',
    pageId: '0012345678901234567890',
    quiet: true,
    labels: 'post-mortem\nops',
  })
  assert.deepEqual(readPlaceSettings('{"token": "a: b"}', 'a.json'), { token: 'a: b' })
  assert.deepEqual(readPlaceSettings('', 'a.yaml'), {})
})

test('what is no settings file is said with its name', () => {
  assert.throws(() => readPlaceSettings('- a', 'a.yaml'), /Cannot use the settings in a\.yaml: it is not a list/)
  assert.throws(() => readPlaceSettings('a: {b: c}', 'a.yaml'), /`a` is neither a text nor a list/)
  assert.throws(() => readPlaceSettings('a: "', 'a.yaml'), /it cannot be read/)
})
