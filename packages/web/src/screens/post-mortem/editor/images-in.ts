import { Extension, type Editor } from '@tiptap/core'
import { Plugin } from '@tiptap/pm/state'
import { answer, api } from '../../../api/client.ts'
import { say, sayProblem } from '../../../shell/say.ts'
import { postMortem as words } from '../../../text/post-mortem.ts'

/** Images that are pasted or dropped become the incident's, and stand where they were put. */
export function imagesIn(incident: string): Extension {
  return Extension.create({
    name: 'imagesIn',
    addProseMirrorPlugins() {
      const { editor } = this
      return [
        new Plugin({
          props: {
            handlePaste(_view, event) {
              const files = imagesOf(event.clipboardData)
              // What a word processor copies has a picture of itself beside its text.
              if (files.length === 0 || (event.clipboardData?.getData('text/html') ?? '').includes('<p')) return false
              void putImages(editor, incident, files)
              return true
            },
            handleDrop(view, event) {
              const files = imagesOf(event.dataTransfer)
              if (files.length === 0) return false
              const at = view.posAtCoords({ left: event.clientX, top: event.clientY })?.pos
              void putImages(editor, incident, files, at)
              return true
            },
          },
        }),
      ]
    },
  })
}

const imagesOf = (data: DataTransfer | null): File[] => [...(data?.files ?? [])].filter(({ type }) => type.startsWith('image/'))

/** Hands images in and puts them into the text, at a place or where the caret is. */
export async function putImages(editor: Editor, incident: string, files: readonly File[], at?: number): Promise<void> {
  for (const file of files) {
    say(words.imageComing(file.name))
    try {
      const { address } = await answer(
        api.POST('/v1/incidents/{incident}/images', {
          params: { path: { incident }, query: { name: file.name.slice(0, 200) || 'image' } },
          body: file,
          bodySerializer: (body: unknown) => body as BodyInit,
          headers: { 'content-type': 'application/octet-stream' },
        }),
      )
      const alt = file.name.replace(/\.[a-z0-9]+$/i, '')
      const place = Math.min(at ?? editor.state.selection.to, editor.state.doc.content.size)
      editor
        .chain()
        .insertContentAt(place, { type: 'image', attrs: { src: address, alt } })
        .run()
    } catch (error) {
      sayProblem(error)
    }
  }
}
