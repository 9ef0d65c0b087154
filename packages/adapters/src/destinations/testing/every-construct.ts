import { parseMarkdown, type Asset, type Document } from '@blamefree/core'

/** A token that no line of a page can hold. */
export const LONG_TOKEN: string = Array.from({ length: 16 }, (_, index) => (0x9e3779b9 * (index + 1)).toString(16).slice(0, 8).padStart(8, '0')).join('')

/** Words that only guidance holds: no format may show them unasked. */
export const GUIDANCE_WORDS = 'Pitch it so that the head of the department understands.'

/** Words that only evidence holds. */
export const EVIDENCE_WORDS = 'deploy of cart 2.4.1 two minutes before the impact'

const TEXT = `
:::callout{kind=note}
This post-mortem is a **draft**. Times are in Europe/London.
:::

## Key information

:::key-information
### Team

- Incident Lead: :person[Chris Evans]{id="slack:U1" role=lead}
- Reporter: :person[Noor van Dijk-Śliwińska]{id="slack:U2" role=reporter}

### Key timestamps

- Impact started at: :time[November 18, 2022 3:39 PM]{at=2022-11-18T15:39:00.000Z}
:::

## Summary

An *asynchronous* event took **one server** down, ~~slowly~~ at once; see [the ticket](https://tickets.example.com/OPS-7 "Ticket OPS-7") or
<https://status.example.com/i/7>. The consumer ran \`errors.Unwrap(nil)\` and stopped.[^1] It was **_both_** at 09:02:00Z, with a ratio of 16:9.\\
A second line after a hard break.

:::callout[What customers saw]{kind=warning}
Carts were empty.

- Login stayed up
:::

:::callout{kind=danger}
Data was not lost.
:::

:::callout{kind=tip}
Try the runbook.
:::

## Timeline

:::timeline{events=key}
| Timestamp | Event |
| --- | --- |
| :time[15:39:00]{at=2022-11-18T15:39:00.000Z} | :event[The first server stopped]{id="slack:C1:1.2"} |
| :time[15:46:00 (+7mins)]{at=2022-11-18T15:46:00.000Z} | :event[Incident lead assigned]{id="slack:C1:1.3"}: a pipe \\| and \`x \\| y\` |
| :time[16:23:00 (+44mins)]{at=2022-11-18T16:23:00.000Z} | |
:::

## Contributors

:::guidance
${GUIDANCE_WORDS}
:::

:::evidence
- There was a ${EVIDENCE_WORDS}.
:::

1. Technical

   - Disk filled up
     - on \`db-3\`
       - since Monday
         - at night

2. Human

   With a second paragraph.

## Mitigators

> People were **at work**.
>
> > Nested words of somebody.

## Learnings and risks

:::generated{of=summary}
Only :person[Chris Evans]{id="slack:U1" role=lead} knew this queue.[^key-person]
:::

***

| Left | Middle | Right | None | A column with a very long heading |
| :-- | :-: | --: | --- | --- |
| 漢字と仮名 | 1 | 1,024 | مرحبا بالعالم | 👩‍👩‍👧 family |
| a | **b** | _c_ | ~~d~~ | ${LONG_TOKEN} |

## Follow-up actions

:::follow-ups
- [x] Cover consumers with a recover statement
- [ ] Alert on restarts
  - [ ] for every queue
:::

## Meeting notes

日本語の段落です。改行のない長い文章でも、きちんと折り返されなければなりません。

هذه فقرة باللغة العربية مع كلمة English في الوسط.

Emoji: 👩‍👩‍👧 🏳️‍🌈 🇬🇧, a combining e\u0301, math 𝔘𝔫𝔦, a right-to-left mark \u200f here. ${LONG_TOKEN}

\`\`\`go
func main() {
	if err := run(); err != nil && 1 < 2 { // <script>alert(1)</script> ]]>

	}
}
\`\`\`

![Graph of requests in a minute](graph.png "Requests")

### A heading with \`code\` and *stress*

Hostile: <script>alert(2)</script> {{ incident.title }} ::timeline ]]> & < > " ' \\\\ \\# \\* \`|\`

[^1]: A nil error that was wrapped.

[^key-person]: The risk is named in [the handbook](https://handbook.example.com/risks).

    Its second paragraph.
`

/** A red pixel: the image that the document shows. */
const PIXEL = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGP4z8AAAAMBAQDJ/pLvAAAAAElFTkSuQmCC'

/** The images of `everyConstruct`. */
export const ASSETS: Readonly<Record<string, Asset>> = {
  'graph.png': { mediaType: 'image/png', bytes: Uint8Array.from(atob(PIXEL), (character) => character.charCodeAt(0)) },
}

/** A post-mortem in which each construct of a document occurs, with words of many scripts and hostile ones. */
export function everyConstruct(): Document {
  return documentOf(TEXT, 'Poison pill: <b>the app</b> & its queue')
}

/** A document of Markdown's own, as a person would write it. */
export function documentOf(markdown: string, title = 'A title'): Document {
  return { schemaVersion: 1, title, template: 'default@1', zone: 'Europe/London', language: 'en', tree: parseMarkdown(markdown).tree }
}

/** A post-mortem whose timeline has this many rows, for measuring. */
export function longTimeline(rows: number): Document {
  const two = (value: number): string => String(value).padStart(2, '0')
  const lines = Array.from({ length: rows }, (_, index) => {
    const clock = `${two(9 + (Math.floor(index / 3600) % 15))}:${two(Math.floor(index / 60) % 60)}:${two(index % 60)}`
    const at = `2026-03-04T${clock}.000Z`
    return `| :time[${clock} (+${index}mins)]{at=${at}} | :event[:]{id="slack:C1:${index}"} :person[Person ${index % 9}]{id="slack:U${index % 9}"} restarted \`worker-${index % 40}\` and **${index} jobs** came back, see [the graph](https://graphs.example.com/${index}) |`
  })
  return documentOf(`## Timeline\n\n:::timeline\n| Timestamp | Event |\n| --- | --- |\n${lines.join('\n')}\n:::\n`, `A timeline of ${rows} rows`)
}
