import type { Extensions } from '@tiptap/core'
import { Dropcursor, Gapcursor, Placeholder } from '@tiptap/extensions'
import { ReactNodeViewRenderer } from '@tiptap/react'
import type { Room } from '../../../rooms/room.ts'
import { postMortem as words } from '../../../text/post-mortem.ts'
import { LiveBlock } from '../live-block.tsx'
import { carets } from './carets.ts'
import { ChosenByNow } from './chosen-by-now.ts'
import { StayPut } from './stay-put.ts'
import { LIVE } from '../live-names.ts'
import { Container } from './container.ts'
import { plainContainerView } from './container-view.ts'
import { Guard } from './guard.ts'
import { Image } from './image.ts'
import { ListKeys } from './lists.ts'
import { together } from './together.ts'
import { ToWrite } from './to-write.ts'
import { vocabulary } from './vocabulary.ts'

/** What an editor is made with. */
export interface Written {
  readonly room: Room
  readonly me: { readonly id: string; readonly name: string }
  /** The incident whose images, people and events it offers. */
  readonly incident: string
}

/** Everything that the editor of a post-mortem can do. */
export function extensions({ room, me, incident }: Written, more: Extensions = []): Extensions {
  const live = ReactNodeViewRenderer(LiveBlock, {
    stopEvent: ({ event }) => event.target instanceof Element && event.target.closest('a, button, [role=menu]') !== null,
  })
  const container = Container.extend({
    addNodeView: () => (given) => (LIVE.has(String(given.node.attrs['name'])) ? live(given) : plainContainerView(given)),
  })
  return [
    ...vocabulary([container, Image.configure({ incident })]),
    ChosenByNow,
    StayPut,
    ListKeys,
    Guard,
    ToWrite,
    Dropcursor.configure({ class: 'drop-cursor', color: false, width: 2 }),
    Gapcursor,
    Placeholder.configure({ placeholder: ({ node }) => (node.type.name === 'heading' ? words.heading : words.empty), includeChildren: true }),
    together(room.text),
    carets(room, me),
    ...more,
  ]
}
