import { ActionIcon, Menu, UnstyledButton } from '@mantine/core'
import { IconDots, IconExternalLink } from '../../parts/icons.tsx'
import { Link } from '@tanstack/react-router'
import { NodeViewContent, NodeViewWrapper, type ReactNodeViewProps } from '@tiptap/react'
import type { Node } from '@tiptap/pm/model'
import type { Nodes, Root } from 'mdast'
import { lazy, memo, Suspense, useMemo, useState, type ReactNode } from 'react'
import { postMortem as words } from '../../text/post-mortem.ts'
import { isBound } from './editor/bound.ts'
import { parsedAttributes } from './editor/directive.ts'
import { imageSource } from '../../parts/document/image-source.ts'
import classes from './live-block.module.css'
import { LiveHead } from './live-frame.tsx'
import { EDITED_HERE } from './live-names.ts'
import { StillBlocks } from './still-document.tsx'
import { useWritten } from './writing-context.ts'

/** Loaded when somebody edits. */
const FactsDrawer = lazy(async () => ({ default: (await import('./facts-drawer.tsx')).FactsDrawer }))

/** A live block in the text: what it shows are the facts of now, which are edited beside the text or, the timeline, where it is at home. */
export function LiveBlock({ node, editor, getPos, selected }: ReactNodeViewProps): ReactNode {
  const { incident, document, status } = useWritten()
  // The editor is told in an effect, which draws no block again.
  const editable = editor.isEditable && status !== 'published'
  const name = String(node.attrs['name'])
  const [editing, setEditing] = useState(false)
  const bound = isBound(node)
  const facts = useMemo(() => (bound ? blockOf(document.tree as Root, editor.state.doc, getPos(), node) : null), [bound, document.tree, editor, getPos, node])
  const choose = (): void => {
    const at = getPos()
    if (at !== undefined) editor.commands.setNodeSelection(at)
  }
  return (
    <NodeViewWrapper as="section" className={classes['block']} data-live={name} data-bound={bound} data-chosen={selected} aria-label={words.block(name)}>
      <div className={classes['head']} contentEditable={false} onClick={choose} data-drag-handle="">
        <LiveHead name={name} bound={bound} />
        {editable && EDITED_HERE.has(name) ? (
          <UnstyledButton className={classes['edit'] ?? ''} aria-label={words.blockEditHereLabel(words.block(name))} onClick={() => setEditing(true)}>
            {words.blockEditHere}
          </UnstyledButton>
        ) : (
          <Link
            to={name === 'timeline' ? '/incidents/$incident/timeline' : '/incidents/$incident'}
            params={{ incident: incident.slug }}
            target="_blank"
            className={classes['edit']}
            aria-label={words.blockEditLabel(words.block(name))}
          >
            {words.blockEdit}
            <IconExternalLink size={13} aria-hidden />
          </Link>
        )}
        {editable ? <More name={name} node={node} editor={editor} getPos={getPos} /> : null}
      </div>
      {bound ? (
        <div contentEditable={false} className={classes['facts']}>
          {facts === null ? null : <Facts node={facts} incident={incident.id} />}
          {facts === null && node.textContent === '' ? <p className={classes['soon']}>{words.blockLoading}</p> : null}
        </div>
      ) : null}
      <NodeViewContent
        className={classes['own']}
        hidden={bound && (facts !== null || node.textContent === '')}
        {...(bound ? { contentEditable: false } : {})}
      />
      {editing ? (
        <Suspense>
          <FactsDrawer block={name} incident={incident.slug} onClose={() => setEditing(false)} />
        </Suspense>
      ) : null}
    </NodeViewWrapper>
  )
}

const Facts = memo(function Facts({ node, incident }: { node: Container; incident: string }): ReactNode {
  return <StillBlocks of={node.children} imageSource={(address) => imageSource(address, incident)} />
})

function More({ name, node, editor, getPos }: { name: string } & Pick<ReactNodeViewProps, 'node' | 'editor' | 'getPos'>): ReactNode {
  const change = (make: (at: number) => void) => (): void => {
    const at = getPos()
    if (at === undefined) return
    make(at)
    // What the menu would give the focus back to is gone; the keys for undo are the text's.
    setTimeout(() => editor.commands.focus(null, { scrollIntoView: false }))
  }
  return (
    <Menu position="bottom-end" width={250} returnFocus>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size={24} aria-label={words.blockMenu(words.block(name))}>
          <IconDots size={15} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={change((at) => editor.view.dispatch(editor.state.tr.replaceWith(at, at + node.nodeSize, node.content)))}>
          {words.blockToText}
          <br />
          <small className={classes['hint']}>{words.blockToTextHint}</small>
        </Menu.Item>
        <Menu.Item onClick={change((at) => editor.view.dispatch(editor.state.tr.delete(at, at + node.nodeSize)))}>{words.blockRemove}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}

type Container = Extract<Nodes, { type: 'containerDirective' }>

/** The same block in the document as the API shows it now: of the same name and attributes, the same in order. */
function blockOf(tree: Root, doc: Node, at: number | undefined, node: Node): Container | null {
  const key = keyOf(String(node.attrs['name']), parsedAttributes(node.attrs['attributes']))
  let before = 0
  doc.descendants((other, position) => {
    if (other.type.name !== 'container') return !other.isTextblock
    if (at !== undefined && position < at && keyOf(String(other.attrs['name']), parsedAttributes(other.attrs['attributes'])) === key) before++
    return true
  })
  return containersOf(tree).filter(({ name, attributes }) => keyOf(name, attributes ?? {}) === key)[before] ?? null
}

function keyOf(name: string, attributes: Readonly<Record<string, string | null | undefined>>): string {
  const given = Object.entries(attributes).filter(([attribute]) => attribute !== 'seal')
  return JSON.stringify([name, ...given.toSorted(([a], [b]) => (a < b ? -1 : 1))])
}

function containersOf(node: Nodes): Container[] {
  const own = node.type === 'containerDirective' ? [node] : []
  return 'children' in node && node.type !== 'paragraph' && node.type !== 'table' ? [...own, ...(node.children as Nodes[]).flatMap(containersOf)] : own
}
