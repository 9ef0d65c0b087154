import type { Cue } from './cues.ts'
import { lexicon } from './lexicon.ts'
import { MITIGATION } from './mitigation.ts'

/** Classes of cues that judge somebody, and the one that takes a judgement back. */
export const CUES_OF_JUDGEMENT: readonly Cue[] = [
  {
    name: 'competence',
    words: lexicon(String.raw`
      worth (?:HIS|the|a|its) (?:pay|salary|salt|title|name|money|badge|wage|wages|fee|fees) | (?:up to|equal to|fit for|cut out for|suited to|suited for|out of HIS depth|in over HIS) | (?:level of|grasp of|lack of|gap in|gaps in) (?:\w+ )?(?:skills?|knowledge|competence|understanding|professionalism|experience|training|maturity|judge?ment|care|discipline|rigou?r)
      (?:know|knows|knew|understand|understands|understood|grasp|grasps|realise|realises|remember|remembers) (?:what|how|why|when|the (?:difference|basics|first)|that) | (?:what (?:is|are)|what's) (?:a|an|the) | (?:first|second|third) (?:semester|year|day|week) | beginner\w* | student | apprentice | junior | school\w* | kindergarten | children | kids? | toddler | monkey\w* | grandmother | my (?:mother|cat|dog|grandma)
      (?:has|have|had|with|without) (?:the|any|no|enough|the necessary|the required|HIS) (?:\w+ )?(?:brains?|sense|decency|courtesy|guts|nerve|wit|wits|skills?|experience|competence|eyes|clue|idea|manners|patience|audacity|cheek|gall) | passengers | dead ?weight | dead wood | (?:professional|professionalism|professionally)
      (?:for|at) (?:\w+ ){0,2}(?:\d+|that|this kind of|so much|such) ?(?:k|euros?|dollars?|pounds?|money|per (?:day|hour|month)|a (?:day|month|year)) | (?:of|with) (?:HIS|that|such|this|so) (?:\w+ )?(?:grade|level|rank|seniority|experience|calib(?:re|er))
    `),
  },
  {
    name: 'neglect',
    words: lexicon(String.raw`
      {sit} on (?:it|this|that|the|HIS|a|for) | (?:sat|sits|sitting|lay|lying|left) (?:\w+ ){0,3}?(?:unread|unopened|untouched|unanswered|ignored|for (?:\w+ )?(?:days|weeks|months|hours|a week|a month)) | crossed HIS fingers | hoped for the best | {leave} (?:us|me|everyone|it|the rest) (?:\w+ ){0,3}?(?:to|with|in|hanging|waiting|alone) | {look} the other way | (?:closed|shut) HIS eyes | asleep | no (?:answer|reply|reaction|response|idea|clue)
      {bother} | {care} (?:to|about|enough|for|that|less) | cared | {neglect} | {ignore} | {disregard} | {overlook} | {dismiss} | {skip} | {bypass} | {shrug} | {postpone} | {delay} | {refuse} | {decline} to | {rush} | {gamble} | {guess} | {assume} | {forget} | {fail} to | {omit} | {hide} | {conceal} | {hush} | {lie} (?:to|about|that) | lying | lied | {deny} | {dodge} | {blame} | {excuse} | {pretend} | {slack} | {dawdle} | {dither} | {fob} | {pass} the buck
      foot-dragging | dragging HIS feet | dragged HIS feet | box-ticking | lip service | rubber-?stamp\w* | (?:nineteen|ten|five|thirty|\d+) seconds of | cut corners | corners were cut | cutting corners | half-?heart\w+ | casual(?:ly)? (?:in|about|with|approach|attitude) | approach | attitude | (?:taken|took|take|takes|taking) (?:\w+ ){0,3}?(?:seriously|lightly)
      without (?:telling|asking|informing|warning|saying|checking|reading|looking|testing|thinking|waiting) | without (?:so much as|even) | the dignity of | beneath | (?:as|so) often | occupied (?:by|with) | busy (?:with|on) | more (?:occupied|interested|concerned|busy)
    `),
  },
  {
    name: 'mockery',
    words: lexicon(String.raw`
      bravo | kudos | congrats | congratulations | cheers | well done | nice one | great job | nice job | slow clap | hats off | riiight | yeah right | sure thing | of course | surprise | shocker | genius | brilliant idea | bright idea | fun fact | spoiler | plot twist | who knew | guess (?:who|what) | imagine | apparently | lol | lmao | smh | wtf | facepalm | sigh | ffs | jfc | omg | idk | imo | imho | tbh | just saying | no offen[cs]e | with all due respect | no names | not naming | naming no | not to name
      just once | even once | for once | once in (?:HIS|a) (?:life|while|lifetime) | finally | (?:it'd|it would|would) be (?:nice|great|lovely|good|too much) | it is a pity | what a | such a | hardly a surprise | no wonder | not (?:exactly|precisely) | (?:could|would) it (?:kill|hurt|be) | perhaps next time | maybe next time | next time | do us the (?:courtesy|favou?r) | speaks for itself | say no more | draw your own | the less said
      our (?:dear|friends?|esteemed|beloved|resident|hero|heroes|own) | (?:acts?|acted|acting) (?:surprised|like|as if|as though|all) | had the (?:nerve|cheek|gall|audacity|brilliant) | the same cannot be said | unlike | contrast | the fish stinks | ticking bomb | time bomb | cost us dearly
    `),
  },
  {
    name: 'you',
    words: lexicon(String.raw`you | your | you're | yours | guys | folks | people | mate | pal | buddy`),
  },
  {
    name: 'blaming',
    words: lexicon(String.raw`
      blame\w* | at fault | fault (?:is|lies|of|was) | (?:the|HIS|whose|'s) fault | guilty | culprit\w* | responsib\w+ | accountab\w+ | liable | culpable | to answer for | owe[sd]? | (?:is|are|was|were|one's|it's|that's|this's|\d%) (?:all |entirely |squarely |solely |100% |purely |\d+% )*(?:on|down to) (?:the |our |HIM |\w+$) | let (?:us|me|everyone|the (?:team|customers?|company)) down | letting (?:us|everyone) down | trust\w* | disappoint\w+ | regret\w* | unacceptable | (?:strict|firm|severe|serious|appropriate) (?:action|measures|words?|talk|steps)
      apologi[sz]e | should be ashamed | ashamed | shame | shameful | it was (?:\w+ )?who | (?:behind|whoever|the one who|the person who|those who|the people who|anyone who|nobody who|someone who) | reflect on | suited
    `),
  },
  { name: 'mitigated', words: MITIGATION },
]
