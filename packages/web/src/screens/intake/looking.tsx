import { Alert, Button, Group, Progress, Text } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import { offerUndo } from '../../shell/undo.tsx'
import { intakeText as text } from '../../text/intake.ts'
import { emptyBasket, onNextBasket, setBasket, type Basket } from './basket.ts'
import { BasketList } from './basket-list.tsx'
import { Becomes } from './becomes.tsx'
import { ChannelPicker } from './channel-picker.tsx'
import { FileButtons } from './collecting.tsx'
import classes from './intake.module.css'
import { ReadingCard } from './reading-card.tsx'
import { ReadingOptions } from './reading-options.tsx'
import type { ReadingWish } from './send-records.ts'
import { useHandIn } from './use-hand-in.ts'
import { usePreview } from './use-preview.ts'

/** What would be read of what is there, before it is kept; what has to be said for that; and handing it in. */
export function Looking({ basket }: { basket: Basket }): ReactNode {
  const [wish, setWish] = useState<ReadingWish>({})
  const { title: _title, private: _private, ...reading } = wish
  const looked = usePreview(basket, reading)
  const handing = useHandIn()
  const change = (part: Partial<ReadingWish>): void => setWish((before) => withoutEmpty({ ...before, ...part }))
  const { preview, sent } = looked
  const parts = Object.values(looked.offered).flatMap((offered) => (offered.length > 1 ? offered : []))
  const problem = handing.problem ?? looked.problem
  return (
    <div className={classes['look']}>
      <div className={classes['records']}>
        <BasketList basket={basket} />
        {sent === null ? null : (
          <div className={classes['progress']} role="status">
            <Text size="sm" c="dimmed" mb={4}>
              {text.sending(Math.round(sent * 100))}
            </Text>
            <Progress value={sent < 1 ? sent * 100 : 100} animated={sent >= 1} size="sm" aria-label={text.sending(Math.round(sent * 100))} />
          </div>
        )}
        {problem === null ? null : (
          <Alert color="red" title={problem.message} role="alert">
            <Text size="sm">{problem.hint}</Text>
            <Group gap="xs" mt="xs">
              <Text size="sm">{text.failed}</Text>
              <Button size="compact-sm" variant="default" onClick={looked.again}>
                {text.readAgain}
              </Button>
            </Group>
          </Alert>
        )}
        {parts.length === 0 ? null : <ChannelPicker parts={parts} chosen={wish.channels ?? []} onChange={(channels) => change({ channels: [...channels] })} />}
        {preview?.readings.map((one, index) => (
          <ReadingCard
            key={`${one.name} ${String(index)}`}
            reading={one}
            sources={preview.sources}
            choosing={parts.length > 0 && (wish.channels ?? []).length === 0}
            stale={sent !== null}
            said={wish.sources?.[one.name]}
            onSource={(source) => change({ sources: sourcesWith(wish.sources ?? {}, one.name, source) })}
          />
        ))}
        <div className={classes['more']}>
          <Text size="sm" c="dimmed">
            {text.add}
          </Text>
          <FileButtons />
        </div>
      </div>
      <aside className={classes['aside']}>
        <ReadingOptions
          wish={wish}
          problems={preview?.readings.flatMap(({ problems }) => problems) ?? []}
          conversations={preview?.readings.some((one) => one.parts.length > 0 && one.events > 0) ?? false}
          onChange={change}
        />
        <Becomes preview={preview} handing={handing} onMake={() => handing.begin(basket, wish)} ready={sent === null && looked.problem === null} />
        <Button
          variant="subtle"
          color="gray"
          size="compact-sm"
          onClick={() => {
            emptyBasket()
            // What is put in next would be lost with the way back.
            onNextBasket(offerUndo(text.startedOver, () => setBasket(basket)))
          }}
        >
          {text.startOver}
        </Button>
      </aside>
    </div>
  )
}

/** What is empty is not wished for. */
function withoutEmpty(wish: ReadingWish): ReadingWish {
  return Object.fromEntries(
    Object.entries(wish).filter(([, value]) => value !== '' && value !== undefined && value !== false && !(Array.isArray(value) && value.length === 0)),
  )
}

function sourcesWith(sources: Readonly<Record<string, string>>, name: string, source: string): Record<string, string> {
  const { [name]: _before, ...others } = sources
  return source === '' ? others : { ...others, [name]: source }
}
