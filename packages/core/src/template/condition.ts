import { readPath } from './evaluate.ts'
import type { FillContext } from './fill-inline.ts'
import { pathOf } from './structure.ts'
import { isPresent, type Value } from './value.ts'
import { plainWords } from './words.ts'

/** Whether the condition of an `:::if` holds. A blank document shows what stands under every condition. */
export function holds(attributes: Readonly<Record<string, string>>, { filling, scope }: FillContext): boolean {
  if (filling.blank) return true
  const at = (key: string): Value => readPath(pathOf(attributes[key] ?? ''), scope, filling)
  if (attributes['has'] !== undefined && !isTrue(at('has'))) return false
  if (attributes['lacks'] !== undefined && isTrue(at('lacks'))) return false
  if (attributes['is'] === undefined) return attributes['has'] !== undefined || attributes['lacks'] !== undefined
  const words = new Set((attributes['value'] ?? '').split(',').map(same))
  const value = at('is')
  return value.kind === 'list' ? value.items.some((item) => words.has(same(plainWords(item)))) : words.has(same(plainWords(value)))
}

function isTrue(value: Value): boolean {
  return value.kind === 'yes-no' ? value.yes : isPresent(value)
}

function same(text: string): string {
  return text.trim().toLowerCase()
}
