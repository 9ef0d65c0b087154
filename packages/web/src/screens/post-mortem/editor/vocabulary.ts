import type { Extensions, Node } from '@tiptap/core'
import { MARKS, NODES } from '@blamefree/editor'
import { CodeBlock } from './code-block.ts'
import { Container } from './container.ts'
import { Directive } from './directive.ts'
import { Image } from './image.ts'
import { BulletList, ListItem, OrderedList } from './lists.ts'
import { Bold, Code, Comment, Italic, Link, Strike } from './marks.ts'
import { Blockquote, Doc, Footnote, FootnoteReference, HardBreak, Heading, HorizontalRule, Paragraph, Text, Title } from './plain-nodes.ts'
import { Table, TableCell, TableHeader, TableRow } from './tables.ts'

const TEXT = [
  Doc,
  Paragraph,
  Heading,
  Blockquote,
  BulletList,
  OrderedList,
  ListItem,
  CodeBlock,
  HorizontalRule,
  Text,
  HardBreak,
  Link,
  Bold,
  Italic,
  Strike,
  Code,
]
const REST = [Table, TableRow, TableHeader, TableCell, Container, Title, Footnote, Image, FootnoteReference, Directive, Comment]

/**
 * The nodes and marks of `packages/editor` as TipTap's extensions: the same names, contents and attributes in the same order, and how they look and are typed.
 * `views` replaces some by name. The order decides what stands where nothing is said (a paragraph) and which mark is around which.
 */
export function vocabulary(views: Extensions = []): Extensions {
  const names = [...Object.keys(NODES), ...Object.keys(MARKS)]
  return names.map((name, index) => {
    const extension = [...views, ...TEXT, ...REST].find((one) => one.name === name)
    if (extension === undefined) throw new Error(`The editor has no extension for ${name}.`)
    return (extension as Node).extend({ priority: 500 - index })
  })
}
