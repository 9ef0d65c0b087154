import { BlamefreeError, listAt, textAt, type PageDestination } from '@blamefree/core'
import { must, requestOf } from './ask.ts'
import { canonical } from './canonical.ts'
import { checkPlace } from './check.ts'
import { createPage, findPage, readPage, writePage } from './pages.ts'
import { readBack } from './read-back.ts'
import { LOSES, renderPage, type Lower } from './render.ts'
import { configure, CONNECT, type OutlineConfig } from './settings.ts'
import { joinPage, splitPage } from './split.ts'

/** Documents of Outline, which refuses by itself to write over what somebody changed. */
export function outline(lower: Lower): PageDestination<OutlineConfig> {
  return {
    id: 'outline',
    title: 'Outline',
    loses: LOSES,
    connect: CONNECT,
    configure,
    render: (document, options) => renderPage(document, options, lower),
    split: splitPage,
    join: joinPage,
    canonical,
    readBack,
    request: ({ title, text }, page, config) =>
      page === null
        ? requestOf('documents.create', { title, text, collectionId: config.collection, publish: true }, config)
        : requestOf('documents.update', { id: page.ref.id, title, text, lastRevision: Number(page.version), publish: true }, config),
    keeps: 'theirs',
    check: checkPlace,
    find: findPage,
    read: readPage,
    create: createPage,
    write: writePage,
    async restore(ref, config, world) {
      await must('documents.restore', { id: ref.id }, { config, world })
      const page = await readPage(ref, config, world)
      if ('text' in page) return page
      throw new BlamefreeError('outline/gone', `Cannot bring the page back: ${page.sentence}`, 'Restore it in Outline, then publish again.')
    },
    async people(emails, config, world) {
      if (emails.length === 0) return {}
      const users = await must('users.list', { emails: [...emails], limit: 100 }, { config, world })
      const found = listAt(users, 'data').flatMap((user) => {
        const email = emails.find((wanted) => wanted.toLowerCase() === textAt(user, 'email')?.toLowerCase())
        const id = textAt(user, 'id')
        return email === undefined || id === null ? [] : [[email, id] as const]
      })
      return Object.fromEntries(found)
    },
  }
}
