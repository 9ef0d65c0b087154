import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Instant } from '../instant.ts'
import { plainText } from '../plain-text.ts'
import { footerInline, isFooterText } from './footer-inline.ts'

const FOOTER = { url: 'https://pm.example.com/7', at: '2026-03-04T09:00:00.000Z' as Instant, shownAt: 'March 4, 2026 9:00 AM', by: 'Noor', version: '3' }

test('a footer says when, by whom and from which version, and links back', () => {
  const inline = footerInline(FOOTER)
  assert.equal(
    plainText({ type: 'paragraph', children: inline }),
    'Made by Blamefree on March 4, 2026 9:00 AM by Noor from version 3. Changes made here are kept.',
  )
  assert.ok(inline.some((node) => node.type === 'link' && node.url === FOOTER.url))
})

test('where nobody can change the page, it says where one can', () => {
  const words = plainText({ type: 'paragraph', children: footerInline(FOOTER, false) })
  assert.match(words, /from version 3\. To change something, change the post-mortem\.$/)
  assert.ok(isFooterText(words))
})

test('a footer is recognised with and without its parts, and a sentence that only begins like one is not', () => {
  for (const footer of [FOOTER, { ...FOOTER, url: null, by: null, version: null }])
    assert.ok(isFooterText(plainText({ type: 'paragraph', children: footerInline(footer) }).replace(/ /g, '\u00a0 ')))
  assert.ok(!isFooterText('Made by Blamefree on Monday, and we like it.'))
})
