import type { NodeViewRenderer } from '@tiptap/core'
import { postMortem as words } from '../../../text/post-mortem.ts'
import { CALLOUTS } from './container.ts'
import { parsedAttributes } from './directive.ts'

/** How a container is shown that is no live block: a callout with its kind, guidance and evidence folded (wide pages have them at the side), and what a machine filled as plain text. */
export const plainContainerView: NodeViewRenderer = (given) => {
  const name = String(given.node.attrs['name'])
  if (name === 'callout') return calloutView(given)
  if (name === 'guidance' || name === 'evidence') return foldedView(name)
  const dom = document.createElement('div')
  dom.dataset['container'] = name
  return { dom, contentDOM: dom, update: (node) => node.type.name === 'container' && node.attrs['name'] === name }
}

const calloutView: NodeViewRenderer = ({ node: first, editor, getPos }) => {
  const dom = document.createElement('div')
  const button = document.createElement('button')
  const contentDOM = document.createElement('div')
  dom.dataset['container'] = 'callout'
  button.type = 'button'
  button.contentEditable = 'false'
  let kind: (typeof CALLOUTS)[number] = 'note'
  const show = (node: typeof first): void => {
    kind = CALLOUTS.find((one) => one === parsedAttributes(node.attrs['attributes'])['kind']) ?? 'note'
    dom.dataset['kind'] = kind
    button.title = words.calloutKind(words.callout[kind])
    button.setAttribute('aria-label', button.title)
  }
  button.addEventListener('click', () => {
    const at = getPos()
    const node = at === undefined ? null : editor.state.doc.nodeAt(at)
    if (at === undefined || node === null || !editor.isEditable) return
    const next = CALLOUTS[(CALLOUTS.indexOf(kind) + 1) % CALLOUTS.length]
    const attributes = JSON.stringify({ ...parsedAttributes(node.attrs['attributes']), kind: next })
    editor.view.dispatch(editor.state.tr.setNodeMarkup(at, undefined, { ...node.attrs, attributes }))
  })
  show(first)
  dom.append(button, contentDOM)
  return {
    dom,
    contentDOM,
    update(node) {
      if (node.type.name !== 'container' || node.attrs['name'] !== 'callout') return false
      show(node)
      return true
    },
    stopEvent: (event) => event.target === button,
    ignoreMutation: (mutation) => mutation.type !== 'selection' && !contentDOM.contains(mutation.target),
  }
}

function foldedView(name: 'guidance' | 'evidence'): ReturnType<NodeViewRenderer> {
  const dom = document.createElement('details')
  const summary = document.createElement('summary')
  const contentDOM = document.createElement('div')
  dom.dataset['container'] = name
  dom.contentEditable = 'false'
  summary.textContent = words[name]
  dom.append(summary, contentDOM)
  return {
    dom,
    contentDOM,
    update: (node) => node.type.name === 'container' && node.attrs['name'] === name,
    stopEvent: (event) => event.target instanceof Node && dom.contains(event.target) && event.type !== 'copy',
    ignoreMutation: (mutation) => mutation.type !== 'selection' && !contentDOM.contains(mutation.target),
  }
}
