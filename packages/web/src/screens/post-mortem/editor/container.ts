import { InputRule, Node } from '@tiptap/core'
import { DIRECTIVES } from '@blamefree/core'
import { NODES } from '@blamefree/editor'
import { attributesOf } from './plain-nodes.ts'

/** The kinds of callouts. */
export const CALLOUTS = ['note', 'tip', 'warning', 'danger'] as const

const known = (name: unknown): boolean => DIRECTIVES.container.some((directive) => directive === name)

/** Every container: callouts, live blocks, guidance, evidence and what a machine filled. How each is shown is its view's. */
export const Container = Node.create({
  name: 'container',
  group: NODES.container.group,
  content: NODES.container.content,
  defining: true,
  addAttributes: () => attributesOf('container'),
  parseHTML: () => [
    {
      tag: 'div[data-container]',
      getAttrs: (element) => (known(element.getAttribute('data-container')) ? { name: element.getAttribute('data-container') } : false),
    },
  ],
  renderHTML: ({ node, HTMLAttributes }) => ['div', { ...HTMLAttributes, 'data-container': String(node.attrs['name']) }, 0],
  addInputRules() {
    return [
      // `:::note `, as in the Markdown of templates.
      new InputRule({
        find: /^:::(note|tip|warning|danger)\s$/,
        handler: ({ chain, range, match: [, kind = 'note'] }) =>
          void chain()
            .deleteRange(range)
            .wrapIn(this.name, { name: 'callout', attributes: JSON.stringify({ kind }) })
            .run(),
      }),
    ]
  },
})
