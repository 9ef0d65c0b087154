import assert from 'node:assert/strict'
import { test } from 'node:test'
import { DEFAULT_CONFIGURATION, lint } from '../index.ts'

const isBlame = (text: string): boolean => lint(text, { configuration: DEFAULT_CONFIGURATION }).some(({ rule }) => rule === 'blame')

const BLAME: readonly string[] = [
  'The engineer who wrote the job forgot to test it.',
  'Somebody from the network group mistyped the address.',
  'Bob, who was on call, ignored the page.',
  'Bob restarted the primary and failed to check the replica.',
  'On Monday Alice forgot to renew it.',
  'We think that the operator forgot to switch it on.',
  'The wrong disk was mistakenly wiped by a technician.',
  'Poor judgement by the incident lead made it worse.',
  'Had Viktor followed the checklist, it would still be there.',
  'A competent engineer would have noticed.',
  'Engineer did not checked the backup.',
  'We can thank Oliver for the outage.',
  'Root cause: human error.',
  'The wrong region was picked by a careless employee.',
  "The DBA's inadequate disk management, which resulted in exhaustion of the volume.",
  'Also causal was the inadequate review by a second engineer.',
  'The engineer ran both commands, however he did not verify which region the console was set to.',
  'Tomasz merged without review.',
  'The security staff failed to install the patch even though it had been announced.',
  'The crew chief was not following the proper procedures.',
  'The managers should have sought independent advice on the programme as a whole.',
  'Despite three warnings in the channel, Tom restarted the primary.',
  'Insufficient care was taken by the storage administrator.',
  'The outage came down to one man’s arrogance.',
  'Ms Petrova was found to be at fault.',
  'The control failure is to be laid at the door of the release team.',
  'He’s careless.',
  'Responsibility rests squarely with the database team.',
  'The oncall was nowhere to be found.',
  'Nobody in the platform team had the presence of mind to look at the dashboard.',
  'It was remiss of the treasury team not to have told anybody.',
  'Everything would have been fine if Karl had simply run the script twice.',
  'This is all because of the tester’s lazyness.',
]

const NO_BLAME: readonly string[] = [
  'The job that the engineer started failed to finish.',
  'The script that Ada wrote failed to parse the file.',
  'The page to Maria failed to arrive.',
  'The developer portal failed to load.',
  'Maria’s deployment failed to start.',
  'The engineer restarted the pod, which failed to start.',
  'Ada deployed it and the pod failed to start.',
  'The Kubernetes operator ignored the annotation.',
  'The engineer removed the bad node.',
  'Maria killed the runaway query.',
  'The engineer rebooted the host without any downtime.',
  'We first assumed operator error, but the audit log showed the controller.',
  'Human error is a symptom, not a cause.',
  'If the operator forgets to confirm, the change is rolled back.',
  'An engineer cannot forget to set the flag.',
  'He wrote ‘Alice forgot to renew it’.',
  'See The Field Guide to Understanding Human Error.',
  'You should test the change in staging.',
  'The engineer could not tell that this particular alert was critical.',
  'The team was not alerted immediately that new instances were not being initialised correctly.',
  'Engineers were unaware of this limit, which was likely known only to the contractors of the first migration.',
  'A developer ran the test suite from a terminal that still had the address of the production database.',
  'The security team was not informed about the issue, although it had been found before.',
  'Dana dropped the wrong table because both prompts looked the same.',
  'Kev rolled back without waiting for approval, which the policy allows.',
  'Leadership agreed to fund a second region.',
  'The team lead skipped staging because the emergency procedure says so.',
  'He did not access the system.',
  'The consumer group lost control of its offsets.',
  'Engineers argued for a second region in the design review.',
  'The garbage collector was too lazy: it only ran when the heap was full.',
]

test('a person who is the subject of a fault is blamed', () => {
  for (const text of BLAME) assert.ok(isBlame(text), text)
})

test('a system that fails, what might happen and what is said about blame are left alone', () => {
  for (const text of NO_BLAME) assert.ok(!isBlame(text), text)
})

test('a name that the document gives to a person is one', () => {
  const fault = 'Zarquon failed to test it.'
  assert.ok(!isBlame(fault))
  for (const text of ['Authors: Zarquon, Slarti', '| Role | Name |\n|-|-|\n| Lead | Zarquon Beeb |', '## Participants\n\n- Zarquon', 'Paged @zarquon at once.'])
    assert.ok(isBlame(`${text}\n\nToday it broke.\n\n${text.startsWith('##') ? '## What happened\n\n' : ''}${fault}`), text)
})

test('each kind of blame has its own better wording', () => {
  const hint = (text: string): string => lint(text, { configuration: DEFAULT_CONFIGURATION }).find(({ rule }) => rule === 'blame')?.hint ?? ''
  assert.match(hint('It was human error.'), /made it easy/)
  assert.match(hint('They should have escalated earlier.'), /follow-up/)
  assert.match(hint('Marcus forgot to run the migration script.'), /in front of/)
  assert.match(hint('Engineers deleted the customer database by accident.'), /Leave the judgement out/)
})

const rewritten = (text: string): string | null => {
  const found = lint(text, { configuration: DEFAULT_CONFIGURATION }).find(({ suggestion }) => suggestion !== null)
  if (found === undefined) return null
  return `${text.slice(0, (found.place.column ?? 1) - 1)}${found.suggestion ?? ''}${text.slice((found.end?.column ?? 1) - 1)}`
}

test('what can be said without a culprit is, in place of the words', () => {
  const cases: readonly (readonly [said: string, instead: string | null])[] = [
    ['The engineer who wrote the job forgot to test it.', 'Nothing reminded anybody to test it.'],
    ['On Monday Alice forgot to renew it.', 'On Monday nothing reminded anybody to renew it.'],
    ['We think that the engineer ignored the alert.', 'We think that nothing drew attention to the alert.'],
    ['The on-call engineer should have known that it was full.', 'Nothing showed that it was full.'],
    ['Bob should have checked the replica.', 'Nothing made sure that somebody had checked the replica.'],
    ['The security staff failed to install the patch.', 'Nothing helped anybody to install the patch.'],
    ['Tomasz merged without review.', 'Nothing kept changes from being merged without review.'],
    ['Engineers deleted the database by accident.', 'Nothing stopped the step that deleted the database.'],
    ['The outage was triggered by an engineer.', 'The outage was triggered by a step that no check guarded.'],
    ['Root cause: human error.', 'Root cause: a tool that made the wrong step easy.'],
    ['The root cause of the outage was a full disk.', 'One contributor to the outage was a full disk.'],
    ['From 15:39 to 16:23 UTC (2 hours) it was down.', 'From 15:39 to 16:23 UTC (44 min) it was down.'],
    // Only somebody who was there can say these.
    ['Bob restarted the primary and failed to check the replica.', null],
    ['The wrong disk was mistakenly wiped by a technician.', null],
    ['A competent engineer would have noticed.', null],
  ]
  for (const [said, instead] of cases) assert.equal(rewritten(said), instead, said)
})

test('what is said instead blames nobody', () => {
  for (const text of BLAME) {
    const instead = rewritten(text)
    if (instead !== null) assert.ok(!isBlame(instead), instead)
  }
})
