import type { Document } from '../document.ts'
import type { PageBody, PageDestination, PageOptions } from './page-destination.ts'

/** Pages that are Word files: the pure half of every place that keeps files and shows them as documents. The list of destinations hands it to them. */
export interface WordPages extends Pick<PageDestination, 'loses' | 'split' | 'join' | 'canonical' | 'readBack'> {
  readonly mediaType: string
  /** The text is Markdown of what a Word file can hold, as `read` gives it too. */
  render(document: Document, options: PageOptions): PageBody
  /** Whether the text shows images that only the file over there has: `write` needs it then. */
  needsBefore(body: PageBody): boolean
  /** The file of a page's text, with its marker in a property. Throws `docx/not-ours` when the text holds what only Word can show. */
  write(body: PageBody, marker: string, before: Uint8Array | null): Uint8Array
  /** What a file says, whichever program saved it. Throws `docx/unreadable`. */
  read(bytes: Uint8Array): { readonly title: string | null; readonly text: string; readonly marker: string | null }
}
