import { exportedTree, plainText, type Document, type Finding } from '@blamefree/core'
import { findingsIn } from './findings-in.ts'

/** What a post-mortem is found by across incidents: what people and the facts say in it, without the guidance of its template and what the record offered. */
export interface Indexed {
  /** Its words without markup, for the search. */
  readonly plain: string
  readonly findings: readonly Finding[]
}

/** What is kept beside a document so that it is found; the document stays the truth. */
export function indexedIn({ tree }: Document): Indexed {
  const said = exportedTree(tree, { evidence: false })
  return { plain: plainText(said), findings: findingsIn(said) }
}
