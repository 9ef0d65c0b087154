import type { PageDestination } from '@blamefree/core'

/** A page destination that breaks one promise, and a part of the sentence that must catch it. */
export interface PageLiar {
  readonly lie: string
  readonly caughtBy: RegExp
  /** Which promises it breaks, by what they say. */
  readonly breaks: RegExp
  tell(honest: PageDestination): PageDestination
}

/** What a page destination can do wrong. The suite must catch every one of them. */
export const PAGE_LIARS: readonly PageLiar[] = [
  {
    lie: 'overwrites what people changed',
    breaks: /stays, for ever/,
    caughtBy: /stays, for ever: .*Their/,
    tell: (honest) => {
      let last = ''
      return {
        ...honest,
        render: (...args) => {
          const body = honest.render(...args)
          last = body.text
          return body
        },
        write: (body, page, config, world) => honest.write({ ...body, text: last }, page, config, world),
      }
    },
  },
  {
    lie: 'appends',
    breaks: /what we change is changed/,
    caughtBy: /stands there 2 times/,
    tell: (honest) => ({ ...honest, write: (body, page, config, world) => honest.write({ ...body, text: `${page.text}\n${body.text}` }, page, config, world) }),
  },
  {
    lie: 'makes every page twice',
    breaks: /made once/,
    caughtBy: /There are 2 pages instead of one/,
    tell: (honest) => ({
      ...honest,
      create: async (body, marker, config, world) => {
        await honest.create(body, marker, config, world)
        return honest.create(body, marker, config, world)
      },
    }),
  },
  {
    lie: 'never finds its marker',
    breaks: /killed anywhere while a page is made/,
    caughtBy: /killed anywhere while a page is made.*2 pages/,
    tell: (honest) => ({ ...honest, find: () => Promise.resolve(null) }),
  },
  {
    lie: 'takes another post-mortem’s page for ours',
    breaks: /page of its own/,
    caughtBy: /a page of its own/,
    tell: (honest) => ({ ...honest, find: (_, config, world) => honest.find('blamefree-7f3a', config, world) }),
  },
  {
    lie: 'does not care about stale versions',
    breaks: /at the same moment/,
    caughtBy: /at the same moment is not lost/,
    tell: (honest) => ({
      ...honest,
      write: async (body, page, config, world) => {
        const now = await honest.read(page.ref, config, world)
        return honest.write(body, 'gone' in now ? page : now, config, world)
      },
    }),
  },
  {
    lie: 'has no patience',
    breaks: /asks for patience/,
    caughtBy: /asks for patience gets it/,
    tell: (honest) => ({
      ...honest,
      create: (body, marker, config, world) => honest.create(body, marker, config, { ...world, pause: () => Promise.reject(new Error('No patience.')) }),
    }),
  },
  {
    lie: 'says that what is archived was deleted',
    breaks: /is archived/,
    caughtBy: /archived is a sentence/,
    tell: (honest) => ({
      ...honest,
      read: async (ref, config, world) => {
        const page = await honest.read(ref, config, world)
        return 'gone' in page ? { ...page, gone: 'deleted' } : page
      },
    }),
  },
  {
    lie: 'shows its token in errors',
    breaks: /never has time/,
    caughtBy: /shows a secret/,
    tell: (honest) => ({
      ...honest,
      find: async (marker, config, world) => {
        try {
          return await honest.find(marker, config, world)
        } catch (error) {
          if (error instanceof Error) error.message = `Cannot use ${(config as { token: string }).token}.`
          throw error
        }
      },
    }),
  },
  {
    lie: 'takes its footer for words of people',
    breaks: /any document/,
    caughtBy: /footer/,
    tell: (honest) => ({ ...honest, split: (text) => honest.split(text).map(({ text: piece, section }) => ({ text: piece, section })) }),
  },
  {
    lie: 'drops the last piece when it joins',
    breaks: /any document/,
    caughtBy: /says something else/,
    tell: (honest) => ({ ...honest, join: (blocks) => honest.join(blocks.slice(0, -1)) }),
  },
  {
    lie: 'says that everybody may see everything',
    breaks: /private incident/,
    caughtBy: /private incident/,
    tell: (honest) => ({
      ...honest,
      check: async (config, world) => ({ ...(await honest.check(config, world)), audience: { level: 'people', sentence: 'Few.' } }),
    }),
  },
  {
    lie: 'forgets to say what it loses',
    breaks: /losses are declared/,
    caughtBy: /losses are declared/,
    tell: (honest) => ({ ...honest, render: (...args) => ({ ...honest.render(...args), losses: [] }) }),
  },
]
