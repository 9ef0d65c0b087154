import type { Document } from '@blamefree/core'
import { documentOf } from './every-construct.ts'
import { pageSession, type PageSession } from './page-session.ts'
import type { PageSubject } from './page-subject.ts'

/** One thing that every page destination keeps, and how it is tried: sentences about what is not so. */
export interface PagePromise {
  /** In the present tense: `publishing again unchanged writes nothing`. */
  readonly says: string
  readonly attempt: (subject: PageSubject) => Promise<readonly string[]>
  /** Why there is nothing to try at a place; null where there is. */
  readonly unless: (subject: PageSubject) => string | null
}

/** Nothing is in the way of trying it. */
export const always = (): null => null

/** For promises about what people do over there. */
export const whereEdited = ({ edits }: PageSubject): string | null => (edits === false ? 'nobody can change a page there but us' : null)

/** For promises about what happens between our comparing and our writing. */
export const whereLocked = ({ locks }: PageSubject): string | null => (locks === false ? 'the place has no versions or locks to compare' : null)

/** Writes down what is not so. */
export class Findings {
  readonly sentences: string[] = []
  /** Which words of the suite's post-mortem the place tells at all. */
  readonly tells: RegExp

  constructor(tells = /^/) {
    this.tells = tells
  }

  expect(holds: boolean, sentence: string): void {
    if (!holds) this.sentences.push(sentence)
  }
}

/** A promise that is tried on a new, empty place. What the vendor would have refused is a fault always. */
export function promise(
  says: string,
  work: (session: PageSession, found: Findings, subject: PageSubject) => Promise<void>,
  unless: PagePromise['unless'] = always,
): PagePromise {
  return {
    says,
    unless,
    async attempt(subject) {
      if (unless(subject) !== null) return []
      const found = new Findings(subject.tells)
      const session = pageSession(subject)
      try {
        await work(session, found, subject)
      } catch (error) {
        found.sentences.push(`It throws: ${error instanceof Error ? (error.stack ?? error.message).split('\n').slice(0, 6).join(' ') : String(error)}`)
      }
      return [...found.sentences, ...session.breaches.map((breach) => `The vendor refuses: ${breach}`)]
    },
  }
}

const LINES = {
  first: 'Parabravo was written first.',
  row: 'Rowcharlie started',
  item: 'Itemecho was learned',
  last: 'Closinggolf ends it.',
} as const

/** The suite's post-mortem, of pieces of every kind with a word that occurs nowhere else; some of them changed, or left out. */
export function pageDocument(changed: Partial<Record<keyof typeof LINES, string | null>> = {}, title = 'Carts were empty'): Document {
  const line = { ...LINES, ...changed }
  const some = (text: string | null, form: (text: string) => string): string => (text === null ? '' : form(text))
  return documentOf(
    `## Summary

Paraalpha says what happened to **everybody**.

${some(line.first, (text) => `${text}\n`)}
## Timeline

| Time | Event |
| --- | --- |
| 09:00 | Rowbravo was first |
${some(line.row, (text) => `| 09:02 | ${text} |\n`)}| 09:05 | Rowdelta ended, see [the graph](https://graphs.example.com/1) |

## Learnings

- Itemdelta comes before
${some(line.item, (text) => `- ${text}\n`)}- Itemfoxtrot comes after

${some(line.last, (text) => `${text}\n`)}`,
    title,
  )
}

/** The words by which the pieces are told. */
export const WORDS = ['Paraalpha', 'Parabravo', 'Rowbravo', 'Rowcharlie', 'Rowdelta', 'Itemdelta', 'Itemecho', 'Itemfoxtrot', 'Closinggolf'] as const

/** The text of the only page there; a sentence where there is none, or more than one. */
export function onlyPage({ place }: PageSession, found: Findings): string {
  const pages = place.pages()
  found.expect(pages.length === 1, `There are ${pages.length} pages instead of one.`)
  return pages[0]?.text ?? ''
}

/** Each of these words that the place tells stands there once, and none of the others. */
export function expectWords(
  text: string,
  found: Findings,
  { once, never = [] }: { readonly once: readonly string[]; readonly never?: readonly string[] },
): void {
  for (const word of once.filter((one) => found.tells.test(one))) {
    const count = text.split(word).length - 1
    found.expect(count === 1, `“${word}” stands there ${count} times instead of once.`)
  }
  for (const word of never) found.expect(!text.includes(word), `“${word}” stands there, and should not.`)
}

/** Somebody over there copies the piece with a word, and writes another word in the copy. */
export function insertThere({ place }: PageSession, { destination }: PageSubject, beside: string, word: string): void {
  place.edit((text) => {
    const blocks = destination.split(text)
    const at = blocks.findIndex((block) => block.text.includes(beside))
    const block = blocks[at]
    if (block === undefined) throw new Error(`No piece has the word ${beside}.`)
    return destination.join([...blocks.slice(0, at + 1), { ...block, text: block.text.replaceAll(beside, word) }, ...blocks.slice(at + 1)])
  })
}

/** Somebody over there takes the piece with a word away. */
export function removeThere({ place }: PageSession, { destination }: PageSubject, word: string): void {
  place.edit((text) => destination.join(destination.split(text).filter((block) => !block.text.includes(word))))
}

/** Somebody over there writes a word behind another. */
export function changeThere({ place }: PageSession, word: string, more: string): void {
  place.edit((text) => text.replace(word, `${word} ${more}`))
}
