import { counted } from './report.ts'
import type { Terminal } from './terminal.ts'

/** A line that counts incidents where a person looks; one line for every thousand elsewhere. */
export function counter(terminal: Terminal, what = 'incident'): { readonly told: (count: number, all?: number) => void; readonly end: () => void } {
  let shown = false
  return {
    told(count, all) {
      const text = all === undefined ? counted(count, what) : `${count} of ${counted(all, what)}`
      if (!terminal.lively) {
        if (count % 1000 === 0) terminal.say(`${text} …\n`)
        return
      }
      if (count % 10 !== 0 && count !== all) return
      shown = true
      terminal.say(`\r${text} …`)
    },
    end() {
      if (shown) terminal.say('\r\u001B[K')
      shown = false
    },
  }
}
