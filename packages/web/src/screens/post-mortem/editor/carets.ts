import { CollaborationCaret } from '@tiptap/extension-collaboration-caret'
import type { Extension } from '@tiptap/core'
import { colourOf } from '../../../rooms/use-presence.ts'
import type { Room } from '../../../rooms/room.ts'

/** Where others are, under their names. The server says who a caret belongs to; the colours are classes, since the page allows no styles in attributes. */
export function carets(room: Room, me: { readonly id: string; readonly name: string }): Extension {
  return CollaborationCaret.configure({
    provider: room.provider,
    user: { id: me.id, name: me.name },
    render(user) {
      const caret = document.createElement('span')
      const name = document.createElement('span')
      caret.className = `caret who-${colourOf(String(user['id']))}`
      name.className = 'caret-name'
      name.textContent = String(user['name'])
      // Neither is part of the text for a screen reader; the list of who is here says it.
      caret.setAttribute('aria-hidden', 'true')
      caret.append('\u2060', name, '\u2060')
      return caret
    },
    selectionRender: (user) => ({ nodeName: 'span', class: `chosen-by who-${colourOf(String(user['id']))}` }),
  })
}
