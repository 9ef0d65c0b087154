import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { openBrowser } from './kit/browser.ts'
import { newPostMortem, openPostMortem, paste, saved, writeAtTheEnd } from './kit/post-mortem-page.ts'
import { openWebHouse } from './kit/web-house.ts'

/** HTML that runs something, where it can. */
const HOSTILE = [
  '<img src=x onerror="window.hit=1">',
  '<script>window.hit=1</script>',
  '<svg onload="window.hit=1"><script>window.hit=1</script></svg>',
  '<a href="javascript:window.hit=1">a link</a>',
  '<a href=" java&#10;script:window.hit=1">another</a>',
  '<iframe srcdoc="<script>parent.hit=1</script>"></iframe>',
  '<details open ontoggle="window.hit=1"><summary>s</summary>d</details>',
  '<p onclick="window.hit=1" style="background:url(javascript:window.hit=1)" id="root" class="x">a paragraph</p>',
  '<template><img src=x onerror="window.hit=1"></template>',
  '<object data="javascript:window.hit=1"></object><embed src="javascript:window.hit=1">',
  '<form action="javascript:window.hit=1"><input autofocus onfocus="window.hit=1"><button>go</button></form>',
  '<div data-container="nonsense" data-attributes="{}">in no container</div>',
  '<span data-directive="evil" data-label=\'[{"type":"html","value":"<img src=x onerror=window.hit=1>"}]\'>no directive</span>',
  '<span data-directive="person" data-attributes="{}" data-label=\'[{"type":"html","value":"<img src=x onerror=window.hit=1>"}]\'>a person</span>',
  '<mark data-thread="x">no comment</mark>',
  '<base href="https://example.com/"><meta http-equiv="refresh" content="0;url=javascript:window.hit=1"><link rel="stylesheet" href="javascript:window.hit=1">',
  '<math><mtext><table><mglyph><style><img src=x onerror="window.hit=1"></style></mglyph></table></mtext></math>',
  '<img data-src="javascript:window.hit=1" src="data:image/svg+xml,<svg onload=window.hit=1>">',
]

suite('what comes into a text from outside', () => {
  test('what is pasted is reduced to what a document may hold, and nothing of it runs', async (context) => {
    const browser = await openBrowser(context)
    if (browser === null) return
    const house = await openWebHouse(context)
    const id = await newPostMortem(house)
    const page = await house.window(browser)
    const text = await openPostMortem(page, id)
    await writeAtTheEnd(page, text)
    await paste(page, {
      html: '<h2>A heading</h2><ul><li><b>strong</b> and <a href="https://example.com/">a link</a></li></ul><p>An end.</p>',
    })
    await text.getByRole('heading', { name: 'A heading' }).waitFor()
    await page.keyboard.press('Control+End')
    for (const html of HOSTILE) {
      await paste(page, { html, text: html })
      await page.keyboard.press('Control+End')
    }
    await saved(page)
    await page.waitForTimeout(3000)
    assert.equal(await page.evaluate(() => 'hit' in window), false, 'something ran')
    const left = await text.evaluate((own) =>
      [
        ...own.querySelectorAll(
          'script, iframe, object, embed, form, style, template, base, meta, link, svg:not([focusable="false"]), [onerror], [onload], [onclick], [ontoggle], [href^="java" i], mark',
        ),
      ].map(({ outerHTML }) => outerHTML),
    )
    assert.deepEqual(left, [])
    const { document } = await house.ask('GET', `/v1/post-mortems/${id}`)
    const tree = JSON.stringify(document.tree)
    for (const part of ['javascript:', 'onerror', 'srcdoc', '"type":"html"', 'nonsense', 'evil', 'data:image'])
      assert.equal(tree.includes(part), false, `${part} is in the tree`)
    for (const part of ['a paragraph', 'A heading', 'https://example.com/']) assert.ok(tree.includes(part), `${part} is not in the tree`)
    await page.reload()
    await text.waitFor({ timeout: 60_000 })
    assert.equal(await page.evaluate(() => 'hit' in window), false, 'something ran when it was loaded again')
  })
})
