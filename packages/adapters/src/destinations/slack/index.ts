import { escapeMarkdown, parseInline, type PageDestination } from '@blamefree/core'
import { canonicalPiece, joinMessage, shown, splitMessage } from './blocks.ts'
import { checkPlace } from './check-place.ts'
import { findMessage, messageOf, readMessage } from './message.ts'
import { renderCanvas, type Lower } from './render-canvas.ts'
import { LOSES, renderAnnouncement } from './render.ts'
import { configure, CONNECT, type SlackConfig } from './settings.ts'
import { postMessage, updateMessage } from './write-message.ts'

/** A channel of Slack: a message with the summary and the link, updated where it stands, and where wanted a canvas with all of it. Nobody can edit either. */
export function slack(lower: Lower): PageDestination<SlackConfig> {
  return {
    id: 'slack',
    title: 'Slack',
    loses: LOSES,
    connect: CONNECT,
    configure,
    render: (document, options, { canvas }) => renderAnnouncement(document, options, canvas ? renderCanvas(document, options, lower) : null),
    split: splitMessage,
    join: joinMessage,
    canonical: canonicalPiece,
    readBack: (text) => ({
      tree: { type: 'root', children: splitMessage(text).map((piece) => ({ type: 'paragraph', children: parseInline(escapeMarkdown(shown(piece.text))) })) },
      problems: [],
    }),
    request: (body, page, { channel }) => ({
      method: 'POST',
      url: `https://slack.com/api/${page === null ? 'chat.postMessage' : 'chat.update'}`,
      headers: { 'content-type': 'application/json; charset=utf-8' },
      body: JSON.stringify({
        channel: page?.ref.extra?.['channel'] ?? channel,
        ...(page === null ? {} : { ts: page.ref.id }),
        ...messageOf(body, page?.marker ?? null),
      }),
    }),
    keeps: 'ours',
    check: checkPlace,
    find: (marker, config, world) => findMessage(marker, { config, world }),
    read: (ref, config, world) => readMessage(ref, { config, world }),
    create: (body, marker, config, world) => postMessage(body, marker, { config, world }),
    write: (body, page, config, world) => updateMessage(body, page, { config, world }),
  }
}
