import { readFileSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { guidanceLines } from '../src/lint/guidance-lines.ts'
import { knownPeople } from '../src/lint/known-people.ts'
import { isMitigated } from '../src/lint/mitigation.ts'
import { namesIn } from '../src/lint/names-in.ts'
import { isAboutBlame } from '../src/lint/not-blame.ts'
import { passagesOf } from '../src/lint/passages.ts'
import { byRules } from '../src/lint/rules-of-blame.ts'
import { sentencesOf, type Sentence } from '../src/lint/sentences.ts'
import { traitsOf } from '../src/lint/traits.ts'
import { likeliest, wordsOf } from '../src/lint/words-of-people.ts'
import { parseWithPositions } from '../src/markdown.ts'
import { readLabels } from './lint-documents.ts'

/** A sentence as lint weighs it. */
export interface Piece {
  readonly traits: readonly string[]
  /** Whether a rule finds blame in it. */
  readonly ruled: boolean
  /** Whether it may be found by its weight alone. */
  readonly weighable: boolean
}

/** What somebody labelled: a line of a set, which may be several sentences, or a sentence of a real document. */
export interface Labelled {
  readonly set: string
  readonly blames: number
  readonly text: string
  /** Of all of its sentences. */
  readonly traits: readonly string[]
  readonly pieces: readonly Piece[]
}

/** The labelled lines of `lint-labels/<name>.txt`. */
export function linesOf(set: string, name: string): Labelled[] {
  return readFileSync(join(import.meta.dirname, 'lint-labels', `${name}.txt`), 'utf8')
    .split('\n')
    .filter((line) => /^[+-] /.test(line))
    .map((line) => {
      const pieces = passagesIn(line.slice(2)).flatMap(({ pieces: own }) => own)
      return labelled({ set, blames: line.startsWith('+') ? 1 : 0, text: line.slice(2) }, pieces)
    })
}

/** The sentences of real documents that may be found; what is debatable in them counts as none. `sets`: each document belongs to one of them. */
export function sentencesOfDocuments(root: string, sets: readonly string[]): Labelled[] {
  const labels = new Map(readLabels().map(({ path, labels: own }) => [path, own.filter(({ rule }) => rule === 'blame')]))
  return filesIn(root)
    .filter((path) => /\.(?:md|qmd|erb)$/.test(path))
    .flatMap((path, index) => {
      const own = labels.get(path.slice(root.length + 1)) ?? []
      return passagesIn(readFileSync(path, 'utf8')).flatMap(({ pieces, texts }) =>
        pieces.flatMap((piece, at) => {
          const text = texts[at] ?? ''
          const label = own.find(({ anchor }) => text.includes(anchor))
          if (!piece.weighable && !piece.ruled) return []
          return [labelled({ set: sets[index % sets.length] ?? '', blames: label === undefined || label.debatable ? 0 : 1, text }, [piece])]
        }),
      )
    })
}

function labelled(about: Pick<Labelled, 'set' | 'blames' | 'text'>, pieces: readonly Piece[]): Labelled {
  return { ...about, traits: [...new Set(pieces.flatMap(({ traits }) => traits))], pieces }
}

/** The passages of a text that lint holds its rule of blame against. */
function passagesIn(text: string): { line: number; pieces: Piece[]; texts: string[] }[] {
  const passages = passagesOf(parseWithPositions(text), text)
  const people = knownPeople(passages, text)
  const guidance = guidanceLines(text)
  if ((text.match(/\bblam(?:e|ing|eless\w*)\b/gi) ?? []).length > 5) return []
  return passages
    .filter(({ quoted, line }) => !quoted && !guidance.has(line))
    .map((passage) => {
      const sentences = [...sentencesOf(passage.text)]
      return { line: passage.line, pieces: sentences.map((sentence) => pieceOf(sentence, people)), texts: sentences.map((sentence) => sentence.text) }
    })
}

function pieceOf(sentence: Sentence, people: ReadonlySet<string>): Piece {
  const known = namesIn(sentence.text, people)
  const exempt = isAboutBlame(sentence.text)
  return {
    traits: traitsOf(sentence, known).map(({ name }) => name),
    ruled: !exempt && byRules(sentence, known) !== null,
    weighable: !exempt && likeliest(wordsOf(sentence.text), known) >= 2 && !isMitigated(sentence.text, sentence.next),
  }
}

function filesIn(path: string): string[] {
  return readdirSync(path).flatMap((name) => (statSync(join(path, name)).isDirectory() ? filesIn(join(path, name)) : [join(path, name)]))
}
