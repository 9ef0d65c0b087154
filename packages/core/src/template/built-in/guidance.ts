const guidance = (...paragraphs: string[]): string => `:::guidance\n${paragraphs.join('\n\n')}\n:::`

/** How to complete each of the eight sections: what it is for, why it matters, how to go about it. Shown while writing, never exported. */
export const GUIDANCE = {
  keyInformation: guidance(
    '**What it is for.** The data behind the incident at a glance: what kind it was, how bad, whom it touched, who ran it, and when. It gives a reader their bearings before the story begins.',
    '**How.** The record fills it in. Check what is marked as not known yet, and correct what is wrong; a timestamp that is a guess is better left out than made up.',
  ),
  summary: guidance(
    '**What it is for.** A short account for somebody who was not there. Whoever reads only this should know what happened, who was involved, how you responded and what the impact was.',
    '**Why.** Everybody reads the summary, few read on. With everything in it, nobody can make out what happened.',
    '**How.** A few paragraphs in plain words. Explain the terms that only your team uses. Pitch it so that your boss\u2019s boss would understand.',
  ),
  timeline: guidance(
    '**What it is for.** The story from beginning to end: the developments that mattered, what was looked into, what was done.',
    '**Why.** It shows how the situation looked to the people in it at the time, which no summary can.',
    '**How.** Keep the events that changed something; the detail stays in the channel, and each time leads back to it. Say what people saw and did, not what they ought to have done.',
  ),
  contributors: guidance(
    '**What it is for.** Everything that had to be true for this incident to happen, or that made it worse. Not one root cause: a collection.',
    '**Why.** Looking for a single cause ends the search too early. The list opens up the whole space of the problem.',
    '**How.** Go through three kinds. Technical: a disk filled up. Human: a page went unanswered the first time, and what made that likely. External: a campaign ran at the same moment. Name conditions, never culprits.',
  ),
  mitigators: guidance(
    '**What it is for.** The opposite of contributors: whatever kept the impact smaller than it could have been.',
    '**Why.** These are strengths, often unnoticed, that are worth doubling down on and telling others about.',
    '**How.** Ask what would have been worse on another day: was it within working hours, was the person who knows the system on call, did an alert or a runbook help? Note luck as luck.',
  ),
  learnings: guidance(
    '**What it is for.** What you know now that you did not know before, and which wider risks the incident points at.',
    '**Why.** Seen together with other incidents, the same risk turning up again tells teams where to invest.',
    '**How.** Ask what you learned, how the next response could run more smoothly, and what else could fail in the same way. One example of a risk: only one person knows the system that failed.',
  ),
  followUps: guidance(
    '**What it is for.** What is being done so that similar incidents become less likely or less severe.',
    '**Why.** It closes the loop on the themes above. A reader should see that each of them is answered.',
    '**How.** Keep to the actions that matter, not every ticket. Give each an owner and a day, and say openly what will not be done and why.',
  ),
  meetingNotes: guidance(
    '**What it is for.** Optional: the agenda and notes of a debrief, if you hold one. Many post-mortems are finished without; a severe incident deserves the hour.',
    '**Why.** Talking it through in the same room brings out what nobody would have written down.',
    '**How.** Collect talking points beforehand, invite those who responded and those who were affected, and use this document as the agenda.',
  ),
} as const
