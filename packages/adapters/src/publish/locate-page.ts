import type { PageGone, PageNow, PublishAsk, World } from '@blamefree/core'

/** Where the page is, and sentences about what is not as it was. A page of null was never made, or is to be made anew. */
export type Located =
  | { readonly page: PageNow | null; readonly notices: readonly string[] }
  | { readonly gone: PageGone; readonly choices: readonly ('create' | 'restore')[] }

/** Finds the page: where it was the last time, or by its marker. What a person chose for a page that is gone is done. */
export async function locatePage(ask: PublishAsk, world: World): Promise<Located> {
  const { destination, config, marker, written, document, choice = {} } = ask
  if (written === null) return { page: await destination.find(marker, config, world, { title: document.title }), notices: [] }
  const read = await destination.read(written.ref, config, world)
  if (!('gone' in read)) return { page: read, notices: noticesOf(ask, read) }
  if (read.gone === 'deleted') {
    const found = await destination.find(marker, config, world, { title: document.title })
    if (found !== null && found.ref.id !== written.ref.id)
      return {
        page: found,
        notices: [`The page is not at ${written.ref.url} any more; the one at ${found.ref.url} is ours and goes on.`, ...noticesOf(ask, found)],
      }
  }
  if (choice.gone === 'restore' && destination.restore !== undefined && (read.gone === 'archived' || read.gone === 'trashed')) {
    const restored = await destination.restore(written.ref, config, world)
    return { page: restored, notices: ['The page was brought back.', ...noticesOf(ask, restored)] }
  }
  if (choice.gone === 'create' && read.gone !== 'locked') return { page: null, notices: ['A new page was made; the one before is gone.'] }
  return { gone: read, choices: choicesFor(ask, read) }
}

/** What one can do about a page that is gone. */
export function choicesFor({ destination }: PublishAsk, { gone }: PageGone): readonly ('create' | 'restore')[] {
  if (gone === 'locked') return []
  return destination.restore !== undefined && (gone === 'archived' || gone === 'trashed') ? ['restore', 'create'] : ['create']
}

function noticesOf({ written, choice }: PublishAsk, page: PageNow): string[] {
  const notices: string[] = []
  if (written === null) return notices
  if (page.title !== written.title)
    notices.push(
      `The page was renamed from “${written.title}” to “${page.title}” there${choice?.title === 'ours' ? '; it gets our title again.' : ', and keeps that name.'}`,
    )
  const { where = null } = page
  if (written.where !== null && where !== null && where !== written.where) notices.push(`The page was moved: from ${written.where} to ${where}.`)
  return notices
}
