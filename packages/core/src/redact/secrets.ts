import { SECRET, type Span } from './span.ts'
import { TOKEN_SHAPES } from './token-shapes.ts'

/** Every secret in a text, for every audience: tokens of known shapes, passwords in addresses, and what stands after a name that promises a secret. */
export function findSecrets(text: string): Span[] {
  const spans: Span[] = []
  if (!PROMISING.test(text)) return spans
  for (const [kind, pattern] of TOKEN_SHAPES) {
    for (const match of text.matchAll(pattern)) spans.push({ start: match.index, end: match.index + match[0].length, kind, put: SECRET })
  }
  if (text.includes('://')) {
    for (const match of text.matchAll(USER_INFO)) spans.push({ start: match.index, end: match.index + match[0].length, kind: 'password', put: SECRET })
  }
  for (const match of text.matchAll(SCHEME)) {
    const value = match[2] ?? ''
    if (/[\d=+/]/.test(value) || /[a-z][A-Z]/.test(value)) push(spans, match, value, 'authorization')
  }
  for (const match of text.matchAll(NAMED)) namedSecret(match, text, spans)
  for (const match of text.matchAll(FLAG)) push(spans, match, match[1] ?? '', 'password')
  return spans
}

/**
 * Something that every rule below needs: the fixed letters of a token's shape, a sign after a name, an option, a scheme. Most texts have none of
 * it, and looking once is quicker than twenty times.
 */
const PROMISING =
  /-----BEGIN|AGE-SECRET|A(?:KI|SI|BI|CC)A|gh[pousr]_|github_pat_|gl[a-z]+-|xox[a-z]|xapp-|hooks\.slack|discord(?:app)?\.com|_(?:live|test)_|whsec_|AIza|ya29\.|GOCSPX|eyJ|npm_|sk-|SG\.|do[por]_v1_|hf_|pypi-|gl(?:sa|c)_|hv[sbr]\.|shp(?:at|ca|pa|ss)_|lin_api_|ATATT3|NRAK-|dckr_pat_|sntrys_|pul-|:AA|:\/\/[^\s/]*@|(?:pass|pwd|secret|token|key|auth|credential|signature|sig|cookie|session)[\w-]{0,20}["'\u201d\u2019]{0,2}[ \t]{0,4}[:=]|--?[a-z-]{0,20}(?:pass|token|secret|key)|\b(?:bearer|basic|negotiate|digest|apikey|token)\s/i

/** The user and password of an address, as far as the last `@` before its path. */
const USER_INFO = /(?<=[a-z0-9]:\/\/)(?:[^\s/?#@:]{1,256}(?::[^\s/?#]{1,256})?|:[^\s/?#]{1,256})(?=@)/gi
const SCHEME = /\b(bearer|basic|negotiate|digest|apikey|token)\s{1,4}([A-Za-z0-9+/_.~-]{8,4096}={0,2})/gi
/** A name of a secret, a sign, and a value in quotes or up to a space. `[^\S]` and counts keep it from running away on long lines. */
const NAMED =
  /(?<![A-Za-z])((?:[A-Za-z0-9]{1,40}[_.-]){0,6}[A-Za-z]{0,24}(pass(?:word|wd|phrase|code)?|pwd|secret|token|api[_-]?key|apikey|access[_-]?key|secret[_-]?key|private[_-]?key|account[_-]?key|signing[_-]?key|encryption[_-]?key|license[_-]?key|auth|authorization|credentials?|signature|sig|cookie|session[_-]?id|key))(?:["'\u201d\u2019]{1,2})?[ \t]{0,4}(=>|:=|==?|:)[ \t]{0,4}("[^"\n]{1,4096}"|'[^'\n]{1,4096}'|\u201c[^\u201d\n]{1,4096}\u201d|`[^`\n]{1,4096}`|[^\s&"'<>`,;]{1,4096})/gi
const FLAG = /(?<![\w-])--?(?:[a-z]{1,20}-)?(?:password|passwd|token|secret|api-?key)[ =]{1,2}("[^"\n]{1,4096}"|'[^'\n]{1,4096}'|[^\s&"'<>]{1,4096})/gi

function namedSecret(match: RegExpExecArray, text: string, spans: Span[]): void {
  const [whole, name = '', tail = '', sign = '', value = ''] = match
  const bare = value.replace(/^["'\u201c`]|["'\u201d`]$/g, '').replace(/[.)\]}]+$/, '')
  if (bare === '' || isPlaceholder(bare)) return
  // The kind of key stands before the word where it is written apart: `api_key`.
  const word = (/(?:api|access|secret|private|account|signing|encryption|license)[_-]?key$/i.exec(name)?.[0] ?? tail).toLowerCase().replace(/[_-]/g, '')
  const quoted = bare !== value && /^["'\u201c`]/.test(value)
  const telling = /\d/.test(bare) || /[^A-Za-z0-9]/.test(bare.slice(0, -1)) || /[a-z][A-Z]/.test(bare)
  const proseGoesOn = /^ [A-Za-z]/.test(text.slice(match.index + whole.length, match.index + whole.length + 2))
  if (/^(?:auth|authorization)$/.test(word) && /^(?:bearer|basic|digest|token|negotiate|apikey)$/i.test(bare)) return
  let taken: boolean
  if (/^(?:pass|passwd|password|passphrase|passcode|pwd|secret|clientsecret|credentials?)$/.test(word)) {
    taken = sign === ':' ? quoted || telling || (!proseGoesOn && bare.length >= 4) : bare.length >= 3
    if (word === 'pass' || word.startsWith('credential')) taken &&= quoted || telling
  } else if (/^(?:key|sig|signature|auth|authorization|cookie|sessionid)$/.test(word)) taken = isRandom(bare) && bare.length >= 16
  else taken = bare.length >= 6 && (telling || quoted || bare.length >= 20)
  if (taken) push(spans, match, value, /pass|pwd/.test(word) ? 'password' : 'key')
}

/** A mixture that nobody types: not a UUID, commit or plain number, which are how systems name things. */
function isRandom(value: string): boolean {
  if (/^(?:[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}|[0-9a-f]{7,64}|\d+)$/i.test(value)) return false
  return /\d/.test(value) && /[A-Za-z]/.test(value)
}

const isPlaceholder = (value: string): boolean =>
  /^(?:\[secret|\*+|x{3,}|\u2022+|\.{3,}|\u2026|\$\w+|\$\{\w+\}?|\{\{.*|<\w*>?|null|none|true|false|undefined|redacted)$/i.test(value)

function push(spans: Span[], match: RegExpExecArray, value: string, kind: string): void {
  const start = match.index + match[0].lastIndexOf(value)
  if (!isPlaceholder(value)) spans.push({ start, end: start + value.length, kind, put: SECRET })
}
