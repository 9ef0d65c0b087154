import type { FakePlace } from '../../testing/page-subject.ts'
import { sendReally } from '../../testing/real-world.ts'
import { nameOf } from '../page-now.ts'
import { splitTitle, withTitle } from '../title.ts'
import type { RealWiki } from './real-wiki.ts'

/** A real wiki as the suite of places wants it: emptied, asked over the network, and edited by DokuWiki's own code. */
export function realPlace(wiki: RealWiki): FakePlace {
  wiki.reset()
  const first = (): readonly [id: string, raw: string] => {
    const [page] = wiki.pages()
    if (page === undefined) throw new Error('There is no page to change.')
    return page
  }
  return {
    answer: sendReally,
    pages: () => [...wiki.pages()].map(([id, raw]) => standing(id, raw)),
    state: () => JSON.stringify([...wiki.pages()]),
    edit(change) {
      const [id, raw] = first()
      const { title, text } = splitTitle(raw)
      wiki.edit(id, withTitle({ title, text: change(text) }, raw))
    },
    rename(title) {
      const [id, raw] = first()
      wiki.edit(id, withTitle({ title, text: splitTitle(raw).text }, raw))
    },
    remove(how) {
      const [id] = first()
      if (how === 'deleted') wiki.edit(id, '')
      else wiki.configure('', `${id}\t@user\t0\n`)
    },
  }
}

/** A page as people see it: its title, and the rest. */
export function standing(id: string, raw: string): { readonly title: string; readonly text: string } {
  const { title, text } = splitTitle(raw)
  return { title: title ?? nameOf(id), text }
}
