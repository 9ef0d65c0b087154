import { useLayoutEffect, useRef, useState, type ReactNode } from 'react'
import classes from './margin-column.module.css'
import { placeItems } from './place-items.ts'

/** Something that stands beside the text, at the height of what it is about. */
export interface MarginItem {
  readonly key: string
  /** What it is about, on the page; null while that is not there. */
  readonly anchor: () => Element | null
  readonly content: ReactNode
  /** What stands over it where it is not beside what it is about. */
  readonly title?: string
}

interface ColumnProps {
  readonly items: readonly MarginItem[]
  /** Changes when the text does. */
  readonly beat: unknown
  /** The item that is open: it stands at its height, and those before it make room. */
  readonly open: string | null
}

/** A column beside the text. Each item stands at the height of its passage, or as near under it as those before it leave room. */
export function MarginColumn({ items, beat, open }: ColumnProps): ReactNode {
  const column = useRef<HTMLDivElement>(null)
  const [tops, setTops] = useState<Readonly<Record<string, number>>>({})
  const now = useRef(items)
  now.current = items
  useLayoutEffect(() => {
    const place = (): void => {
      const own = column.current
      if (own === null || own.offsetParent === null) return
      const base = own.getBoundingClientRect().top
      const wanted = now.current
        .map(({ key, anchor }) => ({
          key,
          at: (anchor()?.getBoundingClientRect().top ?? base) - base,
          element: own.querySelector<HTMLElement>(`[data-item="${CSS.escape(key)}"]`),
        }))
        .toSorted((a, b) => a.at - b.at)
      const next = placeItems(
        wanted.map(({ key, at, element }) => ({ key, at, height: element?.offsetHeight ?? 0 })),
        open,
      )
      setTops((before) => (JSON.stringify(before) === JSON.stringify(next) ? before : next))
    }
    place()
    const watch = new ResizeObserver(place)
    const own = column.current
    if (own?.parentElement?.parentElement !== null && own !== null) watch.observe(own.parentElement?.parentElement ?? own)
    for (const child of own?.children ?? []) watch.observe(child)
    return () => watch.disconnect()
  }, [items, beat, open])
  return (
    <div ref={column} className={classes['column']}>
      {items.map(({ key, content }) => (
        <div
          key={key}
          data-item={key}
          className={classes['item']}
          style={{ transform: `translateY(${Math.round(tops[key] ?? 0)}px)`, visibility: tops[key] === undefined ? 'hidden' : 'visible' }}
        >
          {content}
        </div>
      ))}
    </div>
  )
}
