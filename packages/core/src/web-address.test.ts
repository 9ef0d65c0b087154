import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { webAddress } from './index.ts'

const CASES: readonly (readonly [string, string | null])[] = [
  ['https://example.com/a?b=c#d', 'https://example.com/a?b=c#d'],
  ['https://user:pass@example.com/a', 'https://example.com/a'],
  ['https://files.example.com/F1/x.png?t=xoxe-1-2-3-abc', 'https://files.example.com/F1/x.png'],
  ['https://x.example.com/?a=1&access_token=abc&b=2', 'https://x.example.com/?a=1&b=2'],
  ['https://bucket.example.com/k?X-Amz-Signature=abc&X-Amz-Date=1', 'https://bucket.example.com/k'],
  ['https://video.example.com/watch?t=90', 'https://video.example.com/watch?t=90'],
  ['mailto:a@example.com', null],
  ['javascript:alert(1)', null],
  ['https://', null],
  ['/relative', null],
]

for (const [url, expected] of CASES) {
  test(`${url} becomes ${expected}`, () => assert.equal(webAddress(url), expected))
}

test('cleaning an address twice changes nothing', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.webUrl({ withQueryParameters: true, withFragments: true }),
        fc.string().map((text) => `https://${text}`),
      ),
      (url) => {
        const once = webAddress(url)
        if (once !== null) assert.equal(webAddress(once), once)
      },
    ),
  )
})
