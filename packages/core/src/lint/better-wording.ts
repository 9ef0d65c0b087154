/** What to write instead, by the kind of blame. The first whose words the finding has is said. */
const BETTER: readonly (readonly [words: RegExp, hint: string])[] = [
  [
    /\b(?:human|operator|user|engineer|admin\w*|developer|staff|personnel|technician|pilot|employee|individual|crew) (?:errors?|mistakes?|failures?|faults?|oversights?|mis(?:use|understanding|reading|judge?ment|configuration|interpretation|handling)|negligence)\b/i,
    'Begin where this ends: say which screen, default, alert or time pressure made it easy, as in “the console shows both clusters alike”.',
  ],
  [
    /\b(?:should|ought to|could|would|might|must|needs? to|ha[sd] to|better)\b.*\b(?:ha(?:ve|d)|['’]ve|more|better|learn|stop|start|twice)\b|\bhad\b.*\b(?:been|taken|made|done|only)\b|\bif only\b|\b(?:will|to) be (?:far |much )?more\b/i,
    'Say what happened and what could be seen then; what you wish for is a follow-up for a tool, a check or a rota, as in “add a check of the replica to the failover”.',
  ],
  [
    /\b(?:fail\w*|forg[oe]t\w*|neglect\w*|omit\w*|did(?: not|n['’]t)|had(?: not|n['’]t)|ha(?:s|ve)(?: not|n['’]t)|never|not|nobody|no one|neither|without|ignor\w*|overlook\w*|miss\w*|skip\w*|bypass\w*|failure)\b/i,
    'Say what was in front of whoever did the work: what the runbook, the tool or the alert showed or lacked, as in “the runbook did not name the replica”.',
  ],
  [
    /\b(?:blam\w*|fault|culprits?|guilty|responsib\w*|accountable|liable|caused|cause|resign\w*|fired|sacked|disciplin\w*|punish\w*|held)\b/i,
    'Say what made it possible rather than whose it was, as in “the deploy tool accepts an untested build”.',
  ],
  [
    /\b\w+ly\b|\bby (?:mistake|accident)\b|\b(?:careless|negligent|sloppy|reckless|poor|improper|inadequate|wrong|bad|lazy|inexperienced|incompetent)\b/i,
    'Leave the judgement out: say what was done, and which guard let it through, as in “the script ran against production, as the shell keeps the last context”.',
  ],
]

const OTHERWISE = 'Say what made it possible: which tool, check, alert or runbook let it happen, as in “the deploy tool accepts an untested build”.'

/** How a sentence that blames could say it, as an instruction with an example. `words`: what was found. */
export function betterWording(words: string): string {
  return BETTER.find(([pattern]) => pattern.test(words))?.[1] ?? OTHERWISE
}
