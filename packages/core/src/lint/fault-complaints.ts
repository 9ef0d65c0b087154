import { lexicon } from './lexicon.ts'
import { onlyWith, type WordIndex } from './word-index.ts'
import type { Sureness } from './words-of-people.ts'

/** What writers say of somebody they have had enough of. She comes right behind the words. */
export const COMPLAINTS: readonly (readonly [words: WordIndex, least: Sureness])[] = [
  [
    lexicon(String.raw`
      # Feelings.
      (?:sick|tired|fed up|weary|ashamed|furious|livid|angry|annoyed|appalled|dismayed|disgusted|exasperated|infuriated|disappointed|frustrated|fuming|outraged|embarrassed|unimpressed|disillusioned|cross|mad|upset) (?:and tired )?(?:at|of|with|by|about|in) (?:covering for |waiting for |cleaning up after |picking up after |babysitting |chasing |hearing from |having to \w+ |the (?:\w+ )?(?:conduct|attitude|performance|response|behaviou?r|silence|work|answer|excuses) (?:of|from) )?
      (?:had|have had|has had) (?:quite |more than |just about )?(?:enough of|it with|it up to here with) | (?:lost|losing|lose) (?:all |any |every |my |our )?(?:patience|faith|trust|confidence|respect) (?:with|in|for) | (?:can't|cannot|can no longer|no longer) (?:stand|trust|rely on|count on|work with|put up with|tolerate|have confidence in|defend)
      (?:critical|dim view|low opinion|sceptical|suspicious) of (?:the (?:\w+ )?(?:conduct|role|performance|actions|attitude|decision|behaviou?r) (?:of|by) )? | (?:regrets?|deplores?|condemns?|criticises|criticizes|censures?|reproaches|rebukes) (?:the (?:\w+ )?(?:conduct|role|performance|actions|attitude|decision|behaviou?r|inaction|failure) (?:of|by) )
      (?:calls?|called|bring|brings|brought|throws?) into (?:question|doubt) (?:the (?:\w+ )?(?:conduct|suitability|competence|judge?ment|fitness|professionalism|ability|integrity) of ) | (?:casts?|casting) (?:\w+ )?doubts? (?:on|upon) (?:the (?:\w+ )?(?:suitability|competence|judge?ment|fitness|professionalism|ability|integrity|diligence) of )
      (?:questions?|doubts?|concerns?) (?:must|should|need to|have to|has to|will have to|ought to|remain|arise|were raised|have been raised)(?: \w+){0,2} (?:about|as to|of|over|regarding|concerning) (?:whether |how |why |if |the (?:\w+ )?(?:suitability|competence|judge?ment|fitness|conduct|performance|role|diligence|ability) of )
      (?:raises?|raised|raising) (?:\w+ )?(?:questions?|doubts?|concerns?) (?:about|as to|over|regarding) (?:whether |the (?:\w+ )?(?:suitability|competence|judge?ment|fitness|conduct|performance|diligence|ability|professionalism) of )
      # What is too much for somebody.
      (?:seems?|seemed|appears?|appeared|is|was|were|are|proved|proves) (?:\w+ly )?(?:to be )?(?:\w+ly )?(?:beyond|too (?:much|hard|difficult|complicated|complex|high a bar|tall an order|challenging|demanding|advanced|subtle|inconvenient|tedious|boring) (?:work |effort |trouble |to ask |to expect |a task |a job )?(?:for|of)|above|below|beneath|more than|over the heads? of|lost on|news to|a foreign word (?:to|for)|a foreign concept (?:to|for)|rocket science (?:to|for)|a closed book to|optional (?:for|to)|an alien concept (?:to|for)|a mystery to|of no (?:interest|concern) to|nobody's business for) (?!us|me)
      (?:a bridge too far|too tall an order|asking too much|too much to ask|too much to expect) (?:for|of|from)
      # Mock trust, mock guesses.
      (?:leave|left) it to (?=(?:[\w'-]+ ){1,4}to )(?!us) | trust (?=(?:[\w'-]+ ){1,4}to (?:break|forget|mess|screw|find|miss|ignore|lose|do the|make|get)) | (?:you can|we can|one can) (?:always )?(?:count|rely|bank|depend) on (?=(?:[\w'-]+ ){1,4}to (?:break|forget|mess|screw|find|miss|ignore|lose|do the|make|get))
      (?:none other than|guess who|no one but|nobody but|who else but|who other than|you guessed it)[,:.?]? | in (?:true|typical|classic|usual|good old) (?=[\w'’-]+ (?:fashion|style|manner|tradition)) | (?:pulled|pulls|pulling|doing|did|does) (?:a|another) (?=(?!pull|deploy|release)[A-Za-z]+ (?:again|on us|thing)?$)
      git blame (?:says|shows|points (?:at|to)|names|knows|reveals)[: ]?(?: it was)? | (?:at the end of the day|in the end|ultimately|basically|long story short|tl;?dr)[:,]? (?:it|this|that) (?:is|was|'s) (?:all |just |simply )?(?:on|down to)
      # What somebody owes.
      (?:apolog(?:y|ies)|explanation|answer|answers) (?:is |are )?(?:due |owed |outstanding |overdue )?from | (?:waiting|wait|waited|begged|pleaded|prayed) (?:for (?:\w+ ){1,4})?for (?:a (?:sign of life|reply|word|reaction|response|single)|an (?:apology|answer|explanation)) from | no (?:sign|trace|word|apology|explanation|reaction|response|leadership|ownership|urgency|sign of life|hint|evidence) (?:whatsoever |at all )?(?:of|from) (?:~ from )?
      # Chasing.
      (?:had|needed|have|has|took \w+) to (?:\w+ )?(?:call|ring|phone|chase|remind|beg|wake|ask|page|push|explain (?:it|this|that) to|tell|drag|kick|nag|prod|pester|plead with|clean up after|pick up after|cover for|babysit|force) (?=(?:[\w'-]+ ){1,4}(?:(?:two|three|four|five|six|seven|ten|several|many|a dozen|countless|umpteen) times|twice|again|for (?:hours|days|weeks|two|three|four|six)|repeatedly|every|before (?:he|she|they|anybody|anyone)|over and over|by the|to (?:do|read|open|look|get|even)))
      (?:took|needed|required|cost|takes|needs) (?:\w+ ){0,2}?(?:\w+ )?(?:reminders|calls|phone calls|e-?mails|escalations|attempts|complaints|pages|hints|threats|requests) (?:to (?:get|wake|make|move|rouse|shake|convince|drag|persuade)|before|until|for)
      # The panel finds.
      (?:shortcomings?|failings?|deficiencies|weakness(?:es)?|lapses?|omissions?|gaps?|serious (?:\w+ )?(?:shortcomings?|failings?|flaws?)|grave \w+) (?:\w+ )?(?:in|of) the (?:\w+ )?(?:conduct|performance|work|leadership|supervision|judge?ment|behaviou?r|attitude|decision-making|diligence|vigilance|actions|response|handling|preparation) (?:of|by|on the part of)
      (?:those|the (?:ones|people|person|persons|individuals?|staff|employees?|team|colleagues?|officers?|managers?)) (?:entrusted with|tasked with|charged with|paid to|supposed to|meant to|who (?:was|were) (?:supposed|meant|paid|trusted|entrusted)|who should have|whose (?:job|duty|task|responsibility)|responsible for \w+ing)
      (?:cut|rushed|skipped|ignored|forgotten|dropped|neglected|bungled|botched|broken|missed|overlooked|disregarded|signed off|let slip|squandered|wasted|mislaid|mishandled) by (?:those|the (?:people|very people|one|ones|person|same) |people )
    `),
    3,
  ],
]

/** Said of somebody, who is its subject, in complaint. As surely as the number says. */
export const GRIEVANCES: readonly (readonly [words: WordIndex, least: Sureness])[] = [
  [
    lexicon(String.raw`
      {make} (?:a |an |the )?(?:\w+ )?(?:pigsty|circus|shambles|spectacle|nonsense|travesty|laughing stock|fool|disaster|catastrophe|mountain|meal|botch|farce|joke|hell|misery|mincemeat) (?:of|out of|for|with)
      {bounce} (?:the|this|that|it|our|HIS|every|tickets?|\w+) (?:\w+ )?(?:back|around|between|\w+ times|from|away|straight|off) | {shunt} | {ping-?pong} | {kick} (?:it|this|the (?:ticket|can|problem|case)) (?:down|back|around|upstairs|into) | {hide} (?:it|this|that|the|from|under) | {disappear} (?:for|without|as soon|when|into|right|from|the moment|on us|again) | {run} away | {duck} (?:out|HIS|the|every|all|responsibility) | {weasel} out | {wriggle} out | {worm} out
      (?:find|found|finds|deemed?|deems|considered|considers|thought|thinks|felt) (?:it|this|that|them|the \w+|\w+ing(?: \w+){0,3}|any of (?:it|this|that)) (?:\w+ )?(?:not (?:\w+ )?(?:necessary|needed|important|worth)|unnecessary|beneath|too (?:much|boring|tedious|hard|complicated|long|slow)|optional|pointless|superfluous|a waste|an inconvenience|annoying|inconvenient|someone else's|somebody else's|funny|clever|appropriate|acceptable|normal|fine|enough|okay|ok)
      {owe} (?:us|everyone|everybody|the|our|me|HIS|an|a) (?:\w+ ){0,3}?(?:apology|explanation|answer|answers|refund|drink|beer|account)
      (?:has|have|had) (?:some |a lot of |much |plenty of |a great deal of )?(?:explaining to do|to answer for|a lot to learn|much to learn|everything to learn|nobody to (?:thank|blame)|no one to (?:thank|blame)|only HIM|form(?= [^.]*| for|\W|$)|blood on HIS|egg on HIS|a cheek|the (?:cheek|nerve|gall|audacity|temerity) to|it in for|learned nothing|learnt nothing|HIS (?:eyes|ears) (?:shut|closed|elsewhere)|HIS head (?:in|up|elsewhere)|HIS (?:mind|thoughts) (?:elsewhere|on)|other priorities|no one but|disgraced|slept)
      (?:kept|keep|keeps|had|left) HIS (?:eyes?|ears?|minds?|heads?) (?:shut|closed|elsewhere|in the (?:sand|clouds)|down|buried)
      (?:is|was|are|were) (?:exactly |just |precisely |clearly |obviously )?(?:the (?:kind|type|sort) of (?:\w+ )?(?:person|people|engineer|manager|man|woman|colleague|developer|admin|guy|boss|\w+er|\w+or|\w+ist) (?:who|that)|one of those (?:people|\w+ers|\w+ors|\w+ists|\w+) who|what (?:happens|you get) when|at it again|the bottleneck|the (?:weak|weakest) link|the (?:main |real |only |biggest |actual )?(?:problem|issue|risk|obstacle)|no (?:stranger|help|use|better)|off (?:sick|on holiday|fishing|playing|somewhere|to)|still waiting for (?:someone|somebody|others)|waiting for (?:someone|somebody) else|the last (?:person|one|to)|nowhere to|conspicuous(?:ly)?|allergic to|afraid of (?:\w+ )?(?:work|HIS|telling|responsibility|the|asking)|(?:strangely|suspiciously|conspicuously|remarkably|curiously|oddly) (?:absent|silent|quiet|unavailable|unreachable)|missing again|late again|wrong again|drunk again|asleep again)
      (?:strikes?|struck|does|did|has done|has struck|managed|did) (?:it )?(?:again|once more|yet again)(?=\W|$) | being (?:himself|herself|themselves)(?= again|\W|$) | did the \w+ thing (?:again)?
      (?:would|'d) (?:rather|sooner) \w+ (?:[\w'-]+ ){0,6}?than | (?:prefers?|preferred) (?:to \w+ |\w+ing )(?:[\w'-]+ ){0,6}?(?:to|over|than|rather than|instead of)
      (?:call|calls|called) (?:it|that|this) (?:testing|tested|a (?:test|review|plan|fix|backup|handover|report|check|solution)|done|work|working|finished|documentation|support|service|a day|monitoring|professional) | (?:took|takes|claimed|claims) (?:all )?the credit
      (?:swore|claimed|insisted|assured|promised|said|told us) ~~ (?:turns out|turned out|in truth|in reality|in fact|when in fact|which was|that was|none of (?:it|which|that)) | turns out HE (?:never|didn't|did not|had|hadn't|was|were|don't|doesn't) 
      (?:waked?|woke|wakes?) up (?:only )?(?:when|after|once|too late) | only (?:woke|waked?|reacted|moved|answered|replied|acted|bothered|remembered|noticed) (?:up )?(?:when|after|once)
      {click} (?:through|past|away|on) (?:\w+ ){0,3}?(?:warnings?|everything|anything|without|like|whatever|\w+ warnings) | {dismiss} | {swipe} away | {mute} (?:the|HIS|all|every) | {snooze} (?:the|HIS|all|every|it) | {silence} (?:the|HIS|all|every) (?:\w+ )?(?:alarms?|pager|phone|alerts?)(?= (?:and|because|to|for|without|so|instead|again|all|\W|$))
      {daydream} | {waltz} (?:in|out|off|through) | {stroll} (?:in|out|off|over) | {saunter} | {swan} (?:in|off|about|around) | {toddle} | {trot} off | {gallivant} | {laze} | {lounge} | {moan} | {whine} | {whinge} | {grumble} | {nag} | {gripe} | {squirm} | {bicker} | {squabble} | {backstab} | {scheme} | {cheat} | {chicken} out | {cave} in | {crumble} | {choke} (?:under|when|at|on the) | {bottle} it | {freeze} up | {fall} apart | {lose} it
    `),
    3,
  ],
]

/** Complaints with the holder in the middle, or none. Somebody must be in the sentence, as surely as the number says; 0 asks for nobody. */
export const GRUMBLES: readonly (readonly [words: WordIndex, least: Sureness])[] = [
  [
    onlyWith(
      / of /i,
      lexicon(String.raw`
        [\w-]+(?:'s|s') (?:own )?(?:idea|definition|notion|version|understanding|concept|interpretation|idea) of (?:an? |the |good |proper )?(?:[\w-]+ ){1,3}?(?:is|was|seems|appears|consists|amounts|involves)
      `),
    ),
    0,
  ],
  [
    lexicon(String.raw`
      (?:what|which) (?:he|she|they|\w+) (?:calls?|called|likes? to call|is pleased to call|considers?|has the cheek to call) (?:a |an |the )?(?:\w+)
      (?:well|far|way|miles|light years) (?:below|beneath|short of) (?:what|the (?:level|standard|bar)|par|any|all|our|HIS) | not (?:even )?(?:remotely )?what (?:we|this \w+|the \w+|our \w+|customers|clients|anyone|anybody|one) (?:\w+ )?(?:pay|pays|paid|expects?|hired|expected|deserves?|need|ordered)
      of which (?:a|an|any|even a|my) (?:\w+ ){1,3}would be ashamed | would (?:be ashamed|blush|be embarrassed|make (?:a|an|any) (?:\w+ )?(?:student|child|beginner|apprentice|intern|first-year) (?:blush|cringe|weep))
      (?:every|any|each|a|an|even a|even an|my|even my) (?:\w+ |\w+-year-old |trained |blind |first-year |ten-year-old )?(?:beginner|child|student|apprentice|schoolboy|schoolgirl|school kid|monkey|toddler|goldfish|grandmother|grandma|granny|rookie|novice|layman|freshman|idiot|fool|dog|hamster|teenager|amateur) (?:\w+ )?(?:knows?|would|could|can|understands?|sees|has|learns)
      (?:employee|colleague|engineer|person|individual|operator|technician|developer|staff|member of staff|manager|officer|driver|nurse|agent|clerk|contractor|admin|administrator|team|party|parties|people|worker|official|teller|guard|supervisor|analyst|tester|consultant|vendor|supplier|department|technicians|engineers|employees|colleagues|operators) (?:responsible|concerned|involved|in question|at fault)(?!\s*(?:for|of))(?: \w+){0,3}? (?:dismissed|fired|sacked|let go|suspended|reprimanded|disciplined|retrained|spoken to|warned|removed|demoted|counselled|moved|reassigned|terminated|sanctioned|admitted|showed no|apologi[sz]ed|found it|did not|didn't|thought|failed|has been (?:told|made|given)|no longer|will be|must|should|deserves?|needs?|faces?|bears?|ignored|forgot|skipped)
      (?:deducted|docked|withheld|recovered|taken|come|comes|paid) (?:directly |straight )?(?:from|out of) (?:the (?:\w+ )?(?:bonus|salary|pay|wages|fee|fees|pocket|budget) of|HIS (?:\w+ )?(?:bonus|salary|pay|wages|fees?|own pockets?|pockets?)|[\w-]+'s (?:\w+ )?(?:bonus|salary|pay|wages|fees?|pockets?))
      (?:contract|employment|engagement|assignment|probation|service|services) (?:\w+ ){0,4}?(?:terminated|not (?:be )?renewed|ended|cancelled|discontinued|dispensed with|extended because)
      (?:I|we) (?:want|need|demand|expect|'d like|would like) (?:a name|names|heads?|a scalp|answers from|to know who|an explanation from|an apology from|the name|him|her|them) (?:off|out|gone|for|of|removed|fired|on my desk)?
      (?:want|wants|wanted|get|take|keep|see) (?:him|her|them|that (?:man|woman|team|person)|these people|[\w-]+) (?:off|out of|away from|gone from|nowhere near|far from) (?:the|my|our|this|any) (?:\w+ )?(?:account|project|rota|team|premises|console|production|prod|case|roster|building|system|systems|database|root)
      (?:is|are) (?:evidently|apparently|clearly|obviously|seemingly|of course|plainly) (?:just |only |merely |simply |nothing but )*(?:something|a (?:suggestion|formality|nuisance|decoration|joke|hint|recommendation|detail|game|toy)|decoration|optional|negotiable|there to|not (?:for|meant|worth)|for (?:others|other))
      (?:(?:who|whoever|he who|the one who|those who) (?:made|did|does|has done|has made|broke|caused|wrote|pushed|designed|signed) (?:this|that|it|so|such)(?: \w+)?) (?:must|should|has to|will|shall|needs? to|ought to|deserves?|is|was|can|owes?)
      (?:is|was) not possible that
      (?:is|was) (?:it |that )?(?:not (?:normal|acceptable|admissible|serious|professional|tolerable)|inadmissible|intolerable|scandalous|outrageous|a scandal|a shame|abnormal|a disgrace|an insult|unworthy|unheard of|unthinkable) (?:that|how|of|for|when|to)
      (?:that's|that is|this is|it's|it is|because that's|because this is) (?:just |simply |exactly |precisely )?(?:what|how) (?:HE|these people|those people|the \w+ (?:guys|folks|people|team)) (?:do|does|are|is|always|roll|rolls|work|works|think|thinks)
      (?:in|through|by|out of) (?:HIS|[\w-]+'s|their collective) (?:\w+ )?(?:haste|hurry|rush|wisdom|infinite|laziness|arrogance|ignorance|impatience|eagerness|zeal|greed|vanity|panic|negligence|carelessness|stupidity|stubbornness|incompetence|indifference|complacency|overconfidence)
      (?:for|out of|because of|due to|by|thanks to) (?:this|that|sheer|pure|such|mere|plain|simple|HIS|personal|his own|her own|their own|\w+'s) (?:personal |own |own personal )?(?:vanity|laziness|negligence|carelessness|arrogance|greed|stupidity|ignorance|stubbornness|indifference|incompetence|pride|spite|convenience|comfort|cowardice|ambition|obstinacy|malice|bloody-mindedness|thoughtlessness|impatience|sloppiness|complacency|vanity|bravado|ego)
      (?:is|was|are|were) (?:really |actually |even |truly |at all |still )?(?:suited|suitable|fit|qualified|competent|the right (?:person|man|woman|team|people|partner)|able|capable) (?:to|for|in) (?:the |this |that |such |HIS |a )*(?:role|job|position|post|task|lead|run|hold|do|office|duty|duties|responsibility)(?=[^.]{0,60}\?|\W*$)
      (?:next time|please|maybe|perhaps|just|dude|guys|folks|people|hey|mate),? (?:just |maybe |please |next time |try to |learn to |everyone |@?\w+,? )*(?:read the (?:runbook|manual|docs?|documentation|wiki|instructions|fine|f\w+|bloody|damn)|learn to (?:read|type|count|spell|use|code|listen|write|drive)|think (?:before|first|twice)|use your (?:brain|head|eyes|brains|heads)|open your (?:eyes|mail|laptop)|do your (?:job|work|homework)|pay attention|stop (?:breaking|pushing|deploying|touching|ignoring|messing|guessing|being)|grow up|wake up|get a grip|test your (?:code|stuff|changes|shit|own))
      (?:ok|okay|so|alright|right|seriously|lol|wtf|hey|folks|guys|team|well),? (?:so )?(?:who (?:the hell |the fuck |on earth |exactly )?(?:turned|switched|left|unplugged|pulled|put|wrote|approved|signed|merged|allowed|let|gave|thought|decided|forgot|broke|deleted|disabled|told|changed|touched|deployed|did|killed|pushed|dropped|wiped|rebooted|was (?:asleep|sleeping|on call|supposed)))
      whoever ¤+ | ¤+ (?:the |our |my |this |that )?(?:expert|experts|engineer|engineers|professionals?|senior|architects?|specialists?|team|testing|tested|fix|fixed|review|reviewed)
      (?:great|good|nice|brilliant|stellar|excellent|fantastic|amazing|superb|lovely|wonderful|awesome|fine|outstanding) (?:job|work|work there|stuff|going|thinking|one|move|effort|show|performance|catch),? (?:by |from |to |on |guys |team |@?\w+ )?(?:whoever|everyone who|those who|the (?:person|genius|hero|guy|one|idiot|team|people) (?:who|that)|to whoever)
      truly (?:stellar|great|outstanding|impressive|inspired|remarkable|world-class|masterful|heroic|amazing) (?:work|job|stuff|effort|performance|engineering|thinking|move|piece) | slow clap | mic drop | golf clap | chef's kiss | guess (?:the|his|her|their|that) \w+ (?:was|were|must have been|is) (?:good|great|nice|delicious|more|too|very|really|that|so|worth|comfy|comfortable)
    `),
    0,
  ],
]

/** A condition that would have helped, with somebody in it: `if the DBAs knew how their own replica works`. She comes right behind `if`. */
export const CONDITIONS: WordIndex = lexicon(String.raw`
  (?:only )?(?:knew|understood|remembered|bothered|cared|listened|would (?:\w+ )?(?:do|read|listen|learn|think|look|check|test|ask|follow|answer|pay|take|talk|communicate|bother|care|use|stop|write|tell|inform|make|have)|could (?:\w+ )?(?:read|count|write|type|spell|think|listen|be bothered|organi[sz]e|add|follow)|did (?:HIS|what|the|as)|(?:was|were) (?:not |less |more |at least |half |only |even |actually |really |just )*(?:lazy|awake|competent|careful|attentive|professional|paying|less|more|so|able|capable|willing|trained|qualified|interested|stubborn|arrogant|up to)|paid (?:\w+ )?attention|took (?:\w+ )?(?:care|responsibility|HIS|the time|it|things|the trouble|notice)|(?:had|'d) (?:\w+ly |just |only |even |at least |simply |actually |not |n't |ever |once |first |been |the (?:\w+ )?|done |any |half |a bit of |some |an ounce of )*(?:decency|sense|courtesy|brains?|guts|courage|foresight|wit|diligence|discipline|care|work|homework|rounds|job|duty|bothered|looked|listened|checked|read|asked|followed|tested|told|thought|paid|answered|opened|informed|warned|waited|escalated|reported|called|said|picked|taken|exercised|shown|done|kept|stopped|acted|reacted|understood|known|remembered|cared|careful|awake|attentive|honest|competent|professional|watching|in place))
`)
