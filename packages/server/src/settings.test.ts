import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readFileSync } from 'node:fs'
import { readSettings, SETTINGS } from './settings.ts'

test('nothing set is a server on this machine with the embedded database', () => {
  const settings = readSettings({})
  assert.equal(settings.host, '127.0.0.1')
  assert.equal(settings.port, 7400)
  assert.equal(settings.databaseUrl, null)
})

const WRONG: readonly [Record<string, string>, RegExp][] = [
  [{ PORT: '80a' }, /PORT must be a number from 1 to 65535, got "80a"/],
  [{ PORT: '0' }, /PORT must be a number from 1 to 65535, got "0"/],
  [{ PUBLIC_URL: 'example.com' }, /PUBLIC_URL must be an address/],
  [{ DATABASE_URL: 'mysql://x' }, /DATABASE_URL must be an address that begins with postgres:\/\/, got "…"/],
  [{ SECRET_KEY: 'short' }, /SECRET_KEY must be 32 bytes in base64, got "…"/],
  [{ LOG_LEVEL: 'loud' }, /LOG_LEVEL must be one of/],
  [{ READING_PROCESSES: '1' }, /READING_PROCESSES must be a whole number from 2 to 16/],
  [{ HOST: '0.0.0.0' }, /PUBLIC_URL must be set where HOST is not this machine itself/],
  [{ OIDC_ISSUER: 'https://id.example.com' }, /OIDC_CLIENT_ID must be set where OIDC_ISSUER is/],
  [{ ARCHIVE_PRIVATE: 'some' }, /ARCHIVE_PRIVATE must be yes or no/],
  [{ TRUST_PROXY: 'maybe' }, /TRUST_PROXY must be yes or no/],
]
for (const [environment, says] of WRONG) {
  test(`${Object.keys(environment).join()} of ${Object.values(environment).join()} is refused in a sentence`, () => {
    assert.throws(() => readSettings(environment), says)
  })
}

test('every wrong value is said at once, and no secret is printed', () => {
  assert.throws(
    () => readSettings({ PORT: 'x', DATABASE_URL: 'mysql://root:hunter2@h' }),
    (error: Error) => /PORT/.test(error.message) && /DATABASE_URL/.test(error.message) && !/hunter2/.test(error.message),
  )
})

test('other addresses are listened on when the address in front is named', () => {
  assert.equal(readSettings({ HOST: '0.0.0.0', PUBLIC_URL: 'https://pm.example.com/' }).publicUrl, 'https://pm.example.com')
})

test('every setting has a sentence', () => {
  for (const { variable, sentence } of SETTINGS) assert.ok(/^[A-Z][A-Z_]*$/.test(variable) && sentence.endsWith('.'), variable)
})

test('docs/settings.md says the same', () => {
  const page = readFileSync(new URL('../../../docs/settings.md', import.meta.url), 'utf8')
  const rows = SETTINGS.map(({ variable, default: value, sentence }) => `| \`${variable}\` | ${value === '' ? '' : `\`${value}\``} | ${sentence} |\n`)
  assert.ok(page.endsWith(rows.join('')), `Expected the table to be:\n${rows.join('')}`)
})
