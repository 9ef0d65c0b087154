import { safeUrl } from '@blamefree/core'
import type { Construct, Loss, PageFile, PageOptions } from '@blamefree/core'
import type { Root } from 'mdast'
import type { AdfNode } from './adf.ts'

/** What writing one description knows and gathers. */
export interface Writing {
  /** Account ids by the id that a mention has. */
  readonly mentions: Readonly<Record<string, string>>
  /** Addresses of events in their source, by event. */
  readonly records: ReadonlyMap<string, string>
  readonly assets: NonNullable<PageOptions['assets']>
  /** Numbers of footnotes by identifier. */
  readonly notes: ReadonlyMap<string, number>
  readonly losses: Map<Construct, { what: Loss['what']; count: number }>
  /** Attachments, by name. */
  readonly files: Map<string, PageFile>
  /** Rows of tables, which may be left out of a description that is too long, those of a timeline with their events. */
  readonly rows: Map<AdfNode, { readonly timeline: boolean; readonly events: readonly string[] }>
  tasks: number
}

/** A fresh one for a tree that is exported. */
export function writingFor(tree: Root, { incident, assets = {}, mentions = {} }: PageOptions): Writing {
  const records = new Map<string, string>()
  for (const { id, origin } of incident?.events ?? []) {
    const url = origin.url === null ? null : safeUrl(origin.url)
    if (url !== null) records.set(id, url)
  }
  const notes = new Map<string, number>()
  for (const node of tree.children) if (node.type === 'footnoteDefinition') notes.set(node.identifier, notes.size + 1)
  return { mentions, records, assets, notes, losses: new Map(), files: new Map(), rows: new Map(), tasks: 0 }
}

/** Notes that something did not survive as it was. */
export function lose(writing: Writing, construct: Construct, what: Loss['what'] = 'simplified', count = 1): void {
  const before = writing.losses.get(construct)
  writing.losses.set(construct, { what: before?.what === 'dropped' ? 'dropped' : what, count: (before?.count ?? 0) + count })
}
