import { clockText, instantFromMillis, type Instant } from '@blamefree/core'
import { memo, useImperativeHandle, useRef, type KeyboardEvent, type PointerEvent, type ReactNode, type Ref } from 'react'
import { timeline as text } from '../../text/timeline.ts'
import { PARTS, type BandData } from './band-data.ts'
import classes from './timeline.module.css'

/** What the band shows of where the reader is. */
export interface BandView {
  readonly window: (from: number, to: number) => void
}

interface Given {
  readonly data: BandData
  readonly zone: string
  readonly onScrub: (at: string) => void
  readonly view: Ref<BandView>
}

const DENSITY = 28
const ALERT = 6
const LANE = 12

/** The incident over time: how much was said, alerts as spans, people as lanes; drag over it to move through the record. */
export const IncidentBand = memo(function IncidentBand({ data, zone, onScrub, view }: Given): ReactNode {
  const track = useRef<HTMLDivElement>(null)
  const frame = useRef<HTMLDivElement>(null)
  const at = useRef(0)
  const { from, to, density, alerts, people } = data
  const place = (millis: number): number => Math.min(1, Math.max(0, (millis - from) / (to - from)))
  useImperativeHandle(view, () => ({
    window: (first, last) => {
      at.current = place(first)
      if (frame.current === null || track.current === null) return
      frame.current.style.left = `${place(first) * 100}%`
      frame.current.style.width = `${(place(last) - place(first)) * 100}%`
      track.current.setAttribute('aria-valuenow', String(Math.round(at.current * 100)))
      track.current.setAttribute('aria-valuetext', clockText(instant(first), zone))
    },
  }))
  const scrub = (part: number): void => onScrub(instant(from + Math.min(1, Math.max(0, part)) * (to - from)))
  const point = (event: PointerEvent<HTMLDivElement>): void => {
    if (event.type === 'pointerdown') event.currentTarget.setPointerCapture(event.pointerId)
    else if (event.buttons === 0) return
    const { left, width } = event.currentTarget.getBoundingClientRect()
    scrub((event.clientX - left) / width)
  }
  const press = (event: KeyboardEvent): void => {
    const part = { ArrowRight: at.current + 1 / 60, ArrowLeft: at.current - 1 / 60, Home: 0, End: 1 }[event.key]
    if (part === undefined) return
    event.preventDefault()
    scrub(part)
  }
  const height = DENSITY + alerts.length * ALERT + 4 + people.length * LANE
  return (
    <div className={classes['band']}>
      <div className={classes['names']} style={{ paddingTop: DENSITY + alerts.length * ALERT + 4 }} aria-hidden>
        {people.map(({ name }) => (
          <span key={name}>{name}</span>
        ))}
      </div>
      <div
        ref={track}
        className={classes['track']}
        role="slider"
        tabIndex={0}
        aria-label={text.band}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={0}
        onPointerDown={point}
        onPointerMove={point}
        onKeyDown={press}
      >
        <svg viewBox={`0 0 ${PARTS} ${height}`} height={height} preserveAspectRatio="none" aria-hidden>
          <path
            d={density
              .map((value, index) => (value === 0 ? '' : `M${index + 0.1} ${DENSITY}v${-Math.max(1.5, value * (DENSITY - 2))}h0.8V${DENSITY}z`))
              .join('')}
            fill="var(--house-link)"
            opacity={0.75}
          />
          {alerts.map(({ name, from: begin, to: end }, index) => (
            <rect
              key={name}
              x={begin * PARTS}
              y={DENSITY + 2 + index * ALERT}
              width={Math.max(0.4, (end - begin) * PARTS)}
              height={ALERT - 2}
              fill="var(--house-bad)"
              opacity={0.7}
            >
              <title>{text.bandAlert(name)}</title>
            </rect>
          ))}
          {people.map(({ name, parts }, index) => (
            <path
              key={name}
              d={parts.map((part) => `M${part + 0.1} ${DENSITY + alerts.length * ALERT + 6 + index * LANE}h0.8v7h-0.8z`).join('')}
              fill="var(--mantine-color-dimmed)"
            />
          ))}
        </svg>
        <div ref={frame} className={classes['window']} />
      </div>
      <div className={`${classes['ends'] ?? ''} numbers`}>
        <span>{clockText(instant(from), zone)}</span>
        <span>{clockText(instant(to), zone)}</span>
      </div>
    </div>
  )
})

const instant = (millis: number): Instant => instantFromMillis(Math.round(millis)) ?? ('1970-01-01T00:00:00.000Z' as Instant)
