import { Alert, Button, Group, MultiSelect, Stack, Text, Textarea } from '@mantine/core'
import { Dialog } from '../../../parts/dialog.tsx'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { answer, api } from '../../../api/client.ts'
import { useMe } from '../../../session/me.ts'
import { say } from '../../../shell/say.ts'
import { review as text } from '../../../text/reading.ts'
import { reviewQuery, type PostMortemSummary } from './post-mortem-queries.ts'
import { Reviewers, ReviewList, type Review } from './review-list.tsx'
import { membersQuery, waysQuery } from '../../../api/workspace-queries.ts'

type Step = 'ask' | 'answer' | 'publish' | 'reopen'

/** The way from draft over review to published, and back: the buttons for what can be done next. */
export function ReviewButtons({ postMortem, toWrite }: { postMortem: PostMortemSummary; toWrite: number }): ReactNode {
  const me = useMe()
  const { data } = useQuery({ ...reviewQuery(postMortem.id), enabled: postMortem.status === 'in-review' })
  const [dialog, setDialog] = useState<Step | null>(null)
  const reviews = postMortem.status === 'in-review' ? (data?.reviews ?? []) : []
  const asked = reviews.some(({ member }) => member.id === me.member.id)
  const writes = me.member.role !== 'viewer'
  const shared = { postMortem, reviews, toWrite, onClose: () => setDialog(null) }
  return (
    <>
      {reviews.length === 0 ? null : <Reviewers reviews={reviews} />}
      {postMortem.status !== 'published' && writes ? (
        <Button variant="default" onClick={() => setDialog('ask')}>
          {postMortem.status === 'draft' ? text.ask : text.askMore}
        </Button>
      ) : null}
      {asked ? <Button onClick={() => setDialog('answer')}>{text.answer}</Button> : null}
      {postMortem.status !== 'published' && writes ? (
        <Button variant={asked ? 'default' : 'filled'} onClick={() => setDialog('publish')}>
          {text.publish}
        </Button>
      ) : null}
      {postMortem.status === 'published' && writes ? (
        <Button variant="default" onClick={() => setDialog('reopen')}>
          {text.reopen}
        </Button>
      ) : null}
      {dialog === 'ask' ? <AskDialog {...shared} /> : null}
      {dialog === 'answer' ? <AnswerDialog {...shared} /> : null}
      {dialog === 'publish' ? <PublishDialog {...shared} /> : null}
      {dialog === 'reopen' ? <ReopenDialog {...shared} /> : null}
    </>
  )
}

interface DialogProps {
  readonly postMortem: PostMortemSummary
  readonly reviews: readonly Review[]
  readonly toWrite: number
  readonly onClose: () => void
}

/** Asks the API for a step and, when it is done, has everything about the post-mortem asked for again. */
function useStep<Given>(postMortem: PostMortemSummary, step: (given: Given) => Promise<unknown>, done: () => void) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: step,
    async onSuccess() {
      done()
      await Promise.all([queries.invalidateQueries({ queryKey: ['post-mortem', postMortem.id] }), queries.invalidateQueries({ queryKey: ['post-mortems'] })])
    },
  })
}

const path = (postMortem: PostMortemSummary) => ({ path: { postMortem: postMortem.id } })

function AskDialog({ postMortem, reviews, onClose }: DialogProps): ReactNode {
  const me = useMe()
  const mail = useQuery(waysQuery).data?.mail ?? true
  const { data } = useQuery(membersQuery)
  const [reviewers, setReviewers] = useState<string[]>([])
  const [note, setNote] = useState('')
  const step = useStep(
    postMortem,
    () => answer(api.POST('/v1/post-mortems/{postMortem}/review', { params: path(postMortem), body: { reviewers, note: note === '' ? null : note } })),
    onClose,
  )
  const withdraw = useWithdraw(postMortem, onClose)
  const people = (data?.items ?? []).filter(({ id, disabled }) => !disabled && id !== me.member.id)
  return (
    <Dialog onClose={onClose} title={text.askTitle}>
      <Stack>
        <Text size="sm" c="dimmed">
          {mail ? text.askHint : text.askHintNoMail}
        </Text>
        {reviews.length === 0 ? null : <Text size="sm">{text.askedAlready(reviews.map(({ member }) => member.name).join(', '))}</Text>}
        <MultiSelect
          label={text.reviewers}
          searchable
          data-autofocus
          data={people.map(({ id, name }) => ({ value: id, label: name }))}
          value={reviewers}
          onChange={setReviewers}
          comboboxProps={{ withinPortal: true }}
        />
        <Textarea label={text.note} autosize minRows={2} value={note} onChange={(event) => setNote(event.currentTarget.value)} />
        <Foot
          onClose={onClose}
          go={text.send}
          busy={step.isPending}
          blocked={postMortem.status === 'in-review' && reviewers.length === 0}
          onGo={() => step.mutate(undefined)}
        />
        {postMortem.status === 'in-review' ? (
          <Button size="compact-sm" variant="subtle" color="gray" loading={withdraw.isPending} onClick={() => withdraw.mutate(undefined)}>
            {text.withdraw}
          </Button>
        ) : null}
      </Stack>
    </Dialog>
  )
}

/** The post-mortem is a draft again, and nobody is asked. */
function useWithdraw(postMortem: PostMortemSummary, done: () => void) {
  return useStep(postMortem, () => answer(api.DELETE('/v1/post-mortems/{postMortem}/review', { params: path(postMortem) })), done)
}

function AnswerDialog({ postMortem, reviews, onClose }: DialogProps): ReactNode {
  const me = useMe()
  const mine = reviews.find(({ member }) => member.id === me.member.id)
  const asker = useQuery(membersQuery).data?.items.find(({ id }) => id === mine?.requestedBy)?.name
  const [note, setNote] = useState('')
  const step = useStep(
    postMortem,
    (state: 'approved' | 'changes-requested') =>
      answer(api.PUT('/v1/post-mortems/{postMortem}/review', { params: path(postMortem), body: { state, note: note === '' ? null : note } })),
    onClose,
  )
  return (
    <Dialog onClose={onClose} title={text.answerTitle}>
      <Stack>
        {mine?.state !== 'requested' || mine.note === null ? null : (
          <Alert color="gray" title={text.asks(asker ?? text.somebody)} styles={{ message: { whiteSpace: 'pre-wrap' } }}>
            {mine.note}
          </Alert>
        )}
        <Textarea label={text.noteOptional} autosize minRows={3} data-autofocus value={note} onChange={(event) => setNote(event.currentTarget.value)} />
        <Group justify="flex-end">
          <Button variant="default" loading={step.isPending} onClick={() => step.mutate('changes-requested')}>
            {text.requestChanges}
          </Button>
          <Button loading={step.isPending} onClick={() => step.mutate('approved')}>
            {text.approve}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  )
}

function PublishDialog({ postMortem, reviews, toWrite, onClose }: DialogProps): ReactNode {
  const open = reviews.filter(({ state }) => state !== 'approved')
  const waiting = open.map(({ member }) => member.name)
  const step = useStep(
    postMortem,
    // Whatever there is now: live editing goes on while the dialog is open, and it is that text which is published.
    () => answer(api.POST('/v1/post-mortems/{postMortem}/publish', { params: { ...path(postMortem), header: { 'If-Match': '*' } } })),
    () => {
      say(text.publishedNow)
      onClose()
    },
  )
  const withdraw = useWithdraw(postMortem, onClose)
  return (
    <Dialog onClose={onClose} title={text.publishTitle}>
      <Stack>
        <Text size="sm">{text.publishHint}</Text>
        {toWrite > 0 ? <Alert color="yellow">{text.toWrite(toWrite)}</Alert> : null}
        {waiting.length > 0 ? (
          <Alert color="yellow" title={text.waitFor(waiting.join(', '))}>
            <ReviewList reviews={open.filter(({ state }) => state === 'changes-requested')} />
            <Button size="compact-sm" variant="subtle" loading={withdraw.isPending} onClick={() => withdraw.mutate(undefined)}>
              {text.withdraw}
            </Button>
          </Alert>
        ) : null}
        <Foot onClose={onClose} go={text.publish} busy={step.isPending} blocked={waiting.length > 0} onGo={() => step.mutate(undefined)} />
      </Stack>
    </Dialog>
  )
}

function ReopenDialog({ postMortem, onClose }: DialogProps): ReactNode {
  const [note, setNote] = useState('')
  const step = useStep(postMortem, () => answer(api.POST('/v1/post-mortems/{postMortem}/reopen', { params: path(postMortem), body: { note } })), onClose)
  return (
    <Dialog onClose={onClose} title={text.reopenTitle}>
      <Stack>
        <Text size="sm">{text.reopenHint}</Text>
        <Textarea label={text.why} required autosize minRows={2} data-autofocus value={note} onChange={(event) => setNote(event.currentTarget.value)} />
        <Foot onClose={onClose} go={text.reopen} busy={step.isPending} blocked={note.trim() === ''} onGo={() => step.mutate(undefined)} />
      </Stack>
    </Dialog>
  )
}

function Foot({
  onClose,
  onGo,
  go,
  busy,
  blocked = false,
}: {
  onClose: () => void
  onGo: () => void
  go: string
  busy: boolean
  blocked?: boolean
}): ReactNode {
  return (
    <Group justify="flex-end">
      <Button variant="default" onClick={onClose}>
        {text.cancel}
      </Button>
      <Button loading={busy} disabled={blocked} onClick={onGo}>
        {go}
      </Button>
    </Group>
  )
}
