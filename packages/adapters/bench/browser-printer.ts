import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A headless Chromium that stays open and prints pages one after another. */
export interface BrowserPrinter {
  readonly pid: number
  /** In a tab of its own, so that no document meets another. */
  print(html: string): Promise<Uint8Array>
  /** In one tab for all: the least that printing can cost. */
  printAgain(html: string): Promise<Uint8Array>
  close(): Promise<void>
}

/** Starts Chromium and speaks the DevTools protocol with it. */
export async function browserPrinter(program: string): Promise<BrowserPrinter> {
  const profile = mkdtempSync(join(tmpdir(), 'blamefree-chromium-'))
  const child = spawn(program, ['--headless=new', '--no-sandbox', '--disable-gpu', '--remote-debugging-port=0', `--user-data-dir=${profile}`, 'about:blank'], {
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const port = await new Promise<string>((resolve, reject) => {
    let said = ''
    child.stderr.on('data', (chunk: Buffer) => {
      said += chunk.toString()
      const found = /DevTools listening on ws:\/\/127\.0\.0\.1:(\d+)\//.exec(said)
      if (found !== null) resolve(found[1] ?? '')
    })
    child.on('exit', () => reject(new Error(`Chromium did not start: ${said.slice(-300)}`)))
  })
  let kept: Tab | null = null
  return {
    pid: child.pid ?? 0,
    async print(html) {
      const { id, webSocketDebuggerUrl } = await newTab(port)
      const tab = await connect(webSocketDebuggerUrl)
      const bytes = await printed(tab, html)
      tab.close()
      await fetch(`http://127.0.0.1:${port}/json/close/${id}`)
      return bytes
    },
    async printAgain(html) {
      kept ??= await connect((await newTab(port)).webSocketDebuggerUrl)
      return await printed(kept, html)
    },
    async close() {
      kept?.close()
      const ended = new Promise((resolve) => child.once('exit', resolve))
      child.kill()
      await ended
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}

async function printed(tab: Tab, html: string): Promise<Uint8Array> {
  const { frameTree } = (await tab.ask('Page.getFrameTree')) as { frameTree: { frame: { id: string } } }
  await tab.ask('Page.setDocumentContent', { frameId: frameTree.frame.id, html })
  const { data } = (await tab.ask('Page.printToPDF', { generateTaggedPDF: true, printBackground: true })) as { data: string }
  return Buffer.from(data, 'base64')
}

async function newTab(port: string): Promise<NewTab> {
  const reply = await fetch(`http://127.0.0.1:${port}/json/new?about:blank`, { method: 'PUT' })
  return (await reply.json()) as NewTab
}

interface NewTab {
  readonly id: string
  readonly webSocketDebuggerUrl: string
}

interface Tab {
  ask(method: string, params?: object): Promise<unknown>
  close(): void
}

async function connect(url: string): Promise<Tab> {
  const socket = new WebSocket(url)
  await new Promise((resolve) => socket.addEventListener('open', resolve, { once: true }))
  const waiting = new Map<number, (reply: { result?: unknown; error?: { message: string } }) => void>()
  socket.addEventListener('message', ({ data }) => {
    const reply = JSON.parse(String(data)) as { id?: number; result?: unknown; error?: { message: string } }
    if (reply.id !== undefined) waiting.get(reply.id)?.(reply)
  })
  let last = 0
  return {
    ask: (method, params = {}) =>
      new Promise((resolve, reject) => {
        const id = (last += 1)
        waiting.set(id, ({ result, error }) => (error === undefined ? resolve(result) : reject(new Error(`${method}: ${error.message}`))))
        socket.send(JSON.stringify({ id, method, params }))
      }),
    close: () => socket.close(),
  }
}
