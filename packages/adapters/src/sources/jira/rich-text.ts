import { blockMarkdown, inlineMarkdown } from '@blamefree/core'
import type { Root } from 'mdast'
import { adfTree, isAdf } from './adf.ts'
import { wikiTree } from './wiki-markup.ts'

/** A rich text of Jira as Markdown with its blocks: ADF (API v3) or wiki markup (v2). Empty where there is none. */
export function richBlocks(value: unknown): string {
  const tree = treeOf(value)
  return tree === null ? '' : blockMarkdown(tree)
}

/** The same as one paragraph, for a timeline row. */
export function richLine(value: unknown): string {
  const tree = treeOf(value)
  return tree === null ? '' : inlineMarkdown(tree)
}

function treeOf(value: unknown): Root | null {
  if (isAdf(value)) return adfTree(value)
  return typeof value === 'string' && value.trim() !== '' ? wikiTree(value.slice(0, MOST)) : null
}

/** Jira itself refuses longer texts (32,767 characters). */
const MOST = 100_000
