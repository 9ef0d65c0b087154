import { lexicon } from './lexicon.ts'
import type { WordIndex } from './word-index.ts'

/**
 * What an account says that tells how it came about rather than whose fault it was: tools that did not help, labels that were alike, a slip put right at once, what
 * anybody would have done. In the same sentence, or in the next, it takes a reproach out of what somebody did or left undone.
 */
export const MITIGATION: WordIndex = lexicon(String.raw`
  # Anybody would.
  (?:most|any|many|all|several|half|some|each|every one) of us (?:\w+ ){0,2}(?:have|had|has|would|could|might|do|did|make|made) | (?:anyone|anybody|everyone|everybody|any of us|all of us|we) (?:\w+ )?(?:would|could|might) have (?:done|made|read|typed|chosen|concluded|assumed|clicked|picked|missed|thought)
  (?:an?|the|such an?) (?:\w+ )?(?:easy|understandable|natural|honest|common) (?:slip|mistake|thing|error|assumption|one|reading) | easily (?:done|made|confused|mistaken) | understandably | (?:quite|perfectly) (?:reasonably|sensibly|rightly) | in good faith | (?:was|is) (?:a |an |quite |perfectly |entirely )*(?:understandable|reasonable|sensible|natural|plausible)(?! (?:to )?expect)
  # Nothing showed it.
  (?:nothing|no \w+|none of \w+|neither) (?:(?:in|on|about|of|from) (?:our|the|its|that|this) (?:[\w-]+ ){1,3}?)?(?:reminds?|reminded|warns?|warned|showed|shows|told|tells|says|said|indicates?|indicated|suggests?|suggested|prevents?|prevented|stops?|stopped|asks?|asked|distinguish\w*|points?|pointed|alerted|mentions?|mentioned|flagged|catches|caught|hints?|hinted)
  (?:had|has|have|with|there was|there is|there were|saw|see|gave \w+|given) no (?:good |obvious |particular )?(?:reason|way|means|indication|hint|warning|prompt|sign|signs|cause|chance|possibility|feedback|confirmation)
  (?:told|warned|informed|notified|shown) (?:[\w'-]+ ){0,4}?only (?:after|later|when|once|on)
  # Things that misled.
  (?:labels?|names?|screens?|dashboards?|buttons?|icons?|prompts?|terminals?|windows?|tabs?|hostnames?|graphs?|gauges?|forms?|pages?|runbooks?|docs|documentation|manuals?|instructions|procedures?|colou?rs?|bottles?|keys?|tags?|signs?|diagrams?|maps?|alarms?|alerts?|tickets?|fields?|environments?|consoles?|packages?|packets?|checklists?|wikis?) (?:[\w-]+ ){0,6}?(?:was|were|is|are|had been|look|looks|looked) (?:\w+ly |still |all |almost |nearly |so |too |also |also |not )*(?:swapped|identical|alike|mislabell?ed|out of date|outdated|missing|unclear|ambiguous|misleading|confusing|unlabell?ed|green|hidden|truncated|cut off|the same|similar|silent|wrong|stale|switched|reversed|optional|marked|next to|side by side|indistinguishable|empty|unreadable|illegible)
  (?:which|that|as|because|since) (?:the|our|its|a) (?:[\w-]+ )?(?:runbook|docs|documentation|procedure|checklist|manual|form|screen|page|tool|wiki|guide|ticket|menu|plan|template|policy|instructions?|console) (?:\w+ )?(?:marks?|marked|calls?|called|lists?|listed|describes?|described|says|said|shows?|showed|offers?|offered|names?|named|puts?|suggests?|suggested|allows?|allowed|asks?|asked|recommends?|recommended|requires?|required|does|did|had|has)
  (?:the|our|that|this|its) (?:[\w-]+ ){0,2}?(?:tool|tools|tooling|command|script|form|screen|page|console|system|software|dialog|dialogue|prompt|editor|interface|menu|button|client|app|button|flag|job|pipeline|deploy tool) (?:then |also |still |silently |simply |itself |had )*(?:defaults?|defaulted|offers?|offered|accepts?|accepted|allows?|allowed|lets?|shows?|showed|displays?|displayed|hides?|hid|truncates?|truncated|cut|dropped|reset|gives? no|gave no|does not|did not|doesn't|didn't|never (?:asks?|asked|warns?|warned|shows?|showed)|makes? it|made it)
  (?:sit|stand|sat|stood|hang|hung|lie|lay|are|were|is|was) (?:right |directly )?(?:side by side|next to (?:each|one)|beside each|the same (?:colou?r|shape|size|name|label|icon|place)) | by default | dangerous default | (?:like|as|just as|exactly as) (?:it (?:was|is|stood) )?(?:written|described|shown|documented|printed|laid down|agreed|planned|instructed|prescribed|stated|set out) (?:in|on|by) (?:the|our|a|its)
  (?:according to|following|followed|in line with|as per) (?:the|our|a) (?:\w+ ){0,2}(?:runbook|procedure|plan|checklist|policy|manual|ticket|instructions|protocol|guide|documentation|script|schedule)(?! (?:\w+ )?(?:would|should))
  # It was put right, or told, at once.
  (?:noticed|spotted|saw|caught|realised|realized|corrected|reverted|restored|fixed|undid|reported|flagged|recovered|rolled (?:it|this|that) back|put it back|told us|raised it) (?:\w+ ){0,3}?(?:within (?:\w+ )?(?:\w+ )?(?:seconds?|minutes?|an hour|moments)|at once|immediately|straight away|right away|HIM)
  (?:raised|sounded) the alarm (?:at once|HIM|immediately|within|straight|first|right) | (?:said so|owned up|reported (?:it|this)|told (?:us|everyone|the \w+)) (?:at once|immediately|straight away|right away|HIM|within)
  # What it was like.
  false (?:alarms?|alerts?|positives?) | (?:third|fourth|fifth|sixth|tenth|second|twelfth|fourteenth|last|\w+th) (?:night |double |consecutive )?(?:shift|page|alarm|alert|hour|interruption) (?:of|in|that|since) | (?:had been|was) awake (?:for|since) | alone on (?:shift|call|the ward|duty|site) | was (?:also )?(?:handling|covering|juggling|looking after) (?:\w+ ){1,3}(?:other|others|at once|at the same time|alone)
  (?:fire alarm|was evacuated|were evacuated)
  # What is being changed about it.
  (?:which|that|this|it) (?:is|was) (?:a|an|the) (?:\w+ )?(?:trap|gap|hazard|design flaw|flaw|weakness|default) (?:that |which )?(?:we|in|of|and) | we (?:have|are|will)(?: \w+)? (?:since |now )(?:removed|fixed|changed|renamed|made|added|relabell?ed|automated|replaced|moved|put|built|written) | (?:which|that) we (?:have )?(?:now |since )(?:removed|fixed|changed|renamed|added|replaced)
  (?:the|our|its|this) (?:\w+ )?(?:button|tool|prompt|form|script|command|page|screen|dialog|interface|alert) (?:now|will now|has since|no longer)
`)

/** Whether a sentence, or what comes right behind it, tells how it came about. */
export function isMitigated(sentence: string, next: string): boolean {
  return MITIGATION.matchesIn(sentence).next().done !== true || (next !== '' && MITIGATION.matchesIn(next).next().done !== true)
}
