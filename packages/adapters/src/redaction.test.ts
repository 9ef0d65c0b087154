import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseMarkdown, redact } from '@blamefree/core'
import { DESTINATIONS } from './destinations.ts'
import { pairOf } from './destinations/testing/contract.ts'
import { everyConstruct } from './destinations/testing/every-construct.ts'
import { READ_ELSEWHERE } from './destinations/testing/readers.ts'

const SECRET = ['ghp_', 'a1B2c3D4e5F6g7H8i9J0k1L2m3N4o5P6q7R8'].join('')

for (const destination of DESTINATIONS.filter(({ id }) => !READ_ELSEWHERE.has(id))) {
  const { reader } = pairOf(destination)
  test(`a copy in ${destination.id} holds no secret, and for customers no name`, { skip: reader.slow?.skip ?? false }, async () => {
    const document = everyConstruct()
    const planted = parseMarkdown(
      `## Leak ${SECRET}\n\n${SECRET.slice(0, 9)}**${SECRET.slice(9)}** and [here](https://a.example/${SECRET})\n\n\`\`\`\n${SECRET}\n\`\`\``,
    ).tree
    const whole = {
      ...document,
      title: `A leak of ${SECRET} by Chris Evans`,
      tree: { ...document.tree, children: [...planted.children, ...document.tree.children] },
    }
    const copy = redact(whole, 'customer').document
    const artifact = await destination.render(copy)
    const file = `${artifact.name} ${reader.unpacked?.(artifact) ?? new TextDecoder().decode(artifact.bytes)}`
    assert.ok(!file.includes(SECRET.slice(9)))
    assert.doesNotMatch(file, /Chris|Evans|Śliwińska|slack:U1|tickets\.example/)
  })
}
