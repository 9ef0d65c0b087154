import type { ContainerDirective, LeafDirective } from 'mdast-util-directive'
import type { BlockAttribute } from '../blocks/block.ts'
import type { Check } from './check.ts'
import { knownNames } from './nearest.ts'

/** Every attribute that a block does not take, and every value that an attribute may not have. */
export function checkAttributes(node: ContainerDirective | LeafDirective, known: readonly BlockAttribute[], check: Check): void {
  const offset = node.position?.start.offset ?? 0
  const line = check.source.slice(offset).split('\n', 1)[0] ?? ''
  for (const { name, required, values } of known) {
    if (required !== true || (node.attributes?.[name] ?? '') !== '') continue
    const hint = typeof values === 'object' && values.length > 0 ? knownNames('', values) : `Write \`${node.name}{${name}=…}\`.`
    check.say('missing-attribute', `\`${node.name}\` needs \`${name}\`.`, hint, offset)
  }
  for (const [name, value] of Object.entries(node.attributes ?? {})) {
    const written = new RegExp(`[{\\s]${name.replace(/[^\w-]/g, '.')}(?=[=\\s}])`).exec(line)
    const at = written === null ? offset : offset + written.index + 1
    const attribute = known.find((candidate) => candidate.name === name)
    if (attribute === undefined) {
      const names = known.map((candidate) => candidate.name)
      check.say('unknown-attribute', `\`${node.name}\` has no attribute \`${name}\`.`, knownNames(name, names), at)
      continue
    }
    const fault = valueFault(attribute, value ?? '', check)
    if (fault !== null) check.say('unknown-value', fault.message, fault.hint, at)
  }
}

function valueFault({ name, values, many }: BlockAttribute, value: string, { template }: Check): { message: string; hint: string } | null {
  if (template.marked.parts(value).some((part) => typeof part !== 'string')) return null
  if (values === 'number') return /^\d{1,6}$/.test(value) ? null : { message: `\`${name}\` takes a number, got \`${value}\`.`, hint: `Write \`${name}=20\`.` }
  if (values === 'flag') {
    return ['', 'true', 'false'].includes(value) ? null : { message: `\`${name}\` takes no value, got \`${value}\`.`, hint: `Write \`${name}\` alone.` }
  }
  if (values.length === 0) return null
  const given = many === true ? value.split(',').map((part) => part.trim()) : [value]
  const unknown = given.find((part) => !values.includes(part))
  return unknown === undefined ? null : { message: `\`${name}\` cannot be \`${unknown}\`.`, hint: knownNames(unknown, values) }
}
