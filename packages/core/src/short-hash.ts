/** Sixteen hexadecimal digits that are the same for the same text (two 32-bit FNV-1a sums). An identity for what has none of its own; no protection. */
export function shortHash(text: string): string {
  let one = 0x811c9dc5
  let two = 0x9dc5811c
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index)
    one = Math.imul(one ^ unit, 0x01000193)
    two = Math.imul(two ^ (unit + index), 0x01000193)
  }
  return [one, two].map((sum) => (sum >>> 0).toString(16).padStart(8, '0')).join('')
}
