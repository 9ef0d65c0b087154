import type { FakePlace } from '../../testing/page-subject.ts'
import { sendReally } from '../../testing/real-world.ts'
import type { RealWiki, StoredPage } from './real-wiki.ts'

/** A real wiki as the suite of places wants it: emptied, asked over the network, and edited by MediaWiki's own programs. */
export function realPlace(wiki: RealWiki): FakePlace {
  wiki.reset()
  const pages = (): StoredPage[] => wiki.pages().filter(({ redirect }) => !redirect)
  const first = (): StoredPage => {
    const [page] = pages()
    if (page === undefined) throw new Error('There is no page to change.')
    return page
  }
  return {
    answer: sendReally,
    pages: () => pages().map(({ title, text }) => ({ title, text })),
    state: () => JSON.stringify(wiki.pages()),
    edit(change) {
      const { title, text } = first()
      wiki.edit(title, change(text))
    },
    rename: (title) => void wiki.maintain('moveBatch.php', ['-u', 'Kim'], `${first().title}|${title}\n`),
    remove(how) {
      const { title } = first()
      if (how === 'deleted') wiki.maintain('deleteBatch.php', ['-u', 'Admin', '-r', 'outdated'], `${title}\n`)
      else if (how === 'locked') wiki.maintain('protect.php', ['-u', 'Admin', '--reason', 'final', title])
      else if (how === 'archived') wiki.edit(title, '#REDIRECT [[Main Page]]')
      else throw new Error(`This wiki knows no page that is ${how}.`)
    },
  }
}
