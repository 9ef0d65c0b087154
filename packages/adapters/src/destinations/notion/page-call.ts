import type { Call } from './ask.ts'

/** A page that is to be made. */
export interface NewPage {
  readonly title: string
  readonly parent: Readonly<Record<string, string>>
  readonly marker: string
  /** The property that carries the mark; null where there is none. */
  readonly property: string | null
}

/** The request that makes a page: with its text as Markdown, or with blocks. */
export function createCall({ title, parent, marker, property }: NewPage, content: Readonly<Record<string, unknown>>): Call {
  const properties = {
    ...titleOfPage(title),
    ...(property === null ? {} : { [property]: { rich_text: [{ text: { content: marker } }] } }),
  }
  return { method: 'POST', path: '/pages', json: { parent, properties, ...content } }
}

/** The request that gives a page another title. */
export function titleCall(id: string, title: string): Call {
  return { method: 'PATCH', path: `/pages/${id}`, json: { properties: titleOfPage(title) } }
}

const titleOfPage = (title: string): object => ({ title: { title: [{ text: { content: title } }] } })
