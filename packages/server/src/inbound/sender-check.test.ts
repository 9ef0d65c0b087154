import assert from 'node:assert/strict'
import { createHmac } from 'node:crypto'
import { test } from 'node:test'
import { senderCheck } from './sender-check.ts'

const bytes = Buffer.from('Hello, World!')
const secret = "It's a Secret to Everybody"
/** GitHub's own example, from its page on validating deliveries. */
const GITHUB = 'sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17'
const hex = createHmac('sha256', secret).update(bytes).digest('hex')
const basic = (text: string): string => `Basic ${Buffer.from(text).toString('base64')}`

const CASES: readonly (readonly [source: string, headers: Record<string, string>, genuine: boolean])[] = [
  ['github', { 'x-hub-signature-256': GITHUB }, true],
  ['github', { 'x-hub-signature-256': GITHUB.replace('7', '8') }, false],
  ['github', { 'x-hub-signature': GITHUB }, false],
  ['github', { authorization: `Bearer ${secret}` }, false],
  ['github', {}, false],
  ['jira', { 'x-hub-signature': GITHUB }, true],
  ['jira', { 'x-hub-signature': 'sha256=' }, false],
  ['pagerduty', { 'x-pagerduty-signature': `v1=${hex}` }, true],
  ['pagerduty', { 'x-pagerduty-signature': `v1=${'0'.repeat(64)}, v1=${hex}` }, true],
  ['pagerduty', { 'x-pagerduty-signature': `v1=${'0'.repeat(64)}` }, false],
  ['pagerduty', { 'x-pagerduty-signature': hex }, false],
  ['grafana', { 'x-grafana-alerting-signature': hex }, true],
  ['grafana', { 'x-grafana-alerting-signature': 'x', authorization: `Bearer secret` }, false],
  ['grafana', { authorization: basic(`grafana:${secret}`) }, true],
  ['alertmanager', { authorization: basic(`any:${secret}`) }, true],
  ['alertmanager', { authorization: basic('any:other') }, false],
  ['alertmanager', { authorization: 'Bearer ' }, false],
  ['alertmanager', {}, false],
  ['constructor', {}, false],
]
for (const [source, headers, genuine] of CASES) {
  test(`${source} with ${JSON.stringify(headers).slice(0, 80)} is ${genuine ? '' : 'not '}genuine`, () => {
    assert.equal(senderCheck(source).isGenuine(secret, { headers, bytes }), genuine)
  })
}
