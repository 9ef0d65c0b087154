import type { Span } from './span.ts'

/** E-mail addresses and IP addresses. Versions (`v1.2.3.4`) and clock times are not among them. */
export function findAddresses(text: string): Span[] {
  const spans: Span[] = []
  const look = (pattern: RegExp, kind: string, put: string): void => {
    for (const match of text.matchAll(pattern)) spans.push({ start: match.index, end: match.index + match[0].length, kind, put })
  }
  if (text.includes('@')) look(EMAIL, 'e-mail', '[e-mail]')
  look(IP4, 'ip-address', '[IP address]')
  if (text.includes('::') || /(?:[0-9a-f]{1,4}:){7}/i.test(text)) look(IP6, 'ip-address', '[IP address]')
  return spans
}

const EMAIL = /(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}._%+-]{1,64}@(?:[\p{L}\p{N}-]{1,63}\.){1,8}\p{L}{2,24}/gu
const OCTET = '(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)'
const IP4 = new RegExp(`(?<![\\w.]|version |v)(?:${OCTET}\\.){3}${OCTET}(?![\\w]|\\.\\d)`, 'gi')
const IP6 =
  /(?<![\w:])(?:(?:[0-9a-f]{1,4}:){7}[0-9a-f]{1,4}|(?=[0-9a-f:]{0,39}\d)(?:[0-9a-f]{1,4}(?::[0-9a-f]{1,4}){0,6})?::(?:[0-9a-f]{1,4}(?::[0-9a-f]{1,4}){0,6})?)(?![\w:])/gi

/** Handles (`@cevans`) and mentions, channels (`#inc-42`; not `#123`) and addresses of pages. */
export function findHandles(text: string): Span[] {
  const spans: Span[] = []
  for (const match of text.matchAll(/(?<![\p{L}\p{N}._%+/@-])@[\p{L}\p{N}](?:[\p{L}\p{N}._-]{0,60}[\p{L}\p{N}_])?/gu)) {
    spans.push({ start: match.index, end: match.index + match[0].length, kind: 'handle', put: '[handle]' })
  }
  return spans
}

/** Names of channels: `#inc-42`, not the `#123` of a ticket or a `#heading` in an address. */
export function findChannels(text: string): Span[] {
  return [...text.matchAll(/(?<![\p{L}\p{N}/#&=?])#(?=[\p{L}\p{N}_-]{0,80}\p{L})[\p{L}\p{N}_-]{2,80}/gu)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    kind: 'channel',
    put: 'the channel',
  }))
}

/** Addresses of pages that stand in a text and that this audience may not have. */
export function findPages(text: string, isForThem: (url: string) => boolean): Span[] {
  if (!/:\/\/|www\./i.test(text)) return []
  return [...text.matchAll(/(?<![A-Za-z0-9])(?:https?:\/\/|www\.)[^\s<>"'`)\]}]{1,4096}/gi)]
    .filter(([url]) => !isForThem(url))
    .map((match) => ({ start: match.index, end: match.index + match[0].replace(/[.,;:!?]+$/, '').length, kind: 'link', put: '[link]' }))
}
