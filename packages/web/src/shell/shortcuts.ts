import { useEffect, useSyncExternalStore } from 'react'

/** A key or keys and what they do, as the list of shortcuts shows them. */
export interface Shortcut {
  /** `k`, `mod+k`, `shift+ArrowDown`, or two keys after each other: `g i`. `mod` is ⌘ on Apple's machines and Ctrl elsewhere. */
  readonly keys: string
  /** What it does, in a few words. */
  readonly does: string
  /** Under what heading the list shows it. */
  readonly where: string
  readonly run: (event: KeyboardEvent) => void
  /** Also while somebody writes in a field. Left out: only `mod+` ones do. */
  readonly whileWriting?: boolean
}

const known = new Map<symbol, Shortcut>()
const watchers = new Set<() => void>()
let list: readonly Shortcut[] = []
let before: { readonly key: string; readonly at: number } | null = null

/** How long the second key of two may take, in milliseconds. */
const PATIENCE = 1200

/** While the component is there, its shortcuts work and are in the list. */
export function useShortcuts(shortcuts: readonly Shortcut[]): void {
  useEffect(() => {
    const names = shortcuts.map((shortcut) => {
      const name = Symbol(shortcut.keys)
      known.set(name, shortcut)
      return name
    })
    changed()
    return () => {
      for (const name of names) known.delete(name)
      changed()
    }
  }, [shortcuts])
}

/** Every shortcut that works now. */
export function useShortcutList(): readonly Shortcut[] {
  return useSyncExternalStore(
    (watch) => {
      watchers.add(watch)
      return () => watchers.delete(watch)
    },
    () => list,
  )
}

function changed(): void {
  list = [...known.values()]
  for (const watch of watchers) watch()
}

/** Listens to the keyboard, once for the whole page. */
export function listenToKeys(): () => void {
  const press = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.isComposing) return
    const key = nameOf(event)
    const pair = before !== null && event.timeStamp - before.at < PATIENCE ? `${before.key} ${key}` : null
    const writing = isWriting(event.target)
    const found = list.findLast(
      (shortcut) => (shortcut.keys === key || shortcut.keys === pair) && (!writing || shortcut.whileWriting === true || key.startsWith('mod+')),
    )
    before = found === undefined && !writing && key.length === 1 ? { key, at: event.timeStamp } : null
    if (found === undefined) return
    event.preventDefault()
    found.run(event)
  }
  document.addEventListener('keydown', press)
  return () => document.removeEventListener('keydown', press)
}

const APPLE = /Mac|iPhone|iPad/.test(navigator.userAgent)

function nameOf(event: KeyboardEvent): string {
  const mod = APPLE ? event.metaKey : event.ctrlKey
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key
  return `${mod ? 'mod+' : ''}${event.altKey ? 'alt+' : ''}${event.shiftKey && event.key.length > 1 ? 'shift+' : ''}${key}`
}

function isWriting(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
}

/** Keys as people read them: `⌘ K`, `G then I`. */
export function keysText(keys: string): string {
  return keys
    .split(' ')
    .map((key) =>
      key
        .split('+')
        .map((part) => KEY_NAMES[part] ?? part.toUpperCase())
        .join(' '),
    )
    .join(' then ')
}

const KEY_NAMES: Readonly<Record<string, string>> = {
  mod: APPLE ? '⌘' : 'Ctrl',
  alt: APPLE ? '⌥' : 'Alt',
  shift: '⇧',
  Enter: '⏎',
  Escape: 'Esc',
  ArrowDown: '↓',
  ArrowUp: '↑',
  ArrowLeft: '←',
  ArrowRight: '→',
  Backspace: '⌫',
  Delete: 'Del',
  ' ': 'Space',
}
