import { useSyncExternalStore } from 'react'

/** A file that somebody has dropped, not sent yet. Those with the same first folder are one record. */
export interface BasketFile {
  readonly id: string
  /** `export/inc-42/2026-03-04.json` */
  readonly path: string
  readonly blob: Blob
}

/** What is to become an incident: files, and words that were pasted. */
export interface Basket {
  readonly files: readonly BasketFile[]
  readonly text: string
}

const EMPTY: Basket = { files: [], text: '' }
let basket: Basket = EMPTY
const watchers = new Set<() => void>()
const keepers = new Set<(basket: Basket) => void>()

/** What waits to be sent. It stays until it is sent or thrown away, whatever page is open. */
export function useBasket(): Basket {
  return useSyncExternalStore(watchBasket, currentBasket)
}

export const currentBasket = (): Basket => basket

function watchBasket(watch: () => void): () => void {
  watchers.add(watch)
  return () => watchers.delete(watch)
}

/** Told once, of the next change. */
export function onNextBasket(tell: () => void): void {
  const stop = watchBasket(() => {
    stop()
    tell()
  })
}

/** Told of every change, to keep it for the case that the page is closed. */
export function onBasketChange(keep: (basket: Basket) => void): void {
  keepers.add(keep)
}

/** Puts a basket in place; `kept`: it is the one that was kept. */
export function setBasket(next: Basket, kept = false): void {
  basket = next
  for (const watch of watchers) watch()
  if (!kept) for (const keep of keepers) keep(next)
}

export function addFiles(files: readonly { readonly path: string; readonly blob: Blob }[]): void {
  const paths = new Set(files.map(({ path }) => path))
  // The same file again replaces the one that was there.
  const others = basket.files.filter(({ path }) => !paths.has(path))
  setBasket({ ...basket, files: [...others, ...files.map((file) => ({ ...file, id: crypto.randomUUID() }))] })
}

export function addText(text: string): void {
  setBasket({ ...basket, text: basket.text.trim() === '' ? text : `${basket.text.trimEnd()}\n${text}` })
}

export const emptyBasket = (): void => setBasket(EMPTY)

export const isEmpty = ({ files, text }: Basket): boolean => files.length === 0 && text.trim() === ''

/** The records of a basket: a file, or a folder with all that is in it. */
export function recordsOf({ files }: Basket): { readonly name: string; readonly files: readonly BasketFile[]; readonly size: number }[] {
  const groups = Map.groupBy(files, ({ path, id }) => (path.includes('/') ? path.slice(0, path.indexOf('/')) : id))
  return [...groups.values()].map((inside) => {
    const [first] = inside
    const path = first?.path ?? ''
    return { name: path.includes('/') ? path.slice(0, path.indexOf('/')) : path, files: inside, size: inside.reduce((sum, { blob }) => sum + blob.size, 0) }
  })
}
