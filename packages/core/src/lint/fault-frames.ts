import { lexicon } from './lexicon.ts'
import type { WordIndex } from './word-index.ts'
import type { Sureness } from './words-of-people.ts'

/**
 * Wordings that find fault by themselves: who is to blame, what could be expected of her, what is to be done about her. Somebody must be in the sentence, as
 * surely as the number says; 0 asks for nobody.
 */
export const FRAMES: readonly (readonly [words: WordIndex, least: Sureness])[] = [
  // Where the fault is said to lie.
  [
    lexicon(String.raw`
      (?:is|was) (?:down to|because of|due to|thanks to|on account of|owing to|the result of|the consequence of|a result of|a consequence of|a case of|the product of|the outcome of) (?:the |a |an |pure |sheer |plain |simple |gross |basic |rank |one |some |our |HIS )*(?:person|individual|engineer|operator|developer|admin\w*|human|employee|user|contractor|intern|someone|somebody) (?:who|not|being|having|failing|doing|error|failing)
      deserves? (?:\w+ )?(?:blame|criticism|censure|a (?:talking-?to|dressing-?down|slap|kick)|to be|everything)
      (?:has|have|had) been (?:told|warned|reminded|instructed) (?:twice|repeatedly|many times|several times|three times|again and again|more than once) (?:not to|to|that)
      (?:has|have|had) (?:a lot|much|plenty|some explaining|questions|something|some) to (?:answer for|do|answer)
      (?:bears?|bore) (?:the |full |sole |most |much |primary |some |direct |personal |ultimate )*(?:responsibility|blame|culpability|guilt)
      (?:laid|put|placed|pinned?) (?:the )?(?:blame|responsibility) (?:\w+ )?(?:on|at|with)
      the (?:guilty party|offender|perpetrator|person responsible)(?: here| this time)? (?:is|was|being|turned out)
    `),
    2,
  ],
  // What could be expected: knowledge, competence, standards.
  [
    lexicon(String.raw`
      (?:should|ought to) (?:really )?know (?:better|that|this|how|not to|the|what|by now)
      (?:any|every|a|no) (?:\w+ly )?(?:trained|competent|half-?competent|halfway competent|half-?decent|decent|reasonable|sensible|responsible|prudent|diligent|careful|conscientious|sane|self-respecting|serious|experienced|qualified|professional|thinking|attentive|half-?awake|literate|real|proper|good|capable|skilled|senior|seasoned|first-year|junior) (?:[\w-]+ )?[\w-]+ (?:would|should|could|will|can|knows?|worth|ought|might)
      anyone (?:with|who) (?:\w+ ){0,4}(?:brain|sense|eyes|clue|pulse|read|knew|knows|awake|paying|looked|looks|understands|thought|competent)
      (?:falls?|fell|fallen|falling) (?:\w+ ){0,2}?(?:short of|below|beneath|foul of) (?:the |our |HIS |any |an |what |acceptable |reasonable |basic |minimum |professional )*(?:standards?|expectations?|bar|level|is expected|was expected|we expect|one expects|one would expect|would be expected|professional|mark)
      (?:well |far |way )?below (?:the |our |HIS |any |an )*(?:\w+ )?(?:standards?|expectations?|level|bar) (?:\w+ )?(?:expected|required|of|demanded|we)
      (?:would|might) (?:have |reasonably |normally |at least |surely )*expect(?:ed)? (?:\w+ ){1,6}?to (?:have |at least |know|be|read|check|test|ask|follow|notice|understand|realise|realize|think)
      (?:leaves?|left) (?:a lot|much|something|a great deal) to be desired
      (?:no|without|little|hardly an?|scarcely an?|not an?) (?:\w+ ){0,2}?(?:excuse|justification|excuses)
      (?:had|has|have) no business \w+ing
      (?:most )?(?:basic|elementary|elemental|rudimentary) (?:of )?(?:checks?|precautions?|mistakes?|errors?|blunders?|diligence|competence|hygiene|courtesy|due diligence|rules?|instructions?|smoke tests?|steps?|common sense|safety|failings?)(?= |\W|$)
      (?:schoolboy|rookie|amateur|beginner's?|newbie|noob|novice|textbook|classic|avoidable|unforced|embarrassing|inexcusable|unforgivable|stupid|dumb|silly|boneheaded|costly) (?:\w+ )?(?:errors?|mistakes?|blunders?|mess|slip|move)
      HE (?:himself|herself|themselves) (?:was|were|had|wrote|is|are|approved|signed|set|merged)
      (?:simply|just|deliberately|wilfully|willfully|knowingly|consciously|actively|plainly|clearly|evidently|apparently) (?:chose|decided|elected|opted|preferred|saw fit) (?:not )?to
    `),
    3,
  ],
  // Judgements on somebody's deed.
  [
    lexicon(String.raw`
      (?:it|this|that|which)(?:'s| is| was| seems| seemed| remains) (?:\w+ ){0,2}?(?:incomprehensible|inexplicable|baffling|astonishing|astounding|unbelievable|unforgivable|inexcusable|unacceptable|regrettable|lamentable|deplorable|disappointing|remiss|careless|stupid|foolish|irresponsible|reckless|negligent|lazy|sloppy|naive|unprofessional|shocking|appalling|disgraceful|shameful|embarrassing|pathetic|laughable|ridiculous|absurd|outrageous|a shame|a disgrace|beyond (?:me|belief|comprehension|the pale)|hard to (?:believe|understand|see how|fathom|credit|excuse)|difficult to (?:believe|understand|see how|fathom|credit|excuse)|impossible to (?:understand|excuse|justify|fathom)|unclear why|a mystery why|wrong|unwise|poor form|bad form|not good enough|mind-boggling|incredible) (?:\w+ )?(?:that|of|how|for|why|on|to think|from)
      (?:unacceptable|inexcusable|unforgivable|disappointing|unprofessional|careless|stupid|remiss|irresponsible|reckless|negligent|lazy|sloppy|bad form|poor form|typical|cowardly|selfish) (?:of|from|on the part of|behaviou?r (?:of|by|from)) (?:him|her|them|the|our|an?|someone|somebody)
      (?:wild west|cowboys?\b|keystone cops|clowns?\b|muppets?\b|jokers?\b|dinosaurs?\b|prima donnas?\b|divas?\b|numbskulls?|halfwits?|dunces?|dolts?|dullards?|slackers?|time-?wasters?|know-it-alls?|bunglers?|amateurs\b|deadweight|dead weight|(?:just|only|mere|nothing but|as|like|being|were|are) passengers\b|loose cannon)
      (?:nowhere to be (?:found|seen)|AWOL\b|missing in action|out to lunch|on another planet|in cloud cuckoo land|in la-la land|off with the fairies|in a world of HIS own)
      (?:dereliction of|abdication of|breach of) (?:\w+ )?(?:duty|responsibility|trust|care|HIS)
      (?:for want|out of sheer|through sheer|out of pure|through pure|from sheer|in HIS (?:haste|hurry|rush|infinite wisdom|wisdom|arrogance|ignorance|impatience|eagerness)|too much of a hurry)
      (?:without|never) (?:so much as|even) (?:\w+ )?(?:looking|checking|reading|asking|testing|telling|glancing|opening|bothering|trying|considering|thinking|warning|mentioning|running)
      without (?:a (?:second |moment's )?thought|a care|thinking|looking|bothering|asking (?:anyone|anybody|first)|telling (?:anyone|anybody|a soul)|batting an eyelid|any regard|due regard|regard|reading (?:it|the|a|any)|the (?:courtesy|slightest|least|requisite|required|necessary) \w+|lifting a finger|understanding (?:what|the|it|how|a)|knowing what)
      (?:entirely|completely|totally|wholly|perfectly|easily) (?:avoidable|preventable|self-inflicted|unnecessary|foreseeable|predictable)(?= |\W|$)
      (?:explanation|excuse|account|justification|apology|answers?|statements?) (?:\w+ ){0,6}?(?:was|is|were|are) (?:\w+ly )?(?:unconvincing|implausible|feeble|lame|inadequate|unsatisfactory|evasive|untruthful|misleading|not (?:credible|convincing|acceptable|good enough))
      (?:work|review|reviews|testing|checks?|supervision|oversight|planning|preparation|handling|conduct|response|performance|communication|analysis|assessment|handover|diligence|leadership|management) (?:by|of|from|on the part of) (?:[\w'-]+ ){1,6}?(?:was|were|is|has been|had been) (?:\w+ly |far |well |so |very |simply |nowhere near )*(?:insufficient|inadequate|poor|sloppy|careless|below|lacking|wanting|unacceptable|unsatisfactory|deficient|lax|slack|dismal|woeful|shoddy|negligent|non-existent|unprofessional|inexcusable|superficial|perfunctory|cursory|good enough|not up to|not good enough|substandard|dreadful|appalling|abysmal|lamentable|chaotic)
      (?:even though|although|though|despite|when|while|whereas) (?:[\w',-]+ ){0,8}?(?:clearly|explicitly|plainly|expressly|specifically|unambiguously|in bold|in all caps|in capitals?) (?:says?|said|states?|stated|stating|warn\w*|document\w*|forbid\w*|forbade|prohibit\w*|mark\w*|tells?|told|written|spelled|spelt|instruct\w*|labell?\w*|require\w*|ask\w*|visible|shown)
      (?:staggering|whopping|unacceptable|embarrassing|inexcusable|ridiculous|absurd|shocking|appalling|astonishing|leisurely) (?:[\w-]+ )?(?:minutes|hours|days|weeks|delay|time|wait)
      for no (?:good|apparent|discernible|obvious|valid|earthly) reason
      single-?handedly
      (?:coaching|counselling|counseling|re-?training|refresher (?:training|course)s?|remedial training|a reminder|reminders) (?:\w+ ){0,3}?(?:has been|have been|was|were|will be|is being|is|are) (?:\w+ )?(?:given|provided|offered|issued|delivered|arranged|scheduled|sent|recommended|required|booked|organised|organized)
      (?:repeat offenders?|usual suspects?|problem child|lone wolf|maverick|bad apple|serial offender)
      (?:disappointing|frustrating|worrying|shameful|disheartening|disconcerting|dismaying|alarming) (?:to (?:see|note|learn|find|hear|report|discover)|that)
      (?:decisions?|choices?|actions?|behaviou?r|conduct|approach|attempts?|insistence|reaction|handling|refusal|reluctance|silence|intervention|judge?ment|reasoning)(?: [\w'-]+){0,8}? (?:was|were|is|are|has been) (?:\w+ly |just |plain |simply |frankly |so |very |at best |downright |a bit )*(?:irresponsible|reckless|foolish|stupid|careless|negligent|unwise|wrong|unjustified|unacceptable|unprofessional|indefensible|inexcusable|questionable|dubious|dumb|silly|idiotic|rash|hasty|premature|ill-(?:advised|judged|considered)|misguided|unwarranted|unhelpful|obstructive|evasive|dismissive|defensive|hostile|erratic|naive|short-sighted|selfish|lazy|sloppy|arrogant|insane|crazy|mad|a (?:bad|poor|terrible|dreadful|stupid|foolish) (?:call|idea|choice|decision|move)|a (?:mistake|disgrace|blunder))
      (?:failures?|mistakes?|errors?|outage|omission|delay|loss|oversight|lapse|incident|mess|breach|breakage)(?: [\w'-]+){0,5}? (?:is|was|remains) (?:\w+ly )?(?:[\w'-]+ )?[\w'-]+(?:'s|s') (?:responsibility|fault|doing|mistake|mess|problem)
      (?:this|that) is what (?:happens|you get|we get|one gets) (?:when|if|for|by)
      (?:with|given|had there been) (?:a |some |even |just |only |more |little |bit |of |slightly |better |proper |the |minimal |modicum |minimum )+(?:attention|care|diligence|thought|foresight|planning|discipline|preparation|common sense|consideration|forethought|patience|humility|caution|vigilance|ownership|communication)
      (?:an? (?:simple|quick|cursory|single|brief|mere|five-minute|one-minute|moment's|casual) (?:look|glance|check|search|read|test|question|call|review|phone call|message|e-?mail|ping|grep|moment)) (?:[\w'-]+ ){0,8}?would have
      (?:which|that|although (?:it|this)|though (?:it|this)|even though (?:it|this)) (?:is|was) (?:\w+ly )?(?:forbidden|prohibited|against|not (?:allowed|permitted|acceptable)|a violation|in violation|contrary|in breach)
      thanks to (?:[\w@'-]+ ){0,4}?[\w@'-]+,? (?:we|the|our|it|everyone|everybody|customers|half|all) (?:[\w'-]+ ){0,5}?(?:lost|down|spent|broke|had to|missed|outage|still|now have|offline|gone|dead|dark|wiped)
      (?:eager|keen|desperate|anxious) to (?:impress|please|show off|get home|be done|finish|look good|make a name)
      on (?:HIS|\w+'s) watch
      (?:discussing|arguing (?:about|over)|debating|squabbling (?:about|over)) (?:whose|who) (?:job|fault|turn|was|should|would|had)
      (?:unconvincing|implausible|feeble|lame|flimsy|half-baked|pathetic|weak) (?:excuse|excuses|explanation|justification|apology)
      (?:no|without) (?:plausible|credible|satisfactory|acceptable|good|valid|convincing|reasonable) (?:excuse|explanation|justification|reason) (?:has been |was |is |had been )?(?:\w+ )?(?:by|from|for why|given|offered)
      (?:above|beneath|exempt from) (?:the (?:procedure|rules?|process|policy|law|runbook)|HIM(?:self|selves)?|such)
    `),
    2,
  ],
  // What is to be done about somebody.
  [
    lexicon(String.raw`
      (?:performance (?:improvement plan|review|management)|HR|human resources|line manage(?:r|ment)) (?:\w+ ){0,3}(?:will|has|have|should|is|are|to|for)
      (?:raised|taken up|addressed|discussed|followed up|dealt with) (?:\w+ )?with (?:HIS|the|their|its) (?:line )?(?:manager|management|line management|superiors?|employer|line manager|supervisor|boss|HR)
      (?:have|had|having|has had|needs?|due|deserves?) a (?:\w+ )?(?:word|talking-?to|stern \w+|quiet word|serious (?:word|chat|conversation|talk)|chat|conversation|dressing-?down|kick|slap) (?:with|about|up|on)?
      (?:talk|speak|sit down|chat) (?:to|with) (?:\w+ ){1,4}about (?:HIS|being|not|what|how|why|care\w*|read\w*|follow\w*|test\w*)
      (?:(?:needs?|ought|has|have|got|is going|are going|would do well) to|needs|must|should|had better) (?:be )?(?:learn|learns|taught|made to understand|told (?:how|that|to|off|again)|reminded (?:how|that|what|to (?:read|check|test|follow|ask|escalate|use|look))|re-?trained|re-?educated|schooled|supervised|watched|monitored (?:more )?closely|kept (?:away|on a)|held (?:to account|accountable|responsible)|disciplined|(?:removed|taken) (?:from|off) (?:the|this) (?:rota|rotation|team|project|on-call)|let go|shown the door|sacked|fired|grow up|wake up|shape up|step up|buck up|pull (?:HIS|up)|get (?:HIS|a grip|it together|with the program)|own (?:up|it|this|their|his|her)|start (?:\w+ing|to \w+)|stop \w+ing|think (?:before|harder|twice|about)|read the|look (?:before|harder|in the mirror)|listen|do (?:better|HIS)|try harder|pay (?:more |closer |better )?attention|take (?:more|better|greater|ownership|responsibility|this|HIS|it)|be (?:more|less|much more|far more|a lot more|better) (?:careful|attentive|diligent|vigilant|thorough|disciplined|responsible|mindful|cautious|proactive|responsive|professional|aware|hasty|careless|casual|at|about))
      (?:revoke|remove|take away|suspend|strip|pull) (?:[\w'-]+ )?(?:[\w'-]+ )?(?:[\w'-]+'s|HIS|s') (?:\w+ )?(?:access|permissions?|privileges|rights|keys|root|sudo|admin)(?: until| till| for)?
      (?:held|hold|holding|hold them) (?:\w+ )?(?:accountable|to account|responsible|liable) for
      (?:should|must|ought to|needs? to|will) (?:apologi[sz]e|resign|reflect on|examine|explain (?:why|HIM|how HE|HIS))
      (?:lesson|takeaway|action item|action|moral|learning)s?(?: learned)?: (?:don't|do not|never|stop|talk to|remind|retrain|train|replace|fire|watch|keep) (?:let |trust |allow )?
    `),
    2,
  ],
  // What is said of nobody but people, named or not.
  [
    lexicon(String.raw`
      (?:only|nobody but|no one but|nobody to blame but|no one to blame but) (?:himself|herself|themselves|itself) to (?:blame|thank)
      (?:nobody|no one|no-one) (?:else )?to (?:blame|thank) but
      (?:any|every|an?) (?:\w+ )?(?:\w+ )?worth (?:his|her|their) salt
      (?:nobody|no one|no-one|anybody|anyone|somebody|someone) (?:with|in|of) (?:\w+ ){0,2}(?:half a |a working |a functioning |an ounce of |any |a shred of |a bit of |HIS right |sound )+(?:brain|mind|sense|sanity|experience|common sense|intelligence)
      half a (?:brain|clue)
      even (?:a|an|the|my|our) (?:\w+ )*?(?:junior|intern|child|toddler|trainee|novice|beginner|first-year|grad|graduate|student|apprentice|newcomer|rookie|new hire|grandmother|monkey|five-year-old|six-year-old|kid) (?:\w+ )?(?:would|could|can|knows?|should|understands)
      (?:expect(?:ed|s)?|deserved?|hoped for|demand(?:ed)?) (?:far |much |a lot |so much |rather |something )?(?:more|better) (?:of|from|than this from)
      one job\b
      (?:himself|herself|themselves) (?:was|were|had been|is|are) (?:supposed|meant|expected|told|asked|responsible)
      (?:shame|disgrace) on
      (?:ashamed|embarrassed) of (?:himself|herself|themselves)
      amateur hour
      clown (?:show|car|world)
      like (?:a|an) (?:\w+ )?(?:cowboy|amateur|idiot|fool|maniac|headless chicken|moron|rookie|noob|child|bull in a china shop|toddler|zombie|robot|sheep|lunatic|madman|cowboys|amateurs)
      asleep at the (?:wheel|switch)
      (?:knew|knows|known|knowing) (?:full well|perfectly well|very well|better than|damn well|fine well)
      disciplin(?:ary|e) (?:action|measures?|consideration|process|proceedings|procedure|hearing|matter|steps)(?!,? up to)
      (?:formal|written|verbal|stern) (?:warning|reprimand|caution|censure)s?
      (?:don't|do not|never|stop|no longer|must not|should not|shouldn't|should never|mustn't) (?:let|letting|allow|allowing|trust|trusting|give|giving|allowed|trusted|given|be (?:allowed|trusted|given|let)) (?:\w+ ){0,4}?(?:anywhere near|near|touch|loose|with|access|again|to touch|close to|unsupervised|the keys)
      (?:nobody|no one|no-one)(?: (?:in|on|at|from|of) [\w -]{1,30}?)? (?:felt (?:responsible|accountable|obliged)|took (?:ownership|responsibility|charge|the initiative|the trouble)|owned up|could be bothered|gave a (?:damn|thought)|thought (?:it|to|of)|stepped up|raised (?:a hand|an eyebrow|the alarm))
      (?:not|wasn't|isn't) (?:HIS|my) (?:job|problem|responsibility|department)
      (?:his|her|your) (?:\w+ )?(?:work|output|performance|conduct|attitude|behaviou?r|code|reports?|judge?ment|handling|response|communication) (?:was|is|has been|had been|were|are) (?:\w+ly |far |well |very |not |simply )*(?:inconsistent|poor|sloppy|careless|below|beneath|unacceptable|inadequate|unprofessional|lacking|wanting|substandard|insufficient|late|incomplete|disappointing|good enough|up to (?:standard|scratch|par))
      because HE (?:had )?(?:found|thought|considered|felt|deemed) (?:it|that|them|this|the \w+) (?:was |were |to be )?(?:\w+ )?(?:annoying|boring|tedious|beneath|unnecessary|pointless|a waste|optional|someone else's|not worth|inconvenient|overkill|silly|too (?:much|long|hard|slow))
      because HE (?:could|did|had|was|were|wanted|preferred|felt like) (?:not )?(?:be bothered|bother|care|feel like|forgotten|better things|lazy|bored|in a hurry|impatient|distracted|eager|to (?:go home|leave|get home|finish early|avoid the (?:review|paperwork|process)|show off|impress|save (?:himself|herself|themselves)))
      (?:the|a) ball (?:was|got|has been) dropped
      (?<=, )of all people
      for reasons (?:best |only )?known (?:only |best )?to
      gross(?:ly)? (?:negligen\w+|incompeten\w+|misconduct|oversight|carelessness|irresponsib\w+|dereliction)
      (?:(?:root |main |primary |underlying |probable |direct )?cause|reason|due to|because of|down to|attribut\w+ to|result of)[^.;]{0,30}? human factors?(?! (?:training|engineering|team|review|analysis))
      (?:we|you|everybody|everyone) (?:all )?knows? (?:exactly |perfectly well )?(?:who|whose)
      (?:nobody|no one|no-one|none of (?:the )?\w+(?: \w+)?|not one of (?:the )?\w+|not a single \w+)(?: [\w'-]+){0,6}? (?:had|showed|took|made|gave|saw|found|possessed) (?:the |any |a |it |enough |sufficient )?(?:presence of mind|sense|common sense|decency|courage|foresight|time|trouble|effort|initiative|care|thought|fit|wit|wits|nerve|discipline|curiosity|interest|guts|responsibility|ownership)
      between (?:the )?(?:chair|keyboard|seat) and (?:the )?(?:chair|keyboard|screen|monitor)
      (?:layer[- ]8|layer[- ]eight|id-?10-?t|wetware|carbon-based) (?:problem|error|issue|failure|bug|component|unit)?
      (?:thought|assumed|assuming|believed|figured|supposed|expected|hoped) (?:that )?(?:somebody|someone|everybody|everyone|anybody|anyone|another (?:team|person|engineer)) else
      such (?:an? )?(?:\w+ )?(?:mistakes?|errors?|carelessness|behaviou?r|blunders?|negligence|conduct|sloppiness|attitudes?) (?:is|are|was|were|must|should|cannot|can't|has|have|will) (?:\w+ )?(?:not |never |no |no longer )?(?:be )?(?:allowed|acceptable|tolera\w+|permissible|unacceptable|inexcusable|unforgivable|happen|accepted|excus\w+|forgiv\w+|place)
      (?:anyone|anybody|everyone|everybody) else would(?: have|n't have)?
      (?:did|do|does|would|could)n't give a (?:damn|shit|toss|hoot|fuck|monkey's)
      (?:must|should|ought to|needs? to|has to|have to) be (?:\w+ )?(?:ashamed|embarrassed)
      (?:can't|cannot|couldn't|could not) be (?:bothered|arsed|asked to)
      the guilty (?:one |person |party |man |woman |colleague |team )?(?:is|was|are|were)
      without to (?:\w+ )?(?:think|check|ask|test|read|look|inform|tell|verify|control|say)
      by HIS own (?:admission|account)
      (?:meant|intended|only) for (?:other|lesser|ordinary|mere|normal) (?:people|mortals|beings)
      half as (?:much|hard|long|well|often|many) (?:\w+ ){0,3}?(?:as|on|in|into|to)
      without so much as
      (?:couldn't|could not) organi[sz]e an? 
      (?:ass|arse|backside) (?:from|with) (?:his|her|their|a|both|two) (?:elbow|hands|hole)
      (?:lights are on|sandwich(?:es)? short|sharpest (?:tool|knife)|brightest (?:bulb|spark|star)|one brain cell|room[- ]temperature IQ|god's gift|hero complex|comedy of errors|omnishambles|too little,? too late|while rome burn\w*|blame game|fool's errand|egg on (?:his|her|their) face|a day late|left holding the (?:baby|bag)|fell for the oldest|the oldest (?:trick|mistake)|whose bright idea|captain obvious|bright sparks?|clever clogs|einsteins?|rocket scientists?)
      (?:shouldn't|should not|does not|doesn't|did not|didn't) (?:\w+ )?(?:need|have) to be (?:told|reminded|taught|explained)
      you (?:(?:always|never|constantly) (?:listen|read|test|check|ask|learn|told|said|answer\w*|think|forget|break|do this|ignore|push|leave|blame)|keep \w+ing|kept \w+ing|should have|ought to have|failed|forgot|broke)
    `),
    0,
  ],
]
