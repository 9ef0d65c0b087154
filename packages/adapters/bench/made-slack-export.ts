import { strToU8, zipSync, type Zippable } from 'fflate'

const WORDS =
  'the checkout is down for some cards since deploy looking at graphs pods restart again rolling back now database connections pool full retry queue latency errors cache region traffic who can confirm fixed'.split(
    ' ',
  )

/** A Slack export (zip) of one incident channel with so many messages of made-up text: threads, reactions, marks, rich text, bots and files as in real ones. */
export function madeSlackExport(messages: number): Uint8Array {
  const random = sequence(messages)
  const files: Zippable = {
    'users.json': json(
      Array.from({ length: 60 }, (_, index) => ({
        id: `U0${1000 + index}`,
        name: `person${index}`,
        real_name: `Person ${index}`,
        tz: index % 3 === 0 ? 'Europe/London' : 'America/New_York',
        profile: { real_name: `Person ${index}`, display_name: `p${index}`, email: `p${index}@example.com` },
      })),
    ),
    'channels.json': json([
      { id: 'C0INC', name: 'inc-made-up', created: START, creator: 'U01000', topic: { value: 'Checkout is down' }, purpose: { value: '' } },
    ]),
  }
  const perDay = 5_000
  for (let day = 0; day * perDay < messages; day++) {
    const name = new Date((START + day * 86_400) * 1000).toISOString().slice(0, 10)
    const count = Math.min(perDay, messages - day * perDay)
    files[`inc-made-up/${name}.json`] = json(Array.from({ length: count }, (_, index) => message(day, index, random)))
  }
  return zipSync(files, { level: 6 })
}

const START = 1_772_614_800
const json = (value: unknown): Uint8Array => strToU8(JSON.stringify(value, null, 4))

function message(day: number, index: number, random: (below: number) => number): object {
  const seconds = START + day * 86_400 + index * 15
  const ts = `${seconds}.${String(100_000 + random(899_999))}`
  const user = `U0${1000 + random(60)}`
  const words = Array.from({ length: 4 + random(16) }, () => WORDS[random(WORDS.length)]).join(' ')
  const kind = random(20)
  const base = { client_msg_id: `${random(1e9)}-${random(1e9)}`, type: 'message', user, ts, team: 'T0TEAM', user_team: 'T0TEAM', source_team: 'T0TEAM' }
  if (kind === 0) return { type: 'message', subtype: 'channel_join', user, text: `<@${user}> has joined the channel`, ts }
  if (kind < 3) {
    const fields = [{ title: 'Environment', value: 'production', short: true }]
    return {
      type: 'message',
      subtype: 'bot_message',
      bot_id: 'B0DEPLOY',
      username: 'Deploys',
      text: '',
      ts,
      attachments: [{ fallback: words, title: words, title_link: 'https://ci.example.com/1', fields }],
    }
  }
  return { ...base, ...typed({ words, kind, index, user, random }), ...(kind === 9 ? { thread_ts: `${seconds - 30}.000100` } : {}) }
}

interface Typing {
  readonly words: string
  readonly kind: number
  readonly index: number
  readonly user: string
  readonly random: (below: number) => number
}

function typed({ words, kind, index, user, random }: Typing): object {
  const marked =
    kind < 8
      ? `*${words}* see <https://example.com/${index}|graph> <@U0${1000 + random(60)}> :eyes: \`node-${index}\``
      : kind < 10
        ? `${words}\n&gt; ${words}`
        : words
  const rich = [
    {
      type: 'rich_text',
      block_id: 'b1',
      elements: [
        {
          type: 'rich_text_section',
          elements: [
            { type: 'text', text: `${words} ` },
            { type: 'user', user_id: user },
          ],
        },
      ],
    },
  ]
  return {
    text: marked,
    blocks: kind < 10 ? rich : [{ ...rich[0], elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text: words }] }] }],
    user_profile: {
      avatar_hash: 'abcdef',
      image_72: 'https://example.com/avatars/72.png',
      first_name: 'Person',
      real_name: 'Person',
      display_name: 'p',
      team: 'T0TEAM',
      name: 'person',
      is_restricted: false,
    },
    ...(kind === 10 ? { reactions: [{ name: 'eyes', users: [user], count: 1 }] } : {}),
    ...(kind === 11
      ? {
          files: [
            {
              id: 'F1',
              name: 'graph.png',
              mimetype: 'image/png',
              url_private: 'https://files.slack.com/x.png?t=xoxe-1-2',
              permalink: 'https://made.slack.com/files/U/F1/graph.png',
            },
          ],
        }
      : {}),
  }
}

/** Numbers that look random and are the same on each run. */
function sequence(seed: number): (below: number) => number {
  let state = seed + 1
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}
