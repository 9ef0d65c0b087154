/**
 * A value as JSON that PostgreSQL can keep. jsonb refuses the character U+0000 and halves of surrogate pairs, which JSON allows and other systems' records hold: they become U+FFFD.
 */
export function jsonText(value: unknown): string {
  const text = JSON.stringify(value)
  return MAYBE.test(text) ? text.replace(REFUSED, '$1\\ufffd') : text
}

/** What a record or a person wrote, as text columns and jsonb can keep it; the same object where there is nothing to replace. */
export function storable<T>(value: T): { readonly value: T; readonly text: string } {
  const text = JSON.stringify(value)
  if (!MAYBE.test(text)) return { value, text }
  const kept = text.replace(REFUSED, '$1\\ufffd')
  return { value: JSON.parse(kept) as T, text: kept }
}

const MAYBE = /\\u(?:0000|d[89a-f])/
/** An escape of one of them, and not the words `\u0000` behind an escaped backslash. JSON.stringify escapes halves of pairs only, in lower case. */
const REFUSED = /(?<!\\)((?:\\\\)*)\\u(?:0000|d[89a-f][\da-f]{2})/g
