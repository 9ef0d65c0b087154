import { BlamefreeError } from '@blamefree/core'
import type { ConnectGuide, Settings } from '@blamefree/core'

/** The app's token, and the channel that post-mortems are told to. */
export interface SlackConfig {
  readonly token: string
  readonly channel: string
  /** Whether the whole post-mortem is kept as a canvas too. */
  readonly canvas: boolean
}

/** What to make in Slack, and what to enter here. */
export const CONNECT: ConnectGuide = {
  becomes: 'A message in a channel, with a link',
  steps: [
    'Make an app in your own workspace at [api.slack.com/apps](https://api.slack.com/apps).',
    'Give its bot the scopes `chat:write`, `channels:read`, `channels:history`, and for private channels `groups:read` and `groups:history`. For a canvas add `canvases:write`. Install it.',
    'Invite the app to the channel: `/invite @its-name`.',
    'Enter the bot token and the channel. Press **Test**.',
  ],
  settings: [
    { key: 'token', label: 'Bot token', help: 'It begins with `xoxb-`.', secret: true },
    { key: 'channel', label: 'Channel', help: 'Its ID, at the end of what "View channel details" shows: `C0123456789`.' },
    {
      key: 'canvas',
      label: 'Also keep the whole post-mortem as a canvas',
      help: 'Members of the channel can read it, and nobody can edit it. Needs a paid plan and the scope `canvases:write`.',
      kind: 'switch',
      optional: true,
    },
  ],
}

/** Settings as entered → the configuration. */
export function configure(settings: Settings): SlackConfig {
  const text = (key: string): string => String(settings[key] ?? '').trim()
  const [token, channel] = [text('token'), /([CG][A-Z0-9]{6,20})\/?$/.exec(text('channel'))?.[1]]
  if (!/^xox[be][.-]/.test(token)) throw wrong('"Bot token" is not one', 'Copy the Bot User OAuth Token; it begins with xoxb-.')
  if (channel === undefined) throw wrong('"Channel" is not the ID of a channel', 'Copy the ID at the end of the channel\u2019s details; it begins with C or G.')
  return { token, channel, canvas: settings['canvas'] === true }
}

const wrong = (what: string, hint: string): BlamefreeError => new BlamefreeError('slack/settings', `Cannot connect Slack: ${what}.`, hint)
