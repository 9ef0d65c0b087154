import type { Nodes, RootContent } from 'mdast'
import type { ContainerDirective } from 'mdast-util-directive'
import { blockOf } from '../blocks/blocks.ts'
import type { Configuration } from '../configuration.ts'
import type { Document } from '../document.ts'
import type { Incident } from '../incident.ts'
import { normalise } from '../normalise.ts'
import type { Problem } from '../problem.ts'
import { fill } from './fill.ts'
import { newFilling, type Filling } from './filling.ts'
import { isFilled, sealAll, sealOf } from './seal.ts'
import type { Template } from './template.ts'

/** What refill replaced: a block or generated prose, with a sentence. */
export interface RefillChange {
  /** `timeline`, `generated` … */
  readonly block: string
  /** Which variable or findings, for `generated`; null otherwise. */
  readonly of: string | null
  readonly message: string
}

/** A container that a machine filled and that the facts of now say otherwise. */
export interface RefillBlock {
  /** As it stands in the document. */
  readonly before: ContainerDirective
  /** With the facts of now; null: there is nothing to show any more. */
  readonly after: ContainerDirective | null
  /** Somebody edited it: it stays as it is. */
  readonly touched: boolean
}

/**
 * A document with the facts of now: live blocks, evidence and generated prose that nobody touched are filled again, everything else stays as it is. What a person
 * edited inside one of them is theirs from then on, and is said.
 */
export function refill(
  document: Document,
  template: Template,
  incident: Incident,
  configuration: Configuration,
): { readonly document: Document; readonly changes: readonly RefillChange[]; readonly blocks: readonly RefillBlock[]; readonly problems: readonly Problem[] } {
  const fresh = fill({ ...template, zone: document.zone }, incident, configuration)
  const walk: Walk = {
    fresh: gather(fresh.document.tree.children),
    filling: newFilling(incident, configuration, { zone: document.zone }),
    seen: new Map(),
    changes: [],
    blocks: [],
    kept: [],
  }
  const children = replaceAll(document.tree.children, walk) as RootContent[]
  const problems = fresh.problems.filter(({ code }) => code !== 'fill/left-to-people')
  return { document: { ...document, tree: { type: 'root', children } }, changes: walk.changes, blocks: walk.blocks, problems: [...problems, ...walk.kept] }
}

interface Walk {
  /** What the template gives now, by key, in order. */
  readonly fresh: ReadonlyMap<string, readonly ContainerDirective[]>
  readonly filling: Filling
  readonly seen: Map<string, number>
  readonly changes: RefillChange[]
  readonly blocks: RefillBlock[]
  readonly kept: Problem[]
}

function replaceAll(children: readonly Nodes[], walk: Walk): Nodes[] {
  return children.flatMap((node) => {
    if (node.type === 'containerDirective' && isFilled(node)) return replaced(node, walk)
    if (!('children' in node) || (node.type !== 'containerDirective' && node.type !== 'blockquote' && node.type !== 'list' && node.type !== 'listItem'))
      return node
    return { ...node, children: replaceAll(node.children, walk) } as Nodes
  })
}

/** A container with the facts of now; none where evidence has nothing to show any more. */
function replaced(node: ContainerDirective, walk: Walk): ContainerDirective | [] {
  const key = keyOf(node)
  const index = walk.seen.get(key) ?? 0
  walk.seen.set(key, index + 1)
  const of = node.attributes?.['of'] ?? null
  const seal = node.attributes?.['seal']
  const next = walk.fresh.get(key)?.[index] ?? refreshed(node, walk.filling)
  if (node.children.length > 0 && seal !== sealOf(node)) {
    walk.kept.push({
      code: 'refill/kept',
      message: `Somebody edited ${nameOf(node.name, of)}, so it stays as it is.`,
      hint: 'Take the block out and put it in again to have the facts of now.',
      weight: 'info',
    })
    if (next !== null && next.attributes?.['seal'] !== sealOf(node)) walk.blocks.push({ before: node, after: filledAs(node, next), touched: true })
    return node
  }
  if (next === null && node.name === 'evidence' && node.children.length > 0) {
    walk.changes.push({ block: node.name, of, message: `${capital(nameOf(node.name, of))} has nothing more to offer here, and is gone.` })
    walk.blocks.push({ before: node, after: null, touched: false })
    return []
  }
  if (next === null || next.attributes?.['seal'] === seal) return node
  walk.changes.push({ block: node.name, of, message: `${capital(nameOf(node.name, of))} shows the facts of now.` })
  const after = filledAs(node, next)
  walk.blocks.push({ before: node, after, touched: false })
  return after
}

function filledAs(node: ContainerDirective, next: ContainerDirective): ContainerDirective {
  return { ...node, attributes: { ...node.attributes, seal: next.attributes?.['seal'] ?? '' }, children: next.children }
}

/** A block that the template does not have: somebody put it in, and its attributes say what it shows. */
function refreshed({ name, attributes }: ContainerDirective, filling: Filling): ContainerDirective | null {
  const block = blockOf(name === 'generated' && attributes?.['of'] === 'findings' ? 'findings' : name)
  if (block === null) return null
  const given = Object.fromEntries(Object.entries(attributes ?? {}).filter(([key]) => key !== 'seal' && key !== 'of')) as Record<string, string>
  const { children } = normalise({ type: 'root', children: block.fill(given, filling) })
  sealAll(children)
  const [filled] = children
  return filled?.type === 'containerDirective' ? filled : null
}

function gather(children: readonly Nodes[], found = new Map<string, ContainerDirective[]>()): Map<string, ContainerDirective[]> {
  for (const node of children) {
    if (node.type === 'containerDirective' && isFilled(node)) found.set(keyOf(node), [...(found.get(keyOf(node)) ?? []), node])
    else if ('children' in node) gather(node.children, found)
  }
  return found
}

/** A container by name and by what its author gave it, in whatever order. */
function keyOf({ name, attributes }: ContainerDirective): string {
  const given = Object.entries(attributes ?? {}).filter(([key]) => key !== 'seal')
  return JSON.stringify([name, ...given.toSorted(([a], [b]) => (a < b ? -1 : 1))])
}

function nameOf(name: string, of: string | null): string {
  if (name !== 'generated') return `the block \`${name}\``
  return of === null ? 'generated text' : `the text of \`${of}\``
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
