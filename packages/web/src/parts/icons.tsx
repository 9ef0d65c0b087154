import type { ReactNode, SVGProps } from 'react'

/** How an icon is shown: `size` in pixels, `stroke` the width of its lines on a field of 24. Everything else is the element's. */
export interface IconProps extends Omit<SVGProps<SVGSVGElement>, 'stroke'> {
  readonly size?: number
  readonly stroke?: number
}

/** An icon of our own: lines on a field of 24 by 24. Where it says more than the words beside it, give it an `aria-label`. */
export type Icon = (props: IconProps) => ReactNode

/** `bold`: how much thicker its lines are than those of the others. */
function drawn(path: string, bold = 1): Icon {
  return function Drawn({ size = 24, stroke = 1.8, ...rest }) {
    return (
      <svg
        width={size}
        height={size}
        viewBox="0 0 24 24"
        fill="none"
        stroke="currentColor"
        strokeWidth={stroke * bold}
        strokeLinecap="round"
        strokeLinejoin="round"
        focusable="false"
        {...rest}
      >
        <path d={path} />
      </svg>
    )
  }
}

const RING = 'M3 12a9 9 0 1 0 18 0a9 9 0 1 0-18 0'
const SHEET = 'M14 3H7a2 2 0 0 0-2 2v14a2 2 0 0 0 2 2h10a2 2 0 0 0 2-2V8zM14 3v5h5'
const BOARD = 'M9 4H7a2 2 0 0 0-2 2v13a2 2 0 0 0 2 2h10a2 2 0 0 0 2-2V6a2 2 0 0 0-2-2h-2M9 3h6v4H9z'
const PERSON = 'M5.5 20a6.5 6.5 0 0 1 13 0M8 8a4 4 0 1 0 8 0a4 4 0 1 0-8 0'
const FRAME = 'M4 5h16v14H4z'

export const IconActivity: Icon = drawn('M3 12h4l3-8 4 16 3-8h4')
export const IconAlertTriangle: Icon = drawn('M12 4 2.8 19.5h18.4zM12 10v4M12 17v.01')
export const IconArchive: Icon = drawn('M4 4h16v5H4zM5.5 9v11h13V9M10 13h4')
export const IconArrowBackUp: Icon = drawn('M8 14 4 10l4-4M4 10h11a5 5 0 0 1 0 10h-2')
export const IconArrowDown: Icon = drawn('M12 5v14M6 13l6 6 6-6')
export const IconArrowLeft: Icon = drawn('M19 12H5M11 6l-6 6 6 6')
export const IconArrowUp: Icon = drawn('M12 19V5M6 11l6-6 6 6')
export const IconBold: Icon = drawn('M7 5h6a3.5 3.5 0 0 1 0 7H7zM7 12h7a3.5 3.5 0 0 1 0 7H7z')
export const IconBolt: Icon = drawn('M13 3 5 13.5h6L10 21l9-11h-6z')
export const IconBook2: Icon = drawn('M12 6.5C9.5 4.5 6.5 4 3 4.5v14c3.5-.5 6.5 0 9 2 2.5-2 5.5-2.5 9-2v-14c-3.5-.5-6.5 0-9 2zM12 6.5v14')
export const IconBookmark: Icon = drawn('M6 4h12v17l-6-4.5L6 21z')
export const IconBulb: Icon = drawn('M9.5 21h5M10 18v-2.5A6.2 6.2 0 0 1 5.5 9.5a6.5 6.5 0 0 1 13 0a6.2 6.2 0 0 1-4.5 6V18z')
export const IconCheck: Icon = drawn('m5 12.5 4.5 4.5L19 7')
export const IconChecklist: Icon = drawn('m3.5 6.5 2 2 3.5-4M3.5 16.5l2 2 3.5-4M13 7h8M13 17h8')
export const IconChevronDown: Icon = drawn('m6 9 6 6 6-6')
export const IconChevronRight: Icon = drawn('m9 6 6 6-6 6')
export const IconCircleCheck: Icon = drawn(`${RING}M8 12.5l2.8 2.8L16 9.5`)
export const IconCircleDashed: Icon = drawn(
  'M9 3.6a9 9 0 0 1 6 0M18.5 5.8a9 9 0 0 1 2.4 5.2M20.5 15a9 9 0 0 1-4 4.8M13 21a9 9 0 0 1-5.5-1.2M4.3 16.5A9 9 0 0 1 3.2 11M4.8 6.7',
)
export const IconClipboardPlus: Icon = drawn(`${BOARD}M12 11v6M9 14h6`)
export const IconClipboardText: Icon = drawn(`${BOARD}M9 12h6M9 16h4`)
export const IconClock: Icon = drawn(`${RING}M12 7v5l3.5 2`)
export const IconClockHour4: Icon = IconClock
export const IconCode: Icon = drawn('m8 7-5 5 5 5M16 7l5 5-5 5M13.5 4.5l-3 15')
export const IconColumnInsertRight: Icon = drawn('M4 4h7v16H4zM18 9v6M15 12h6')
export const IconColumnRemove: Icon = drawn('M4 4h7v16H4zM15.5 9.5l5 5M20.5 9.5l-5 5')
export const IconCopy: Icon = drawn('M9 9h11v11H9zM5 15H4V4h11v1')
export const IconDatabase: Icon = drawn('M4 6c0-1.7 3.6-3 8-3s8 1.3 8 3-3.6 3-8 3-8-1.3-8-3zM4 6v12c0 1.7 3.6 3 8 3s8-1.3 8-3V6M4 12c0 1.7 3.6 3 8 3s8-1.3 8-3')
export const IconDots: Icon = drawn('M5 12h.01M12 12h.01M19 12h.01', 1.6)
export const IconDownload: Icon = drawn('M12 4v11M7 11l5 5 5-5M4 20h16')
export const IconExternalLink: Icon = drawn('M11 6H5v13h13v-6M10 14 20 4M14 4h6v6')
export const IconFile: Icon = drawn(SHEET)
export const IconFileImport: Icon = drawn('M5 12V5a2 2 0 0 1 2-2h7l5 5v11a2 2 0 0 1-2 2H9M14 3v5h5M2.5 16H11M8 13l3 3-3 3')
export const IconFileText: Icon = drawn(`${SHEET}M9 13h6M9 17h4`)
export const IconFlame: Icon = drawn(
  'M12 21c3.9 0 6.5-2.7 6.5-6.2 0-4.3-4.5-6-4-11.8-3.5 1.5-5 4.5-4.8 7.5C8.6 10 8 9 8 7.8 6.3 9.5 5.5 12 5.5 14.6 5.5 18.3 8.1 21 12 21z',
)
export const IconFolder: Icon = drawn('M3 6h6l2 2.5h10V19H3z')
export const IconGauge: Icon = drawn('M4.5 18a9.5 9.5 0 1 1 15 0M12 14l4-5.5M12 14h.01')
export const IconHistory: Icon = drawn('M4 12a8.5 8.5 0 1 0 2.8-6.3M4 4v4.5h4.5M12 8v4.5l3 1.8')
export const IconInfoCircle: Icon = drawn(`${RING}M12 11v5.5M12 7.5v.01`)
export const IconItalic: Icon = drawn('M11 5h7M6 19h7M14.5 5l-5 14')
export const IconKeyboard: Icon = drawn('M2.5 6.5h19v11h-19zM6 10h.01M9 10h.01M12 10h.01M15 10h.01M18 10h.01M6 14h.01M18 14h.01M9 14h6')
export const IconLink: Icon = drawn('M9.5 14.5l5-5M11 6.5l1.5-1.5a4.6 4.6 0 0 1 6.5 6.5L17.5 13M6.5 11 5 12.5a4.6 4.6 0 0 0 6.5 6.5L13 17.5')
export const IconLinkOff: Icon = drawn('M11 6.5l1.5-1.5a4.6 4.6 0 0 1 6.5 6.5L17.5 13M6.5 11 5 12.5a4.6 4.6 0 0 0 6.5 6.5L13 17.5M4 4l16 16')
export const IconLock: Icon = drawn('M5 11h14v9H5zM8 11V7.5a4 4 0 0 1 8 0V11M12 15v2')
export const IconMessage: Icon = drawn('M4 5h16v12h-8l-4.5 3.5V17H4z')
export const IconMessagePlus: Icon = drawn('M4 5h16v12h-8l-4.5 3.5V17H4zM12 8v6M9 11h6')
export const IconPencil: Icon = drawn('M4 20l1-4.5L16.5 4 20 7.5 8.5 19zM14 6.5 17.5 10')
export const IconPencilPlus: Icon = drawn('M4 20l1-4.5L15 5.5 18.5 9 8.5 19zM16 18h5M18.5 15.5v5')
export const IconPlus: Icon = drawn('M12 5v14M5 12h14')
export const IconPrinter: Icon = drawn('M7 8V3h10v5M7 17H4V8h16v9h-3M7 13.5h10V21H7z')
export const IconRefresh: Icon = drawn('M20 11a8 8 0 0 0-14.5-3.5L4 9.5M4 4.5v5h5M4 13a8 8 0 0 0 14.5 3.5l1.5-2M20 19.5v-5h-5')
export const IconRestore: Icon = IconHistory
export const IconRowInsertBottom: Icon = drawn('M4 4h16v7H4zM12 15v6M9 18h6')
export const IconRowRemove: Icon = drawn('M4 4h16v7H4zM9.5 15l5 5M14.5 15l-5 5')
export const IconSearch: Icon = drawn('M4 10.5a6.5 6.5 0 1 0 13 0a6.5 6.5 0 1 0-13 0M15.5 15.5 20.5 20.5')
export const IconSettings: Icon = drawn('M4 7h9M17 7h3M4 17h3M11 17h9M13 7a2 2 0 1 0 4 0a2 2 0 1 0-4 0M7 17a2 2 0 1 0 4 0a2 2 0 1 0-4 0')
export const IconShare3: Icon = drawn('M13 5l7 6.5-7 6.5v-4C8 14 5.5 16 4 19.5 4 13 7 9 13 9z')
export const IconSparkles: Icon = drawn(
  'M10 4.5 11.7 9.3 16.5 11l-4.8 1.7L10 17.5l-1.7-4.8L3.5 11l4.8-1.7zM18 15.5l.8 2.2 2.2.8-2.2.8-.8 2.2-.8-2.2-2.2-.8 2.2-.8z',
)
export const IconStrikethrough: Icon = drawn(
  'M4 12h16M16.5 7.5C16 5.5 14.3 4.5 12 4.5c-2.5 0-4.5 1.3-4.5 3.5 0 1.5 1 2.6 2.5 3.3M7 16c.4 2.2 2.3 3.5 5 3.5 2.8 0 5-1.4 5-3.8 0-1-.4-1.8-1-2.5',
)
export const IconTemplate: Icon = drawn('M4 4h16v5H4zM4 13h7v7H4zM15 13h5v7h-5z')
export const IconTimeline: Icon = drawn('M3 17l5.5-6 5 4L21 6.5M3 17h.01M8.5 11h.01M13.5 15h.01M21 6.5h.01')
export const IconTrash: Icon = drawn('M4 7h16M9 7V4h6v3M6 7l1 13h10l1-13M10 11v5.5M14 11v5.5')
export const IconUser: Icon = drawn(PERSON)
export const IconUserCheck: Icon = drawn('M3.5 20a6.5 6.5 0 0 1 10.5-5.1M6 8a4 4 0 1 0 8 0a4 4 0 1 0-8 0M15 18l2.2 2.2L21.5 16')
export const IconUserPlus: Icon = drawn('M3.5 20a6.5 6.5 0 0 1 11-4.7M6 8a4 4 0 1 0 8 0a4 4 0 1 0-8 0M15.5 18.5h6M18.5 15.5v6')
export const IconUsers: Icon = drawn('M3 20a6 6 0 0 1 12 0M5.5 8.5a3.5 3.5 0 1 0 7 0a3.5 3.5 0 1 0-7 0M15.5 5.2a3.5 3.5 0 0 1 0 6.6M17.5 14.5A6 6 0 0 1 21 20')
export const IconWand: Icon = drawn('M5 19 15 9l2 2L7 21zM15.5 4v3M14 5.5h3M20 10v3M18.5 11.5h3M8 4.5v2M7 5.5h2')
export const IconTable: Icon = drawn(`${FRAME}M4 10h16M10 10v9`)
export const IconX: Icon = drawn('M6 6l12 12M18 6 6 18')
export const IconUserCircle: Icon = drawn(`${RING}M6.5 19a6 6 0 0 1 11 0M9 10a3 3 0 1 0 6 0a3 3 0 1 0-6 0`)
export const IconBlockquote: Icon = drawn('M4 5h16M9 10h11M9 14h11M4 19h16M4 10v4')
export const IconH2: Icon = drawn('M4 5v14M12 5v14M4 12h8M16 12a2.5 2.5 0 0 1 5 0c0 2-5 4.5-5 7h5')
export const IconH3: Icon = drawn('M4 5v14M12 5v14M4 12h8M16 11.5a2.3 2.3 0 1 1 2.5 3.5 2.3 2.3 0 1 1-2.5 3')
export const IconH4: Icon = drawn('M4 5v14M12 5v14M4 12h8M20 19v-9l-4 6h5.5')
export const IconList: Icon = drawn('M9 6h11M9 12h11M9 18h11M4.5 6h.01M4.5 12h.01M4.5 18h.01')
export const IconListCheck: Icon = drawn('M4 6l1.5 1.5L8 4.5M4 17l1.5 1.5L8 15.5M12 6h8M12 12h8M12 18h8')
export const IconListNumbers: Icon = drawn('M10 6h10M10 12h10M10 18h10M4 5l1.5-1v5M4 15.5a1.5 1.5 0 0 1 3 0c0 1.5-3 2-3 4h3')
export const IconPhoto: Icon = drawn('M4 5h16v14H4zM4 16l5-5 4 4 3-2.5 4 3.5M15.5 9h.01')
export const IconSeparator: Icon = drawn('M3 12h18M8 7V5h8v2M8 17v2h8v-2')
