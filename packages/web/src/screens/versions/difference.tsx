import { Text } from '@mantine/core'
import type { ReactNode } from 'react'
import type { components } from '../../api/schema.ts'
import { versionsText as text } from '../../text/reading.ts'
import classes from './difference.module.css'

type Given = Pick<components['schemas']['CompareVersionsAnswer'], 'title' | 'pieces'>
type Piece = Given['pieces'][number]

/** How many unchanged pieces stand around a change, so that one sees where it is. */
const AROUND = 1

/** What differs between two versions, by paragraphs, items and rows, with the words marked; long stretches of what is the same are folded. */
export function Difference({ title, pieces }: Given): ReactNode {
  const changes = pieces.filter(({ kind }) => kind !== 'same').length + (title.before === title.after ? 0 : 1)
  if (changes === 0) return <Text c="dimmed">{text.same}</Text>
  const runs = runsOf(pieces)
  return (
    <div>
      <Text size="sm" c="dimmed" mb="xs">
        {text.changes(changes)}
      </Text>
      <div className={classes['difference']}>
        {title.before === title.after ? null : (
          <p className={classes['piece']} data-kind="changed">
            {`${text.titleWas}: `}
            <del>{title.before}</del> <ins>{title.after}</ins>
          </p>
        )}
        {runs.map((run, index) => (
          // oxlint-disable-next-line react/no-array-index-key -- a difference is shown once, as it came
          <Stretch key={index} run={run} first={index === 0} last={index === runs.length - 1} />
        ))}
      </div>
    </div>
  )
}

/** Pieces after each other of which all are the same, or none is. */
function runsOf(pieces: readonly Piece[]): (readonly Piece[])[] {
  const runs: Piece[][] = []
  for (const piece of pieces) {
    const last = runs.at(-1)
    if (last !== undefined && (last[0]?.kind === 'same') === (piece.kind === 'same')) last.push(piece)
    else runs.push([piece])
  }
  return runs
}

function Stretch({ run, first, last }: { run: readonly Piece[]; first: boolean; last: boolean }): ReactNode {
  if (run[0]?.kind !== 'same') return <Pieces of={run} />
  const before = first ? [] : run.slice(0, AROUND)
  const after = last ? [] : run.slice(Math.max(before.length, run.length - AROUND))
  const folded = run.slice(before.length, run.length - after.length)
  return (
    <>
      <Pieces of={before} />
      {folded.length > 0 ? (
        <details className={classes['folded']}>
          <summary>{text.unchanged(folded.length)}</summary>
          <Pieces of={folded} />
        </details>
      ) : null}
      <Pieces of={after} />
    </>
  )
}

function Pieces({ of }: { of: readonly Piece[] }): ReactNode {
  return of.map((piece, index) => (
    // oxlint-disable-next-line react/no-array-index-key -- as above
    <ShownPiece key={index} piece={piece} />
  ))
}

const WHOLE = { removed: text.removed, added: text.added, changed: text.changed, same: null } as const

function ShownPiece({ piece: { kind, type, level, formatting, words } }: { piece: Piece }): ReactNode {
  const said = words.map(({ kind: of, text: part }, index) => {
    const Tag = of === 'added' ? 'ins' : of === 'removed' ? 'del' : 'span'
    // oxlint-disable-next-line react/no-array-index-key -- as above
    return <Tag key={index}>{part}</Tag>
  })
  return (
    <p className={classes['piece']} data-kind={kind} data-type={type} data-level={level} dir="auto">
      {WHOLE[kind] === null ? null : <span className={classes['what']}>{WHOLE[kind]}</span>}
      {type === 'rule' ? '———' : said}
      {formatting ? <span className={classes['formatting']}>{text.formatting}</span> : null}
    </p>
  )
}
