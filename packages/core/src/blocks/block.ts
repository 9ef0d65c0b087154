import type { BlockContent, Heading } from 'mdast'
import type { Filling } from '../template/filling.ts'
import { text } from '../template/nodes.ts'

/** Attributes as written: a bare `key` is an empty string. */
export type Attributes = Readonly<Record<string, string>>

/** An attribute that a block takes. */
export interface BlockAttribute {
  readonly name: string
  readonly sentence: string
  /** What it may be: one of these, or (`many`) several of these with commas between; a number; nothing at all. */
  readonly values: readonly string[] | 'number' | 'flag'
  readonly many?: true
  /** Whether the block is nothing without it. */
  readonly required?: true
}

/** What a template can ask for as a block: `::timeline{events=key}`. */
export interface Block {
  readonly name: string
  readonly sentence: string
  readonly example: string
  readonly attributes: readonly BlockAttribute[]
  /** The block as the document holds it, its container included. */
  readonly fill: (attributes: Attributes, filling: Filling) => BlockContent[]
}

/** An attribute that says yes unless it is `false` or `no`, or another default when absent. */
export function isOn(attributes: Attributes, name: string, otherwise: boolean): boolean {
  const value = attributes[name]
  return value === undefined ? otherwise : value !== 'false' && value !== 'no'
}

/** A heading of a block's part, at the depth that its attribute asks for. */
export function heading(attributes: Attributes, value: string): Heading {
  const depth = Number(attributes['depth'] ?? '3')
  return { type: 'heading', depth: (depth >= 1 && depth <= 6 ? Math.trunc(depth) : 3) as Heading['depth'], children: [text(value)] }
}

/** The attribute that `heading` reads. */
export const DEPTH: BlockAttribute = { name: 'depth', sentence: 'How deep its headings are; 3 where nothing is said.', values: ['2', '3', '4', '5', '6'] }
export const YES_NO: readonly string[] = ['true', 'false']
