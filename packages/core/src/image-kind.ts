/** What every JavaScript has, and the language's own library does not declare. */
declare const TextDecoder: new (encoding: string, options: { readonly fatal: boolean }) => { decode(bytes: Uint8Array): string }

/**
 * What kind of image bytes are, told by the bytes themselves: what a file says of itself is not to be trusted. Null for what is no image that we show, and for drawings (SVG)
 * that could run something or reach outside.
 */
export function imageKind(bytes: Uint8Array): string | null {
  const head = String.fromCharCode(...bytes.subarray(0, 16))
  if (head.startsWith('\u0089PNG\r\n\u001a\n')) return 'image/png'
  if (head.startsWith('\u00ff\u00d8\u00ff')) return 'image/jpeg'
  if (/^GIF8[79]a/.test(head)) return 'image/gif'
  if (head.startsWith('RIFF') && head.startsWith('WEBP', 8)) return 'image/webp'
  if (/^[^]{4}ftypavi[fs]/.test(head)) return 'image/avif'
  return isHarmlessSvg(bytes) ? 'image/svg+xml' : null
}

/** Elements that run, load or replace something, or change what another element points to. */
const ELEMENTS = /<\s*(?:[\w-]+:)?(?:script|foreignObject|iframe|object|embed|handler|listener|set|animate\w*|audio|video|link|meta|a)\b/i
const LOADS = /\b(?:javascript|vbscript|data)\s*:|@import|url\s*\(\s*["']?\s*(?!#)/i

function isHarmlessSvg(bytes: Uint8Array): boolean {
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return false
  }
  if (!/^\ufeff?\s*(?:<\?xml[^>]*\?>\s*)?(?:<!--[^]*?-->\s*)*<svg[\s>]/.test(text)) return false
  // Declarations and numeric characters could hide any of the words below.
  if (/<!(?:DOCTYPE|ENTITY)|&#|<\?(?!xml\s)/i.test(text.slice(1))) return false
  if (ELEMENTS.test(text) || LOADS.test(text) || /[\s"'/]on[a-z]+\s*=/i.test(text)) return false
  return [...text.matchAll(/\b(?:href|src)\s*=\s*(["']?)([^"'\s>]*)/gi)].every(([, , target = '']) => target.startsWith('#'))
}
