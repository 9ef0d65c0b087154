import { lexicon } from './lexicon.ts'
import type { WordIndex } from './word-index.ts'
import type { Sureness } from './words-of-people.ts'

/** What somebody does and is at fault by doing: idioms and verbs by family. The subject must be a person, as surely as the number says. */
export const FAULT_VERBS: readonly (readonly [words: WordIndex, least: Sureness])[] = [
  // Idioms of inattention, of bad craft and of bad faith, that nothing but a person is the subject of.
  [
    lexicon(String.raw`
      {drop} (?:the|that|this|a|another) (?:\w+ )?ball | {get} (?:it|this|that|everything|the \w+) (?:so |badly |completely |totally |all )?wrong
      {fixate} on | {cling} to | {wander} off | {vanish} | {abandon} (?:HIS|the) (?:post|desk|shift|call|incident|\w+ call)
      {desert} (?:HIS|the) (?:post|desk|shift|team)
      {leave} (?:HIS (?:post|desk|station|shift)|early|the office early|without (?:a word|telling|saying|handing)) | {show} up (?:\w+ )?late
      {shout} (?:at|down) | {yell} (?:at) | {snap} at | {bully} \w+ | {browbeat} \w+ | {pressure} (?:\w+ ){0,4}(?:into|to) | {strong-arm} \w+
      {exaggerate} \w+
      (?:had|left|put|kept) HIS (?:phone|pager|laptop|notifications) (?:switched |turned )?(?:off|on silent|on mute|muted|at home|in the|on do not disturb|on vibrate)
      (?:had |has |have )?never (?:heard of|learn(?:ed|t)|bothered|once|so much as|cared|thought)
      (?:kept|stayed|remained|keeping|staying) (?:quiet|silent|mum|schtum) | said nothing | told (?:nobody|no one|not a soul)
      (?:thinks?|thought|believes?|believed|acts? as (?:if|though)|acted as (?:if|though)|behaves? as (?:if|though)|behaved as (?:if|though)) (?:that )?(?:[\w'-]+ ){1,4}(?:do|does|did)(?:n't| not) apply to
      {make} (?:error|mistake|fault|wrong \w+) | {turn} (?:a |an )?(?:blind eye|deaf ear) | {look} the other way | {bury} HIS heads? in the sand
      {sweep} ~ under the (?:rug|carpet) | {stick} HIS (?:heads?|fingers?|oar|nose) | {take} HIS eyes? off | {drag} HIS (?:feet|heels) | {pass} the buck
      {wash} HIS hands
      (?:can't|couldn't|could not|cannot|didn't|did not|doesn't|does not) even (?:get (?:that|this|it|the)|manage|be bothered|spell|read|tell|do (?:that|this|the)|look|check|try|know|notice|glance|open|bother)
      (?:found|finds?|made up|invented?) (?:\w+ )?(?:reasons?|excuses?|ways?) (?:not to|to avoid|for not)
      {protect} HIS (?:turf|egos?|reputations?|own|fiefdoms?|kingdoms?) | {reuse} (?:HIS|the|an?|old) (?:\w+ ){0,2}passwords? | {twiddle} HIS thumbs
      {sit} on HIS hands | {bite} off more than | {shoot} HIM in the foot | {dig} HIS own | {ride} roughshod | {steamroll} \w+ | {bulldoze} \w+
      {trample} (?:all )?over | {run} (?:amok|riot) | {roll} the dice | {tempt} fate | {chance} HIS arm | {miss} the (?:boat|bus|memo|point|obvious|elephant)
      {take} HIS (?:sweet |own (?:sweet )?|good )?time | {go} (?:through the motions|off half-cocked) | {bring} (?:it|this) (?:up)?on HIM
      {throw} (?:\w+ ){1,3}under the bus | {hang} (?:\w+ ){1,3}out to dry | {sugar-?coat} \w+ | {freeload} | {stumble} (?:into|through|from|over)
      {lumber} (?:us|the|our) \w+ with | {saddle} (?:us|the|our) \w* ?with | {fob} (?:\w+ ){1,3}off | {stonewall} \w* | {string} (?:\w+ ){1,3}along
      {take} (?:\w+ ){0,3}for granted | {lose} HIS (?:marbles|mind) | {kid} HIM | {fool} HIM into | {convince} HIM (?:that|it) | {talk} HIM into
      {hide} behind | {play} (?:politics|Russian roulette|the blame game|for time|catch-up|down) | wouldn't (?:know|recogni[sz]e|spot) an? (?:[\w-]+ ){1,3}if
      would not (?:know|recogni[sz]e|spot) an? (?:[\w-]+ ){1,3}if | {close} HIS eyes (?:to|before|for|and|on) | {shut} HIS eyes (?:to|before|for|and|on)
      {sit} in (?:HIS|an|the) ivory towers? | {let} us alone | {do} (?:it|this|that|things|everything) HIS (?:own )?way
      {do} (?:a |an |such |some |the )?(?:\w+ )?(?:nonsense|stupidity|rubbish|bullshit|crap|foolishness|mess)
      {write} (?:\w+ )?(?:rubbish|garbage|crap|nonsense|junk) | {design} (?:\w+ )?(?:rubbish|garbage|crap|nonsense|junk)
      {deliver} (?:\w+ )?(?:rubbish|garbage|crap|nonsense|junk) | {ship} (?:\w+ )?(?:rubbish|garbage|crap|nonsense|junk)
      {talk} (?:\w+ )?(?:rubbish|garbage|crap|nonsense|bullshit)
      {play} with (?:production|prod|the (?:production|live)|our (?:production|live|data|customers?)) | {play} (?:innocent|stupid|the innocent|ignorant)
      (?:and|then|but|before) (?:\w+ )?(?:went|goes|gone|left|strolled|drove|wandered) (?:home|to bed|to lunch|to sleep|for (?:a )?(?:coffee|lunch|smoke|drinks?|beers?|walk|cigarette)|on (?:holiday|vacation|leave)|shopping|to (?:the|a) (?:pub|gym|beach|party|bar|cinema|match))
      (?:can't|couldn't|could not|cannot) find HIS own
      (?:thinks|thought|believes|believed) (?:that )?HE (?:know|knows|knew) (?:all|everything|best|better|it all)
      (?:did|does|do|acts?|acted|behaved?|behaves) (?:like|as if|as though) HE (?:didn't|did not|had not|hadn't|doesn't|does not|don't|never|owned?|owns|knew|was|were)
      {point} (?:at|to) (?:somebody|someone|others|each other|everyone|everybody|another team|one another) | {cut} (?:\w+ )?corners
      {leave} for (?:lunch|the (?:day|weekend|pub)|home|vacation|holiday) (?:right |straight |immediately |shortly |just )?after
      {cover} HIS (?:tracks|back|backside|ass|arse) | {shirk} (?:HIS|the|all|any|every) (?:\w+ )?(?:\w+) | {abdicate} (?:\w+ ){0,2}\w+
      {play} (?:fast and loose|with fire|the hero|dumb|god) | {jump} the gun | {jump} to (?:a |the )?(?:\w+ )?conclusions?
      {shoot} (?:from the hip|HIM in the foot|first) | {fly} (?:blind|by the seat of HIS pants) | {wing} it
      {take} (?:liberties|a gamble|a punt|the easy way out|the lazy (?:way|route|option)|a cavalier \w+|leave of HIS senses|(?:it|this|that|things|matters) (?:up)?on HIM to|(?:things|matters|it) into HIS own hands)
      {go} (?:and do HIS own|rogue|cowboy|off[- ]piste|off[- ]script|behind (?:our|the|everyone's|everybody's|HIS|\w+'s) \w*|AWOL|MIA|missing in action|to sleep|back to sleep|for a (?:smoke|walk|coffee|beer|drink|stroll))
      {throw} caution to the winds?
      {lose} (?:HIS (?:heads?|nerves?|temper|cool|way|bearings|composure|patience|grip|focus)|the plot|interest|patience|concentration|focus)
      {crack} under (?:the )?pressure
      {fall} (?:asleep (?:at|on|during)|short of (?:the|HIS|what|our|any|acceptable|expected)|down on (?:the|HIS) job|at the first hurdle|to pieces|apart under)
      {nod} off | {doze} off | {sleep} (?:through|on the job|past|on duty|while|at the) | {screw} (?:the pooch|things|everything|it all|us|up)
      {cock} (?:\w+ ){0,3}up | {balls} (?:\w+ ){0,2}up | {muck} (?:\w+ ){0,3}up | {louse} (?:\w+ ){0,3}up | {foul} (?:\w+ ){0,3}up | {mess} (?:\w+ ){0,3}up
      {screw} (?:\w+ ){0,3}up | {fuck} (?:\w+ ){0,3}up | {stuff} (?:it|this|that|things|everything) up | {slip} up(?! to)
      {trip} (?:over|up on) (?:HIS|the basics|\w+self)
      {make} (?:a hash|a mess|a pig's ear|a dog's dinner|a dog's breakfast|a meal|a mockery|a howler|a hames) of
      {make} (?:a |an |some |several |the )?(?:\w+ ){0,2}(?:hash|howler|gaffe|faux pas|blunders?|misstep|slip-up|cock-up|screw-up|botch|goof)
      {make} (?:no|little|zero|hardly any|not the slightest|only a token) (?:effort|attempt|provision) (?:to|at)
      {make} (?:things|matters|it|everything|a bad situation) (?:even |much |far |a lot )?worse
      {pay} (?:no|little|scant|insufficient|inadequate|too little|not enough|lip|only lip|mere lip) (?:attention|heed|regard|service)
      {give} (?:no|little|scant|zero|insufficient|inadequate|scarcely any|not a) (?:\w+ )?(?:thought|consideration|regard|attention|heed|care|damn|shit|toss|weight)
      {show} (?:no|little|scant|zero|insufficient|a lack of|a total lack of|a complete lack of|poor|bad|questionable|dreadful|terrible) (?:\w+ )?(?:regard|interest|judge?ment|urgency|care|concern|respect|understanding|initiative|leadership|ownership|diligence|discipline|restraint|curiosity|remorse|awareness|appetite)
      {have} (?:no|little|zero|not the (?:foggiest|faintest|slightest|first)|not a|never had (?:any|a)) (?:\w+ )?(?:business \w+ing|clue|idea (?:what|how|that|why)|sense of (?:\w+ )?(?:urgency|responsibility|ownership)|excuse|regard|respect for|grasp|right to|concept of|interest in|intention of|foresight|common sense|discipline|grip|handle on)
      {take} (?:no|little|zero) (?:responsibility|care|interest|notice|ownership|heed|precautions?|steps? to) | {have} only HIM to blame
      {live} up to HIS reputation | {ghost} (?:the|us|everyone|everybody|his|her|their) | {half-ass} \w+ | {bluff} HIS way | {fudge} \w+
      {fabricate} \w+ | {bullshit} \w+ | {slack} off | {goof} (?:off|up) | {skive} (?:off)? | {coast}(?= (?:through|along)) | {rest} on HIS laurels
      {muddle} (?:through|along) | {paper} over | {gloss} over | {brush} (?:~ )?(?:off|aside|away) | {shrug} (?:(?:\w+ ){0,3}off|at|HIS shoulders)
      {rubber-?stamp} \w+ | {wave} (?:\w+ ){1,4}(?:through|away|aside|on) | {fat-?finger} \w+ | {cowboy} \w+ | {yolo} \w*
      {blow} (?:it|off (?:the|a|his|her|their)|(?:the|his|her|their) (?:\w+ )?(?:deadline|migration|deploy|release|rollout|cutover|chance)|past (?:the|every|all))
      {plough} (?:ahead|on) | {barge} (?:ahead|in|on) | {charge} (?:ahead|in) | {forge} ahead (?:despite|without|anyway|regardless)
      {press} (?:ahead|on) (?:despite|without|anyway|regardless) | {go} ahead (?:despite|without|anyway|regardless) | {carry} on (?:despite|regardless|as if)
      {overstep} \w+ | {exceed} (?:HIS|the limits? of HIS|the scope of HIS) (?:\w+ )?(?:authority|remit|brief|mandate|authorisation|powers|permissions?)
      {act} (?:\w+ )?(?:beyond|outside|without|above|against|in (?:haste|panic|defiance|breach|violation)|unilaterally|rashly|alone) | {defy} \w+
      {flout} \w+ | {shirk} \w+ | {renege} \w+ | {disobey} \w+ | {botch} \w+ | {bungle} \w+ | {fumble} \w+ | {flub} \w+ | {fluff} \w+ | {bodge} \w+
      {butcher} (?:the|a|his|her|their|our) \w+ | {goof} | {blunder} | {dither} | {dawdle} | {procrastinate} | {fluster} | {flounder} | {flail}
      {faff} (?:about|around) | {fiddle} (?:about|around|with) | {fool} around | {monkey} (?:about|around) | {meddle} (?:in|with) | {panic} | panicked
      panicking | {oversleep} | overslept | {sulk} | {bicker} | {wait} until the (?:very )?last (?:minute|moment)
      {leave} (?:it|this|that|things|everything) (?:until|to) the (?:very )?last (?:minute|moment)
      {leave} (?:us|everyone|everybody|the team|the rest of us|colleagues) (?:in the (?:lurch|dark|cold)|hanging|high and dry|to (?:pick up|clean up|sort out|deal))
      {keep} (?:it|this|that|\w+) to HIM | {put} (?:all HIS|HIS own \w+|HIS head|HIS foot|off (?:the|this|that|it|doing|fixing))
      {do} (?:absolutely |precisely |literally |basically |next to |almost |virtually )?(?:nothing|sod all|bugger all|fuck all|jack|zilch)(?! wrong| (?:else|but|other|unusual|special))
      {do} (?:it|this|that) (?:anyway|regardless|again|just the same|behind)
      {do} (?:a|an) (?:\w+ )?(?:poor|bad|terrible|lousy|shoddy|sloppy|half-?hearted|half-?assed|half-?arsed|rushed|rush|botched|crap|crappy|piss-?poor|dreadful|awful|lazy|slapdash) (?:\w+ )?(?:job|work|review|test|effort|attempt|handover)
      {do} HIS own thing | could(?:n't| not) care less
      (?:can't|cannot|can not|couldn't|could not) (?:\w+ly )?(?:follow (?:a|even|simple|basic|the (?:simplest|most)|written|plain|orders|procedure|instructions)|read (?:a|even|simple|plain|the (?:manual|docs|runbook))|write a|spell|count|type|tell (?:\w+ ){1,4}from|be (?:bothered|trusted|relied|arsed|left alone)|handle (?:the|a|even|basic|simple|pressure)|cope|do (?:HIS|the simplest|basic|even|anything right)|get (?:HIS|it right|anything right|even|the basics)|keep (?:HIS|up with the basics)|manage (?:a|even|to (?:read|follow|spell|type))|grasp|be expected to)
    `),
    1,
  ],
  // What a department is as often the subject of as a program is.
  [
    lexicon(String.raw`
      {fail} (?:in|at) (?:HIS|its|the) (?:\w+ )?(?:duty|duties|obligations?|responsibilit\w+|task|jobs?|role|attempt to lead|stewardship|supervision)
      {fail} (?:us|our|the customers?|HIS (?:colleagues|team|duty|obligations?|responsibilities)|(?:utterly|miserably|completely|badly|spectacularly|dismally|abjectly|lamentably|comprehensively|repeatedly|consistently|conspicuously|signally|woefully|entirely|wholly|singularly|manifestly|simply|inexcusably|inexplicably)(?= (?:to|in|at|\W|$)))
      {neglect} (?:to|HIS|the|a|an|its|this|that|all|our|both|basic|several) | {disregard} (?:\w+) | {overlook} (?:\w+) | {mishandle} \w+ | {mismanage} \w+
      {misjudge} \w+ | {misread} \w+ | {misunderstand} \w+ | {misunderstood} \w+ | {misdiagnose} \w+ | {misroute} ~ through | {mislead} \w+ | misled \w+
      {miss} (?:an?|the|every|several|this|that|our|multiple|all|two|three|many) (?:\w+ ){0,2}?(?:opportunit(?:y|ies)|chances?|cues?|signals?|red flags?|warning signs?|clues?|hints?|deadlines?|memo|point|obvious)
      {miss} deadlines
      could have (?:\w+ )?(?:been (?:more|better|less|a (?:bit|little) more|quicker|faster|clearer)|done (?:more|better|a better|this|that|it|so)|pushed back|spoken up|tried harder|handled (?:this|it|that|the \w+) (?:\w+ )?better|thought (?:of|about|harder|ahead)|shown (?:more|better|greater)|taken (?:more|better|greater))
      (?:was|were|is|are|has been|have been) (?:\w+ )?(?:less than|anything but|far from|hardly|not exactly|not what one would call) (?:\w+ly )?(?:thorough|diligent|careful|candid|forthcoming|professional|rigorous|helpful|transparent|honest|attentive|proactive|responsive|prompt|competent|cooperative|vigilant|impressive|exemplary|stellar|prepared|quick)
      (?:was|were|is|are|has been|have been)(?: not|n't) (?:as |so |sufficiently |particularly |very |overly |exactly |adequately |fully |nearly |properly |at all |especially |even |always |being )*(?:thorough|careful|diligent|attentive|proactive|responsive|rigorous|forthcoming|candid|engaged|prepared|conscientious|meticulous|vigilant|alert|focused|competent|skilled|disciplined|professional|honest|transparent|helpful|cooperative|punctual|reliable|mindful|considerate|serious|concentrated|concentrating|focussed|awake|motivated|interested|cautious|smart|bright|knowledgeable)
      (?:has|have|had|was|were|will be|is being|are being) (?:been |since |now |subsequently |therefore |duly )*(?:counsell?ed|coached|reprimanded|disciplined|spoken to|retrained|re-trained|cautioned|sanctioned|suspended (?:from|for|pending)|dismissed for|let go|moved off|taken off|put on (?:a )?(?:PIP|performance \w+|leave|notice)|reminded (?:of (?:the|his|her|their)|that|to (?:read|check|test|follow|double-check|be|use|always|never|ask))|told off|fined|demoted|penali[sz]ed|punished|talked to)
      (?:is|are|was|were) (?:\w+ly |kindly )?(?:encouraged|urged|advised|asked|expected|reminded|requested|invited) (?:in future |once more |again )?to (?:reflect|exercise|take (?:more|greater|better)|be more|pay|show (?:more|greater)|demonstrate|double-check|think (?:before|harder|twice)|read the|familiari[sz]e)
      (?:tends?|tended) to (?:ignore|rush|cut|forget|overlook|panic|assume|skip|break|over-?\w+|under-?\w+|miss|blame|hide|procrastinate|dismiss|act first|shoot)
      (?:is|are|was|were) (?:\w+ )?prone to (?:errors?|mistakes?|panic\w*|rush\w+|over\w+|carelessness|forget\w+|cutting|skipping|exaggerat\w+)
      struggles (?:to|with) | (?:takes|took|taking) (?:an? |the |some |too many |many )?(?:\w+ )?(?:shortcuts?|short-?cuts?|easy way)
      (?:requires?|needs?|needed|required) (?:\w+ )?(?:supervision|hand-?holding|babysitting|a babysitter|constant \w+)
      {have} (?:ample|plenty of|every|more than enough|all the) (?:\w+ )?(?:time|opportunit\w+|warnings?|chances?|notice|reason|information|tools|training) (?:to|and|but|that|needed|necessary)
      {have} (?:a (?:track record|history|habit|tendency|reputation)|form) (?:of|for|to) | on HIS own (?:initiative|authority|whim) | of HIS own accord
      off HIS own bat | {fall} for (?:it|the|a|an|this|that)
      (?:thought|decided|felt|figured|reckoned|believed) (?:that )?(?:it (?:was|would be|might be)|it'd be) (?:a (?:good|great|smart|clever|bright|fine) idea|smart|clever|wise|funny|acceptable|fine|perfectly \w+|somehow \w+|appropriate) to
      (?:finally|eventually|belatedly) (?:bothered|deigned|got (?:a)?round to|woke up|condescended|saw fit|remembered)
      (?:was|were|is|are) (?:\w+ )?(?:the reason|why) (?:we|why|that|the|for|our|customers|this|it) | (?:was|were) (?:too )?lazy to
      {make} (?:the )?same (?:\w+ )?(?:mistakes?|errors?)
      {blame} (?:others|other|everyone|everybody|the (?:tool|tools|tooling|system|network|vendor|alert|docs)|it on|someone|somebody|anyone)
      {bury} (?:the|a|an|this|that|HIS|every|all) \w+
      {argue} (?:for (?:an? (?:whole |full |good |entire |quarter of an |half )?(?:hour|day|minute|week)|hours|minutes|days|(?:\w+ )?\w+ (?:hours|minutes|days))|while|among|amongst|with each other|with one another|back and forth)
      {squabble} | {quarrel}
      (?:do|does)(?:n't| not) (?:really |even |actually |fully |seem to )?(?:know|understand|grasp|have (?:a grasp|command|a clue)) (?:of )?(?:HIS|the first thing|the basics|how (?:to do|\w+ works?)|what HE)
      {lose} (?:control|grip|command) of | {let} (?:this|it) happen
      {allow} (?:this|it|the \w+(?: \w+)?) to (?:happen|fester|rot|slip|lapse|expire|go (?:unnoticed|unanswered|unaddressed|on|out of)|drift|get out of hand)
      {keep} (?:on )?(?:postponing|deferring|delaying|pushing (?:back|it)|putting off|putting it off|deprioriti[sz]ing|ignoring|promising|forgetting|breaking|skipping|making (?:the same|mistakes|excuses)|changing (?:his|her|their) mind)
      {give} (?:\w+ )?(?:the |an? |some |out )?(?:\w+ )?(?:wrong|misleading|contradictory|false|bad|poor|incorrect|conflicting|vague) (?:info\w*|advice|instructions?|directions?|estimates?|answers?|impression|numbers?|orders?|commands?)
      (?:chose|decided|preferred|elected|opted|was content|were content|seemed content) to (?:do nothing|stay silent|say nothing|keep quiet|ignore|look away|sit)
      (?:approv|sign|merg|deploy|shipp|releas|publish|accept|certif|push|roll)\w* (?:[\w'-]+ ){1,7}?(?:it|he|she|they) (?:had(?:n't| not| never)|never|did not|didn't) (?:even |actually |properly |fully |once )*(?:test|read|review|check|look|open|understood|understand|run|tried|verif)\w*
      (?:is|was|were|are)(?:n't| not) (?:yet |really |at all )?(?:fit|suited|cut out|ready) (?:for|to) (?:production access|such|this (?:role|job|task)|the (?:role|job|task)|that|be (?:on call|on-call|trusted|left))
      had been (?:\w+ly )?(?:warned|reminded)
      (?:was|were|has been|have been|had been) (?:\w+ly )?(?:warned|reminded|told) (?:[\w',-]+ ){0,6}?(?:and|but|yet) (?:\w+ )?(?:did|does|carried|continued|kept|went|nothing|still|never|ignored|acted|decided|chose)
      refused to (?:fund|pay|invest|hire|budget|consider|believe|hear|back down|hand over|roll back|approve the)
      {share} (?:HIS|the|a) (?:\w+ )?(?:password|credentials|token|key)s?
      {shelve} (?:the|a|an|every|all) (?:\w+ )?(?:warnings?|findings?|recommendations?|advice|reports?|complaints?)
      {dismiss} (?:the|a|an|every|all|our|repeated|several|HIS|these|those|\w+'s) (?:\w+ )?(?:warnings?|findings?|recommendations?|advice|reports?|complaints?|concerns?|alerts?|pages?|objections?|risks?|evidence|signs?|e-?mails?|messages?|tickets?)
      {overrule} (?:the|a|an|every|all|our|repeated|several|HIS|these|those|\w+'s) (?:\w+ )?(?:warnings?|findings?|recommendations?|advice|reports?|concerns?|objections?|HIS \w+|the (?:engineers?|team|testers?|reviewers?|experts?))
      {withhold} \w+ | NOT (?:[\w'-]+ ){1,5}?in (?:accordance|line|compliance|keeping) with
      {sit} (?:on|idle|idly|back|by) ?(?:it|this|that|the|a|an|HIS|our|its|for|while|and)? | {stand} (?:idly )?by (?:and|while|as)
      {leave} (?:\w+ ){0,4}(?:to rot|to fester|to languish|to chance|to (?:their|its|his|her) fate|unaddressed|unattended|unresolved|unanswered|unread|unfixed|unpatched|unmonitored|unsupervised|untested|undocumented|dangling|hanging|half[- ]done|half[- ]finished|in (?:a|such a) (?:\w+ )?(?:mess|state)|wide open|lying (?:around|about)|behind a mess)
      {let} (?:\w+ ){0,5}(?:slip|slide|lapse|rot|languish|fester|drift|expire|fall through|go (?:stale|unanswered|unnoticed|unaddressed|unread|unpatched)|drop|pile up|run out|get out of hand|down)
      {fall} asleep | {waste} (?:\w+ ){1,6}(?:minutes?|hours?|days?|weeks?|time|afternoon|morning) | {squander} \w+
      {spend} (?:\w+ ){0,5}(?:arguing|bickering|finger-pointing|chasing (?:ghosts|a red herring|the wrong)|playing|browsing|chatting|scrolling)
      spent (?:\w+ ){0,5}(?:arguing|bickering|finger-pointing|chasing (?:ghosts|a red herring|the wrong)|playing|browsing|chatting|scrolling)
      {treat} (?:\w+ ){0,5}(?:as (?:optional|a (?:suggestion|joke|formality|playground|toy|dumping ground|nuisance|box-ticking)|if it (?:were|was)|though it (?:were|was)|someone else's|somebody else's|an afterthought|noise|beneath)|like (?:a|an|it|his|her|their) (?:\w+ )?(?:toy|playground|sandbox|joke|suggestion|game|hobby|optional)\w*)
      {assume} (?:\w+ ){0,6}(?:somebody|someone|anybody|everyone|everybody|another \w+|other (?:people|teams)) (?:else )?(?:would|had|was|were|will|has|is)
      {think} (?:HE (?:could|was|were|had|knew) (?:\w+ )?(?:get away|above|better|cleverer|smarter|too \w+|it (?:all|covered))|it (?:was|would be) (?:fine|OK|okay|a good idea|smart|clever|funny|acceptable) to|nothing of|testing is|tests are|the rules|rules (?:do|did)(?:n't| not) apply|HIM (?:above|too))
      {consider} HIM ?(?:self|selves)? ?(?:above|exempt|too|beyond|superior) | {deem} HIM (?:above|exempt|too|beyond|superior) | {fancy} HIM \w+
      (?:was|were|is|are) (?:\w+ly )?(?:found|shown|judged|held|deemed|considered|determined|ruled) (?:to (?:be|have been) )?(?:(?:\w+ly |partly |largely )?at fault|negligent|careless|guilty|culpable|liable|responsible|remiss|in breach|wanting|to blame|derelict|lacking|incompetent|unfit|reckless|in the wrong)
      {bear} (?:\w+ ){0,3}(?:responsibility|blame|culpability|fault|liability|accountability)(?: for)?
      (?:must|should|ought to|needs? to|has to|have to|will have to|can|shall) (?:\w+ly |now |all )?(?:accept|take|shoulder|bear|carry|own|answer|admit|acknowledge|face|share) (?:\w+ ){0,3}(?:blame|fault|responsibility|culpability|accountability|consequences|for (?:this|that|it|the)|up to (?:it|this|HIS|the)|mistakes?|failings?|share)
      {own} this (?:one|mess|outage|failure)
      {prove} (?:\w+ly )?(?:unequal|inadequate|incapable|unable|unfit|unwilling|unreliable|incompetent|unworthy|a liability|wanting|no match)
      {betray} (?:a |an |his |her |their |the )?(?:\w+ ){0,2}(?:indifference|ignorance|lack|contempt|disregard|complacency|carelessness|inexperience|incompetence|misunderstanding|arrogance|trust)
      {display} (?:a |an |his |her |their |the )?(?:\w+ ){0,2}(?:indifference|ignorance|lack|contempt|disregard|complacency|carelessness|inexperience|incompetence|misunderstanding|arrogance|poor|disrespect|want of|cavalier|casual)
      {demonstrate} (?:a |an |his |her |their |the )?(?:\w+ ){0,2}(?:indifference|ignorance|lack|contempt|disregard|complacency|carelessness|inexperience|incompetence|misunderstanding|arrogance|poor|want of|inability|unwillingness|cavalier)
      {exhibit} (?:a |an |his |her |their |the )?(?:\w+ ){0,2}(?:indifference|ignorance|lack|contempt|disregard|complacency|carelessness|inexperience|incompetence|misunderstanding|arrogance|poor|want of|inability|unwillingness|cavalier)
      (?:was|were) (?:\w+ ){0,4}(?:too )?(?:busy|occupied|preoccupied|engrossed|absorbed) (?:with (?:HIS|a|an|other|personal|private|\w+ing)|in HIS|on HIS|\w+ing(?! (?:another|the other|a second|two|an unrelated|with (?:another|the other))))
      {cost} (?:us|the (?:company|business|team|customers?|bank|firm)|everyone|everybody) (?:\w+ )*(?:minutes|hours|days|weeks|data|orders|money|revenue|customers|trust|dearly|a fortune|\d+)
      {break} (?:the|every|all|our|a|house|protocol|with) (?:\w+ )?(?:rules?|policy|policies|protocol|procedures?|freeze|chain of command|trust|promises?|build|everything)
      {breach} (?:the|our|HIS|a|established|company) (?:\w+ )?(?:rules?|policy|policies|protocol|procedures?|freeze|duty|trust|obligations?|standards?|code)
      {violate} (?:the|our|HIS|a|established|company|every) (?:\w+ )?\w+ | {circumvent} (?:the|our|HIS|a|all|every|established) (?:\w+ )?\w+
      {sidestep} (?:the|our|HIS|a|all|every|established) (?:\w+ )?\w+ | {evade} (?:HIS|the|our|all|every|responsibility|review|blame) ?(?:\w+)?
      {dodge} (?:HIS|the|our|all|every|responsibility|review|blame) ?(?:\w+)?
      {bypass} (?:the|our|HIS|all|every|code|change|peer|branch|normal|standard|proper|established) (?:\w+ )?(?:review\w*|process\w*|approvals?|controls?|procedures?|checks?|safeguards?|guards?|protections?|polic\w+|rules?|pipeline|gate\w*|freeze|checklist|sign-?off|safety)
      {skip} (?:HIS|straight|over|out|past|right|every|each|any|both|two|three|several|most|half|the|a|an|all|our|this|that|code|steps?|testing|review|basic|QA|staging|peer) ?(?:\w+)?
      (?:was|were) (?:fast |sound |half )?asleep | {forget} (?:to|about|that|the|HIS|all about|a|how|what|which|it|this|one|yet|again|completely)
      (?:completely|totally|clean|simply|conveniently|somehow|once again|yet again|apparently|again|just|utterly) forgot(?:ten)? | {ignore} (?:\w+)
      {misplace} (?:\w+) | {pretend} (?:to|that|not|nothing|everything|it|HE|as) | {shift} (?:the |HIS )?blame
      (?:chose|elected|opted|preferred) (?:not to (?:follow|read|check|test|escalate|ask|wait|inform|tell|consult|use|involve|invoke|page|attend|comply|respond|act|disclose|report|look|review|verify|heed|share|document)|to (?:ignore|disregard|skip|bypass|hide|conceal|cut|gamble|wing|rely on luck|trust|dismiss|look the other|play|sit|say nothing|keep quiet|stay silent))
      (?:was|were|is|are|had been) (?:clearly |plainly |repeatedly |explicitly |specifically |expressly )*(?:told|warned|reminded|cautioned|trained)(?: [\w'-]+){0,5}? (?:twice|repeatedly|several times|many times|more than once|on (?:\w+ )?occasions?|time and again|again and again|not to|beforehand|countless times|numerous times|three times|multiple times|in advance)
      {make} (?:excuses?|up (?:a|an|excuses|stories|HIS own)|HIS own rules|a habit of|(?:an?|the|this|that|another|one|some|several|many|multiple|two|three|repeated|basic|elementary|simple|HIS) (?:\w+ ){0,2}(?:mistakes?|errors?|blunders?|slips?|omissions?|typos?|oversights?|misjudge?ments?|misstep|bad call|wrong call|poor (?:call|choice|decision)|bad (?:choice|decision)|stupid \w+|dumb \w+|silly \w+|foolish \w+|careless \w+))
      {commit} (?:a|an|the|this|another|several|multiple) (?:\w+ ){0,2}(?:errors?|mistakes?|blunders?|breach|oversight|violation)
    `),
    3,
  ],
  // A department by its bare name (`Infra broke prod`) or a pronoun is enough.
  [
    lexicon(String.raw`
      (?:wilfully|willfully|knowingly|deliberately|wantonly|brazenly|blithely|blatantly|flagrantly|casually|cheerfully|merrily|happily|conveniently|inexplicably|inexcusably|unaccountably|carelessly|recklessly|negligently|irresponsibly|foolishly|stupidly|naively|mindlessly|unthinkingly|thoughtlessly|lazily|sloppily|absent-?mindedly|haphazardly|incompetently|ineptly|clumsily|selfishly|arrogantly|unforgivably|shamefully|disgracefully|shamelessly|rashly|impatiently|impulsively|obliviously|nonchalantly|complacently|half-?heartedly|idly|unwisely|needlessly|hastily|wrongly|mistakenly) (?!configured to|set to|typed|reported|identified|assumed that the (?:system|tool))(?:\w+ed|ran|wrote|took|made|went|left|put|set|sent|gave|kept|shut|told|chose|built|let|hit|cut|read|did|drove|threw|pulled|got|forgot|overrode|fell|sat|spent|ignor\w+|delet\w+|dropp\w+|push\w+)(?! by (?:the|a) (?:\w+ )?(?:script|job|system|controller|process|service|tool|bot))
      must have (?:known|noticed|realised|realized|been aware|understood)
      (?:should|ought to) (?:\w+ )?have (?:been (?:\w+ )?(?:aware|alert|awake|able to|more|attentive|vigilant|careful|watching|following|wearing|paying|checking|monitoring|on top|in (?:his|her|their)|ready|prepared|there|at (?:his|her|their))|known|realised|realized|recognised|recognized|foreseen|anticipated|understood|remembered|guessed|noticed|spotted|seen (?:this|that|it|the|what)|thought|asked|double-checked|checked|verified|tested|read|paid|looked|listened|escalated|spoken|called|paged|waited|stopped|followed|reviewed|insisted|challenged|questioned|pushed back|raised|flagged|told|warned|informed|taken|done|made|acted|intervened|stepped|rolled|had (?:the|more))
      {let} (?:us|everyone|everybody|the (?:team|company|customers?|side)|HIS (?:colleagues|team|customers?)) down
      {sit} on (?:it|this|that|the|a|an|HIS|our) (?:\w+ ){0,6}(?:for (?:\w+ )?(?:minutes?|hours?|days?|weeks?|months?|years?|ages|\w+ (?:minutes?|hours?|days?|weeks?|months?|years?))|and (?:did|said) nothing|instead of|until|while|without)
      {point} (?:the )?fingers?
      {refuse} (?:to (?:help|listen|accept|engage|acknowledge|co-?operate|follow|take|answer|escalate|admit|join|read|own|look|share|respond|do))
      {drop} this
      {ignore} (?:our|us|my|the|every|repeated|several|all|HIS) ?(?:\w+ ){0,2}(?:warnings?|pages?|e-?mails?|advice|pleas|requests?|messages?|calls?|tickets?|instructions?|runbook|polic\w+|process|rules?|freeze|checklist|concerns?|objections?|reminders?|feedback|us)
    `),
    2,
  ],
]
