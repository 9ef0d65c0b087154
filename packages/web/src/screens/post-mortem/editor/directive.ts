import { Node } from '@tiptap/core'
import { DIRECTIVES, plainText } from '@blamefree/core'
import type { PhrasingContent } from 'mdast'
import { NODES } from '@blamefree/editor'
import { attributesOf } from './plain-nodes.ts'

const known = (name: unknown): boolean => DIRECTIVES.text.some((directive) => directive === name)

/** The attributes of a directive, as they stand in JSON. */
export function parsedAttributes(json: unknown): Readonly<Record<string, string>> {
  try {
    const parsed: unknown = JSON.parse(String(json))
    return typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed) ? (parsed as Record<string, string>) : {}
  } catch {
    return {}
  }
}

/** The words that a directive shows. */
export function labelText(json: unknown): string {
  try {
    return plainText(JSON.parse(String(json)) as PhrasingContent[])
  } catch {
    return ''
  }
}

/** A person, a moment or an event of the timeline, in the text. */
export const Directive = Node.create({
  name: 'directive',
  group: NODES.directive.group,
  inline: true,
  atom: true,
  addAttributes: () => attributesOf('directive'),
  parseHTML: () => [
    {
      tag: 'span[data-directive]',
      getAttrs: (element) => (known(element.getAttribute('data-directive')) ? { name: element.getAttribute('data-directive') } : false),
    },
  ],
  renderHTML: ({ node, HTMLAttributes }) => ['span', { ...HTMLAttributes, 'data-directive': String(node.attrs['name']) }, labelText(node.attrs['label'])],
  renderText: ({ node }) => labelText(node.attrs['label']),
})
