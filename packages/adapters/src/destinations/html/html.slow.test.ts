import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { ASSETS, everyConstruct } from '../testing/every-construct.ts'
import { html } from './index.ts'

const BROWSER = ['/usr/bin/chromium', '/usr/bin/google-chrome', '/usr/bin/chromium-browser'].find((path) => existsSync(path))
const skip = BROWSER === undefined ? 'no Chromium is installed' : false
const QUIET = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** The page as a browser has it after axe has looked at it: its policy forbids scripts, so for this test alone the policy goes. */
async function judged(dark: boolean, width: number, fault = ''): Promise<{ violations: string[]; scheme: string }> {
  const { bytes } = await html.render(everyConstruct(), { assets: ASSETS, audience: 'company', guidance: true })
  const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8').replaceAll('</script', '<\\/script')
  const verdict = `axe.run().then(({ violations }) => {
    const lines = violations.flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => id + ': ' + html.slice(0, 200) + ' ' + failureSummary))
    const scheme = getComputedStyle(document.body).backgroundColor
    document.documentElement.innerHTML = '<body><pre id="verdict"></pre></body>'
    document.getElementById('verdict').textContent = btoa(encodeURIComponent(JSON.stringify({ violations: lines, scheme })))
  })`
  const page = new TextDecoder()
    .decode(bytes)
    .replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, '')
    .replace('</main>', `${fault}</main>`)
    .replace('</body>', () => `<script>${axe}</script><script>${verdict}</script></body>`)
  const folder = mkdtempSync(join(tmpdir(), 'blamefree-html-'))
  try {
    writeFileSync(join(folder, 'page.html'), page)
    const scheme = `--blink-settings=preferredColorScheme=${dark ? 0 : 1}`
    const args = [...QUIET, `--user-data-dir=${join(folder, 'profile')}`, `--window-size=${width},900`, scheme, '--virtual-time-budget=20000', '--dump-dom']
    const { stdout } = spawnSync(BROWSER ?? '', [...args, `file://${join(folder, 'page.html')}`], { encoding: 'utf8', timeout: 60_000, maxBuffer: 50_000_000 })
    const encoded = /id="verdict">([^<]+)</.exec(stdout)?.[1]
    assert.ok(encoded !== undefined, 'axe gave no verdict')
    return JSON.parse(decodeURIComponent(atob(encoded))) as { violations: string[]; scheme: string }
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
  }
}

for (const [name, dark, width] of [
  ['in the light', false, 1280],
  ['in the dark', true, 1280],
  ['on a phone', false, 500],
] as const) {
  test(`axe finds nothing wrong with the page ${name}`, { skip }, async () => {
    const { violations, scheme } = await judged(dark, width)
    assert.equal(scheme, dark ? 'rgb(20, 24, 29)' : 'rgb(255, 255, 255)')
    assert.deepEqual(violations, [])
  })
}

test('axe finds a picture without words and pale text when they are planted', { skip }, async () => {
  const { violations } = await judged(false, 1280, '<img src="data:,"/><p style="color:#ddd">Pale</p>')
  assert.match(violations.join('\n'), /image-alt[^]*color-contrast|color-contrast[^]*image-alt/)
})
