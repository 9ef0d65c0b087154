import { Node } from '@tiptap/core'
import { safeImageUrl } from '@blamefree/core'
import { NODES } from '@blamefree/editor'
import { imageSource } from '../../../parts/document/image-source.ts'
import { attributesOf } from './plain-nodes.ts'

/** An image in the text. `incident`: whose images it shows. */
export const Image = Node.create<{ incident: string }>({
  name: 'image',
  group: NODES.image.group,
  inline: true,
  draggable: true,
  addOptions: () => ({ incident: '' }),
  addAttributes: () => ({
    ...attributesOf('image'),
    src: { ...attributesOf('image')['src'], parseHTML: sourceOf },
    alt: { default: '' },
    title: { default: null },
  }),
  parseHTML: () => [{ tag: 'img', getAttrs: (element) => (sourceOf(element) === '' ? false : null) }],
  renderHTML({ node, HTMLAttributes: { 'data-around': around } }) {
    const { src, alt, title } = node.attrs as { src: string; alt: string; title: string | null }
    const found = imageSource(src, this.options.incident)
    const kept = { 'data-src': src, alt, ...(title === null ? {} : { title }), ...(around === undefined ? {} : { 'data-around': String(around) }) }
    return ['img', found === null ? kept : { ...kept, src: found, loading: 'lazy' }]
  },
})

/** What of a pasted image may stay: the document's own address of it, or one on the web. */
function sourceOf(element: HTMLElement): string {
  const own = /^\/v1\/incidents\/[^/]+\/images\/([\da-f-]{36})$/.exec(element.getAttribute('src') ?? '')?.[1]
  return own === undefined ? (safeImageUrl(element.getAttribute('data-src') ?? element.getAttribute('src') ?? '') ?? '') : `images/${own}`
}
