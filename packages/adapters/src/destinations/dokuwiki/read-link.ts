import { safeUrl, type Problem } from '@blamefree/core'
import type { PhrasingContent } from 'mdast'
import { plainLabel } from './escape-doku.ts'

/** What stands in `[[…]]`: a link, a mention, a mail address, or a link within the wiki, of which the words stay. */
export function linkOf(inside: string, problems: Problem[]): PhrasingContent[] {
  const bar = inside.indexOf('|')
  const target = (bar < 0 ? inside : inside.slice(0, bar)).trim()
  const label = bar < 0 ? '' : inside.slice(bar + 1).trim()
  // Our own mark shows nothing.
  if (target.startsWith('#blamefree') && label === '\u00b7') return []
  const picture = /^\{\{([^}]+)\}\}$/.exec(label)?.[1]
  const words = plainLabel(label)
  const text = (value: string): PhrasingContent[] => (picture === undefined ? [{ type: 'text', value }] : mediaOf(picture, problems))
  const url = /^[a-z0-9.+-]+:\/\//i.test(target) ? target : /^[^\s@>#]+@[^\s@]+\.[^\s@]+$/.test(target) ? `mailto:${target}` : null
  if (url !== null) {
    const shown = text(words === '' ? target : words)
    return safeUrl(url) === null ? shown : [{ type: 'link', url, title: null, children: shown }]
  }
  const name = target.replace(/^[^>]*>/, '').replace(/#.*$/, '')
  problems.push(
    /^user>/i.test(target)
      ? { code: 'dokuwiki/mention', message: 'Somebody who is mentioned there has become a plain name.', weight: 'warning' }
      : { code: 'dokuwiki/link', message: `The link to “${target.slice(0, 80)}” in the wiki has become its words.`, weight: 'warning' },
  )
  return text(words === '' ? (name.split(':').at(-1) ?? name).replace(/_/g, ' ') : words)
}

/** What stands in `{{…}}`: a picture; of other files and of feeds the words stay. */
export function mediaOf(inside: string, problems: Problem[]): PhrasingContent[] {
  const bar = inside.indexOf('|')
  const target = (bar < 0 ? inside : inside.slice(0, bar)).trim()
  const words = plainLabel(bar < 0 ? '' : inside.slice(bar + 1).trim())
  const source = target.replace(/\?[^?]*$/, '')
  if (/\.(?:png|jpe?g|gif|svg|webp|avif|bmp)$/i.test(source)) {
    const url = /^https?:\/\//i.test(source) ? source : (source.split(':').at(-1) ?? source)
    return [{ type: 'image', url, alt: words, title: null }]
  }
  problems.push({ code: 'dokuwiki/media', message: `“${target.slice(0, 80)}” in the wiki has become its words.`, weight: 'warning' })
  return [{ type: 'text', value: words === '' ? (source.split(':').at(-1) ?? source) : words }]
}
