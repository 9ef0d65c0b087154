import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import type { Instant } from '@blamefree/core'
import { ASSETS, everyConstruct } from '../testing/every-construct.ts'
import { renderIssue } from './render.ts'

const GOLDEN = join(import.meta.dirname, 'golden/every-construct.json')
const FOOTER = { url: 'https://pm.example.com/7', at: '2026-03-04T09:00:00.000Z' as Instant, shownAt: 'March 4, 2026 9:00 AM', by: 'Noor', version: '3' }

test('a document of every construct is the issue of the golden file', () => {
  const { title, text, labels } = renderIssue(everyConstruct(), { footer: FOOTER, assets: ASSETS, evidence: true, mentions: { 'slack:U1': 'account-1' } })
  assert.deepEqual({ summary: title, labels, description: JSON.parse(text) as unknown }, JSON.parse(readFileSync(GOLDEN, 'utf8')))
})
