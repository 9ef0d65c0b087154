import { safeUrl } from './safe-url.ts'

/** An address as a fact may hold it: http or https, without user name, password and tokens (whole parameters go); null for anything else. */
export function webAddress(url: string): string | null {
  const safe = safeUrl(url)
  if (safe === null || !/^https?:/i.test(safe) || safe.length > MOST) return null
  const [address, fragment] = split(safe.replace(/^(https?:\/\/)[^/?#]*@/i, '$1'), '#')
  if (!/^https?:\/\/[^/?#]/i.test(address)) return null
  const [path, query] = split(address, '?')
  const kept = (query ?? '').split('&').filter((parameter) => parameter !== '' && !isSecret(parameter))
  const tail = fragment === undefined || isSecret(fragment) || fragment === '' ? '' : `#${fragment}`
  return `${path}${kept.length === 0 ? '' : `?${kept.join('&')}`}${tail}`
}

const MOST = 4_000

/** Names of parameters that let whoever has the address in: export tokens, API keys, signatures of storage services. */
const SECRET =
  /^(?:t|(?:[a-z_-]*(?:token|secret|password|passwd|signature))|api_?-?key|auth|authorization|jwt|sig|code|se|x-amz-[a-z-]+|x-goog-[a-z-]+|awsaccesskeyid|googleaccessid|policy)$/i

function isSecret(parameter: string): boolean {
  const [name, value = ''] = split(parameter, '=')
  if (/^(?:xox[a-z]-|gh[opsu]_|glpat-|eyJ[A-Za-z0-9_-]{10,}\.)/.test(value)) return true
  // A short `t` or `code` is a time or a status, not a key.
  return SECRET.test(name) && !(/^(?:t|code|se)$/i.test(name) && value.length < 12)
}

function split(text: string, mark: string): [string, string | undefined] {
  const at = text.indexOf(mark)
  return at < 0 ? [text, undefined] : [text.slice(0, at), text.slice(at + 1)]
}
