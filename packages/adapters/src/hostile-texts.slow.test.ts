import assert from 'node:assert/strict'
import { test } from 'node:test'
import { rawOf } from './sources/testing/fixtures.ts'
import { readRaw } from './read-raw.ts'

/** What a text may be made of, over and over, so that a careless pattern goes through all of it again from each of its letters. */
const UNITS =
  ` |\t|\n| \t|\n\t|a|a |1|1:|.|...|,|-|=|"|'|&|&amp;|\\|\\\\n|$|^|%|~|*|**a|_|_a |\`|\`a|[|![|[a](|[a]:|[^a]|(|()|{|{code}|{quote}|<|<a |<!--|<![CDATA[|>|> |> - | - |# a\n|- a\n|1. a\n|\`\`\`\n
|h1. |@|@a |a@|:a|:a:|http://|https://a.b/|www.|foo.bar.|1.1.|1h |9 AM |09:00 |09:00:00 |\n09:00|2026-03-04 |2026-03-04T09:00:00Z |Ada Lovelace  9:00 AM\n|Ada [9:00 AM]\n|\u200b|\u0301|\u202e|\u{1f600}`
    .split('|')
    .concat('|', '|a', '||a', '[a|')

/** Where it stands. */
const PLACES: Readonly<Record<string, (text: string) => string>> = {
  'a file': (text) => text,
  'a line': (text) => `2026-03-04 09:00 Ada: ${text}x\u0000\n2026-03-04 09:05 Bob: x`,
  'a message': (text) => JSON.stringify([{ type: 'message', ts: '1772614800.000100', user: 'U1', text: `${text}\n!` }]),
  'a ticket': (description) =>
    JSON.stringify({
      key: 'A-1',
      id: '1',
      self: 'http://x/rest/api/2/issue/1',
      fields: { summary: 'x', description, created: '2026-03-04T09:00:00.000+0000' },
    }),
}

/** As much as is read in the thread of the requests. */
const BYTES = 32 * 1024

test('no text, whatever it is made of, is read for long', () => {
  for (const unit of UNITS) {
    for (const [place, put] of Object.entries(PLACES)) {
      const text = put(unit.repeat(Math.floor(BYTES / Buffer.byteLength(unit))))
      const began = process.cpuUsage().user
      readRaw(rawOf('x.txt', Buffer.from(text)), {})
      const milliseconds = (process.cpuUsage().user - began) / 1000
      assert.ok(milliseconds < 1500, `${Math.round(milliseconds)} ms for ${JSON.stringify(unit)} in ${place}`)
    }
  }
})
