import { strToU8, zipSync } from 'fflate'

/** What would run if a page took somebody's words for markup. Each sets a mark that the tests look for. */
export const PAYLOADS: readonly string[] = [
  '<script>globalThis.ran = 1</script>',
  '"><img src=x onerror="globalThis.ran = 2">',
  '<svg/onload=globalThis.ran=3>',
  "'-globalThis.ran=4-'",
  '<iframe srcdoc="<script>parent.ran = 5</script>"></iframe>',
  '<a href="javascript:globalThis.ran=6">here</a>',
  '[here](javascript:globalThis.ran=7) ![there](javascript:globalThis.ran=8) <javascript:globalThis.ran=9>',
  '[here](data:text/html,<script>parent.ran=10</script>) [there](JaVa\tScript:globalThis.ran=11)',
  '{{constructor.constructor("globalThis.ran = 12")()}} ${globalThis.ran = 13}',
  '<style>@import "javascript:globalThis.ran=14"</style><base href="https://evil.example/"><meta http-equiv="refresh" content="0;url=javascript:globalThis.ran=15">',
  '</title></textarea><math><mtext></form><form><mglyph><style></math><img src onerror=globalThis.ran=16>',
]

/** All of them after a word that says where they stand. */
export const hostile = (where: string): string => `${where} ${PAYLOADS.join(' ')}`

/** The same in at most so many characters, for what is short. */
export const brief = (where: string, most = 120): string => `${where} ${PAYLOADS[1] ?? ''}${PAYLOADS[0] ?? ''}`.slice(0, most)

/** Addresses that no link may have. */
export const ADDRESSES: readonly string[] = [
  'javascript:globalThis.ran=20',
  ' JaVaScRiPt:globalThis.ran=21',
  'data:text/html,<script>parent.ran=22</script>',
  'vbscript:globalThis.ran=23',
]

/** A Slack export in which everybody and everything is called so. */
export function hostileExport(): Uint8Array {
  const json = (value: unknown): Uint8Array => strToU8(JSON.stringify(value))
  const start = 1_772_614_800
  const message = (text: string, after: number): object => ({
    type: 'message',
    user: 'U1',
    text,
    ts: `${start + after}.000100`,
    files: [{ id: `F${after}`, name: brief('file'), title: brief('file title'), mimetype: 'image/png', url_private: ADDRESSES[0], permalink: ADDRESSES[2] }],
  })
  return zipSync({
    'users.json': json([{ id: 'U1', name: brief('user'), real_name: brief('real name'), profile: { display_name: brief('display'), title: brief('job') } }]),
    'channels.json': json([{ id: 'C1', name: 'inc-7-checkout', topic: { value: hostile('topic') }, purpose: { value: hostile('purpose') } }]),
    'inc-7-checkout/2026-03-04.json': json([
      message('Checkout is down, customers see 503', 0),
      message(hostile('found the cause, rolled back'), 60),
      message(`<${ADDRESSES[0]}|a link> <https://example.com/"onmouseover="globalThis.ran=24|another> &lt;img src=x onerror=globalThis.ran=25&gt;`, 120),
      message('confirmed, checkout works again. Closing the incident.', 600),
    ]),
  })
}
