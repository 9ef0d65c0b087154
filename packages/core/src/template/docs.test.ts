import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { templateTables } from '../testing/template-tables.ts'

test('docs/templates.md lists every variable, filter, block and attribute as the code has them', () => {
  const page = readFileSync(new URL('../../../../docs/templates.md', import.meta.url), 'utf8')
  for (const table of templateTables()) assert.ok(page.includes(table), `docs/templates.md lacks:\n${table}`)
})
