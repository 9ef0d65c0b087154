import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdirSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test, type TestContext } from 'node:test'
import { openPostMortem } from '@blamefree/core'
import { imagesBeside, LARGEST_IMAGE, type Images } from './images-beside.ts'
import { folderFor } from './testing/recorded.ts'

const PNG = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGP4z8AAAAMBAQDJ/pLvAAAAAElFTkSuQmCC', 'base64')

/** A folder with a post-mortem that shows images, and with what lies around it. */
function beside(context: TestContext, addresses: readonly string[], prepare: (folder: string, outside: string) => void = () => undefined): Images {
  const outside = folderFor(context)
  const folder = join(outside, 'post-mortems')
  mkdirSync(join(folder, 'images'), { recursive: true })
  writeFileSync(join(folder, 'graph.png'), PNG)
  writeFileSync(join(folder, 'images', 'a graph.png'), PNG)
  writeFileSync(join(outside, 'secret.png'), PNG)
  prepare(folder, outside)
  const path = join(folder, 'pm.md')
  const { document } = openPostMortem(addresses.map((address) => `![](${address})`).join('\n\n'), path)
  return imagesBeside(path, document, { 'carried.png': { mediaType: 'image/png', bytes: new Uint8Array(PNG) } })
}

test('images in the folder of the post-mortem and below come along, and those that the file carries', (context) => {
  const { assets, problems } = beside(context, [
    'graph.png',
    'images/a%20graph.png',
    './images/../graph.png',
    'carried.png',
    'https://a.example/b.png',
    'graph.png',
  ])
  assert.deepEqual(Object.keys(assets), ['graph.png', 'images/a%20graph.png', './images/../graph.png', 'carried.png'])
  assert.deepEqual(assets['graph.png'], { mediaType: 'image/png', bytes: new Uint8Array(PNG) })
  assert.deepEqual(problems, [])
})

const OUTSIDE = [
  '../secret.png',
  '%2e%2e/secret.png',
  'images/../../secret.png',
  '..%2fsecret.png',
  '%2fetc/hostname',
  '..\\\\secret.png',
  'a%00.png',
  '.',
  'images/..',
]
for (const address of OUTSIDE)
  test(`nothing outside of the folder is read: ${address}`, (context) => {
    const { assets, problems } = beside(context, [address])
    assert.deepEqual(assets, {})
    assert.match(problems[0]?.message ?? '', /^The image .* is left out: it is not in the folder of pm\.md\.$/)
  })

test('a link that leads outside is not followed, and one inside is', (context) => {
  const { assets, problems } = beside(context, ['inside.png', 'outside.png', 'up/secret.png'], (folder, outside) => {
    symlinkSync(join(folder, 'graph.png'), join(folder, 'inside.png'))
    symlinkSync(join(outside, 'secret.png'), join(folder, 'outside.png'))
    symlinkSync(outside, join(folder, 'up'))
  })
  assert.deepEqual(Object.keys(assets), ['inside.png'])
  assert.equal(problems.length, 2)
  for (const { message } of problems) assert.match(message, /a link to something outside of the folder of pm\.md\.$/)
})

test('what is not there, no image, no file, too large or too much is left out, each with a sentence', (context) => {
  const many = Array.from({ length: 6 }, (_, index) => `large-${index}.png`)
  const { assets, problems } = beside(context, ['no.png', 'page.png', 'images', 'pipe.png', 'huge.png', ...many], (folder) => {
    writeFileSync(join(folder, 'page.png'), '<html><script>')
    assert.equal(spawnSync('mkfifo', [join(folder, 'pipe.png')]).status, 0)
    for (const [name, size] of [['huge.png', LARGEST_IMAGE + 1] as const, ...many.map((one) => [one, LARGEST_IMAGE] as const)]) {
      writeFileSync(join(folder, name), PNG)
      truncateSync(join(folder, name), size)
    }
  })
  assert.deepEqual(Object.keys(assets), many.slice(0, 4))
  assert.deepEqual(
    problems.map(({ message }) => message.replace(/^The image (\S+) is left out: /, '$1 ')),
    [
      'no.png there is no such file beside pm.md, or it cannot be read.',
      'page.png it is no PNG, JPEG, GIF, WebP or AVIF image, and no SVG drawing without scripts.',
      'images it is no file.',
      'pipe.png it is no file.',
      'huge.png it is larger than 16 MB.',
      'large-4.png the images are more than 64 MB together.',
      'large-5.png the images are more than 64 MB together.',
    ],
  )
})
