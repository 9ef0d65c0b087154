import { lexicon } from './lexicon.ts'
import type { WordIndex } from './word-index.ts'

/** Words that find no fault by themselves, but do in company: of several classes beside a person who acts, a reproach is made. */
export interface Cue {
  readonly name: string
  readonly weight: number
  readonly words: WordIndex
}

/** The classes of cues. Each counts once in a sentence. */
export const CUES: readonly Cue[] = [
  // It was done although something stood against it.
  {
    name: 'against',
    weight: 1,
    words: lexicon(String.raw`
      even (?:though|when|after|while) | although | though | despite | in spite of | and yet | yet | anyway | regardless | nevertheless | nonetheless | all the same | no matter (?:how|what|who)
      notwithstanding | in defiance | against (?:the|all|my|our|HIS|every|explicit|clear) (?:\w+ )?(?:advice|orders?|instructions?|rules?|wish(?:es)?|judge?ment|objections?|agreements?|plan|better)
      contrary to | (?:in|with) (?:\w+ )?disregard (?:for|of) | instead of | rather than | whatever HE (?:like|likes|liked|want|wants|wanted|please|pleases|pleased)
    `),
  },
  // It was known, said or taught before.
  {
    name: 'known',
    weight: 1,
    words: lexicon(String.raw`
      (?:had|has|have|having|was|were|been|being) (?:\w+ly |been |all |both |just )*(?:told|warned|reminded|trained|briefed|instructed|taught|shown|informed|advised|asked|cautioned|drilled|certified)
      knew | knowing | in full knowledge | of all people | as everybody knows | as everyone knows
      (?:three|several|many|four|five|a dozen|a hundred|countless|numerous|multiple|repeated|two) (?:separate |earlier |previous |written |explicit |clear )?(?:times|warnings|reminders|e-?mails|occasions|requests)
      twice | repeatedly | time and again | again and again | over and over | in (?:bold|capitals|red|block letters|big letters|large letters|all caps|black and white|writing)
      (?:for|has|have|had) (?:\w+ )?(?:\w+ )?(?:years|decades) | with (?:HIS|so much|that much|that) (?:\w+ )?(?:experience|seniority|training|salary|title) | (?:somebody|someone|anyone|people) (?:with|of|at) (?:HIS|that)
      (?:says|said|states|stated|printed|written|stands|stood|warns|warned|labelled|labeled|marked|clearly|plainly) (?:so|clearly|plainly|in|on the (?:door|lid|box|label|screen|first page|form|machine|front|cover|sign|tin))
      (?:lay|was|were|is|are|hangs|hung|stood|sits|sat) (?:right |directly )?(?:in HIS (?:hands?|inbox|drawer|pocket)|on HIS (?:desk|screen|table)|under HIS nose|in front of HIM|before HIS eyes)
      under HIS (?:\w+ )?nose | on (?:page one|page 1|the first page) | explained (?:it |this |that )?(?:to|at|when|again|slowly|twice) | when we explained
      signed (?:for|up to) | supposedly trained | so-called | self-declared
    `),
  },
  // What ought to be done was not.
  {
    name: 'omitted',
    weight: 1,
    words: lexicon(String.raw`
      without (?:(?:even|so much as|first|ever|any|a|an|the|once|bothering to|properly|actually|really|HIS) )*(?:\w+ing|\w*(?:word|second|look|glance|thought|check|question|test|review|backup|approval|permission|warning|notice|plan|ID|proof|reason|care|handover|delay|explanation|apology))
      (?:did|does|do|had|has|have|was|were|is|are|would|could|can)(?:n't| not) (?:(?:even|once|actually|really|properly|ever|yet|bother to|think to|so much as) )*(?:ask|check|read|look|open|test|tell|say|call|ring|phone|write|answer|reply|follow|count|compare|verify|listen|wait|stop|warn|report|escalate|log|note|record|document|review|close|lock|label|sign|scan|turn|switch|use|wear|hand|pass|update|inform|bother|care|think|notice|respond|react|act|apologise|apologize|attend|return|visit|investigat|understand|learn|plan|prepare|train|share|explain|admit|own|take|keep|clean|secure|back|save|do)(?:\w*)
      never (?:\w+ )?(?:asked|checked|read|looked|opened|tested|told|said|called|rang|phoned|wrote|answered|replied|followed|counted|compared|verified|listened|waited|stopped|warned|reported|escalated|logged|noted|recorded|documented|reviewed|closed|locked|labelled|labeled|signed|turned|used|wore|handed|passed|updated|informed|bothered|cared|thought|came|went|got|made|did|took|showed|had|set|put|responded|reacted|acted|attended|returned|visited|learned|learnt|planned|prepared|shared|explained|admitted)
      no questions asked | unread | unopened | unanswered | unchecked | untested | unlocked | unattended | unsigned | undocumented | unannounced | unreported | unsupervised | unreviewed | unnoticed
      (?:nobody|no one|no-one|none of|not one of|not a single one of|not a soul)
      from memory | by eye | by guesswork | blindly | blind | at random | on a hunch | without a word | in silence | behind (?:\w+ )?back
    `),
  },
  // It was not the first time, and will not be the last.
  {
    name: 'again',
    weight: 1,
    words: lexicon(String.raw`
      (?:once|yet) (?:again|more) | yet another | again | as (?:usual|always|ever|so often|per usual) | like (?:always|usual|every time) | every (?:single )?(?:time|week|month|friday|monday|day|year|sprint|release|weekend)
      always | constantly | never ever | for the (?:second|third|fourth|fifth|umpteenth|nth|hundredth) time | (?:keeps|kept) (?:on )?\w+ing | another case of | the same (?:old )?(?:story|mistake|people|person|man|woman|team|thing|tune) | habit
      not the first time | still (?:think|thinks|believe|believes|has|have|does|do|do not|don't|hasn't|haven't|cannot|can't|refuse|refuses|waiting|insist|insists) | notorious\w* | track record | reputation | typical | classic | continues? to
      (?:third|second|fourth|fifth|umpteenth) time (?:this|in) | no surprise | to nobody's surprise | unsurprisingly | predictably | invariably | by now | as (?:was|is) to be expected | as expected of
    `),
  },
  // The writer lets show what she thinks of it.
  {
    name: 'stance',
    weight: 1,
    words: lexicon(String.raw`
      simply | clearly | evidently | apparently | obviously | plainly | manifestly | of course | frankly | honestly | literally | purely | blatantly | conveniently | cheerfully | happily | blithely | merrily | casually | calmly
      to be (?:honest|blunt|frank|fair) | to put it (?:bluntly|mildly|politely|plainly) | let's (?:be honest|face it|not pretend|be frank) | tbh | lol | smh | needless to say | rest assured | make no mistake | no wonder
      I'm sorry,? but | sorry,? but | as if | as though | like (?:it|he|she|they) (?:was|were|is|are|own) | of all (?:things|places|people|days) | God knows | heaven knows | for (?:heaven's|God's|goodness) sake | bless (?:him|her|them)
      (?:it )?pains me | I (?:can't|cannot|do not|don't) (?:understand|believe|get|see|fathom) | it (?:beggars|defies) | words fail | unbelievabl\w+ | incredibl\w+ | astonishing\w* | amazing(?:ly)? | shocking(?:ly)? | remarkabl[ye] | ridiculous\w*
      sheer | pure(?:ly)? | mere(?:ly)? | nothing (?:but|more than) | a mere | the whole | wholly | entirely | squarely | solely | plain | outright | downright | utter(?:ly)?
      insisted | preferred | reckoned | pretended | claimed | swore | supposedly | allegedly | somehow | HE (?:thought|believed|decided|felt|figured|assumed|wanted)
      genius | expert | experts | brilliant | bright idea | great | wonderful | bravo | congratulations
    `),
  },
  // Others paid for it.
  {
    name: 'cost',
    weight: 1,
    words: lexicon(String.raw`
      {cost} (?:us|the|our|me|everyone|everybody|patients|customers|them|him|her|\w+ (?:customers|patients|people|hours)) | {pay} (?:the price|for it|for this|for that|dearly) | (?:we|the \w+|customers?|clients?|patients?|everyone|everybody) (?:all |had to |have to )?(?:lost|lose|paid|pay|suffered|suffer|waited|wait|bled)
      here we are | which is (?:why|how) | that is (?:why|how) | that's (?:why|how) | which (?:made|left|meant|cost|led|took|brought|turned) | as a (?:result|consequence) | made (?:\w+ )?worse | a lost (?:night|day|week|weekend) | (?:left|leaving) (?:us|the rest|everyone|support|others|customers|patients)
      led to | resulted in | caused | causing | ruined | ruining | wrecked | destroyed | at the expense of | on (?:our|the customers'?) (?:backs?|shoulders) | nearly | almost (?:cost|killed|lost|ended) | burned | burnt | damage | flooded | under water
      we (?:are|were) (?:all )?(?:left|stuck|still|now|here|sitting|cleaning|picking) | (?:two|three|four|five|six|ten) (?:hours|days|weeks|months) (?:late|later|too late|of downtime|for nothing)
    `),
  },
  // Why it was done: for no good reason.
  {
    name: 'motive',
    weight: 1,
    words: lexicon(String.raw`
      because (?:it|that|this) (?:was|is|seemed|felt) (?:\w+ )?(?:easier|quicker|faster|more convenient|less work|simpler|cheaper|boring|tedious|too much|late) | {want} (?:to )?(?:impress|finish early|go home|get home|leave|save (?:a few |some )?(?:minutes|time|money|effort)|be (?:done|finished|home|first|liked)|look|avoid|prove|show|please|a quiet)
      to save (?:\w+ ){0,3}(?:time|minutes|money|effort|seconds|cents|clicks|face|work|walk|trip) | for (?:convenience|comfort|fun|a laugh|the sake of|a bonus|a quiet life|HIS own) | out of (?:\w+ )?(?:laziness|convenience|habit|spite|boredom|vanity|pride|greed|curiosity|fear|ignorance|impatience|comfort|pure|sheer)
      more (?:interested|concerned|worried|focused|focussed) (?:in|about|on|with) | too (?:busy|lazy|proud|eager|keen|tired|important|clever|cool|scared|shy|stubborn|stingy|cheap|quick|fast|slow|late|comfortable|hasty|greedy) | in (?:a|HIS|such a) (?:hurry|rush|haste|eagerness) | in haste
      (?:could|can)(?:n't| not) be (?:bothered|arsed|troubled) | (?:had|has|have) (?:better|other|more important) things | did(?:n't| not) feel like | beneath (?:him|her|them|HIS) | not HIS (?:job|problem|business|department) | (?:somebody|someone) else's (?:job|problem|business) | bonus | promotion | show off | showing off | ego
    `),
  },
  // What people do instead of working.
  {
    name: 'trifle',
    weight: 1,
    words: lexicon(String.raw`
      (?:on|by|with|checking|at|into|playing with|scrolling|watching) (?:HIS|the|a) (?:mobile |smart|cell )?(?:phone|phones|smartphone|instagram|facebook|tiktok|whatsapp|youtube|headphones|game|match|crossword|newspaper) | chatting | gossip\w* | flirting | joking | giggling | daydream\w* | snooz\w* | napping | asleep | slept | sleeping
      (?:for|at|on|having|a|long|another|early|HIS) (?:coffee|lunch|tea|smoke|cigarette|pub|beers?|party|barbecue|gym|beach|golf|football|hairdresser|shopping|siesta) | lunch(?:break| break|es)? | coffee break | smoking break | watching (?:the )?(?:football|match|series|netflix|tv|cricket|race) | overslept | oversleeps
    `),
  },
  // What is demanded of people by their place.
  {
    name: 'duty',
    weight: 1,
    words: lexicon(String.raw`
      (?:was|were) (?:\w+ )?(?:supposed|meant|expected|required|obliged|employed|hired|tasked) (?:to|for|with) | HIS (?:job|jobs|duty|duties|task|rounds?|responsibility|role|obligations?|homework|part|turn|watch|work) | whose (?:job|duty|task|role|responsibility|only)
      paid (?:to|for) | (?:we|is|are|was|were) (?:\w+ )?paid | (?:should|ought to|must) have | the (?:least|minimum) | one would (?:expect|think|have) | you would (?:expect|think|have) | I would have (?:expected|thought) | you'd (?:expect|think) | expect(?:ed)? (?:more|better) | basic | elementary | common (?:sense|knowledge|decency|courtesy)
      sense of (?:duty|responsibility|urgency|ownership) | the whole point of | what (?:is|are|do) (?:\w+ ){1,4}(?:for|paid) | on (?:duty|watch) | agreed to | had agreed | promised
    `),
  },
  // What is to be done to somebody.
  {
    name: 'sanction',
    weight: 2,
    words: lexicon(String.raw`
      (?:needs?|need to|must|should|ought to|has to|have to|ought|will|is to|are to) (?:\w+ )?(?:be )?(?:removed|replaced|retrained|trained|disciplined|punished|fired|sacked|dismissed|suspended|demoted|supervised|monitored|kept away|banned|barred|fined|charged|moved off|taken off|let go|warned|reprimanded|held|explain (?:HIM|why|to)|answer (?:for|to)|apologi[sz]e|resign|leave|go|learn|grow up|wake up|pay for|be ashamed|reflect|account for|justify)
      (?:needs?|requires?|could use|could do with|would benefit from|deserves?|in need of) (?:\w+ ){0,3}(?:training|lessons?|supervision|coaching|retraining|refresher|course|talking-to|reminder|kick|slap|glasses|babysitter|holiday|place in hell|warning) | (?:written|formal|verbal|final|official) warning | (?:personal|disciplinary|legal) consequences | consequences for | (?:appropriate|disciplinary|corrective|personnel|HR) (?:measures|action|steps)
      (?:access|rights?|privileges|licen[cs]e|badge|keys|admin rights?|permissions?) (?:\w+ ){0,3}(?:withdrawn|revoked|taken away|removed) (?:from|until) | take away | accountab(?:le|ility) | punish\w* | sack | fire (?:him|her|them|the|whoever|someone|somebody) | get rid of | should(?:n't| not) be (?:\w+ing|allowed|trusted|let|left|anywhere|near|in) | never be (?:allowed|let|trusted)
    `),
  },
  // Bad work.
  {
    name: 'bad',
    weight: 1,
    words: lexicon(String.raw`
      the wrong | wrongly | all wrong(?=\W*$) | mess | chaos | disaster | fiasco | debacle | farce | shambles | nonsense | rubbish | garbage | shoddy | sloppy | botched | useless | hopeless | worthless | incompeten\w+ | amateur\w* | careless\w* | negligen\w+ | lazy | reckless\w* | stupid\w* | foolish\w* | dumb | silly | naive | arrogan\w+ | ignoran\w+ | clueless | irresponsib\w+ | unprofessional\w* | unacceptable | inexcusable | embarrass\w+ | shameful\w* | disgrac\w+ | poor(?:ly)? | bad(?:ly)? | terribl[ey] | awful(?:ly)? | dreadful(?:ly)? | pathetic | lousy | crap | idiot\w* | dangerous(?:ly)?
      mixed up | forgot(?:ten)? | threw | tore | spilled | spilt | smashed | dumped | ignored | pulled the plug | misplaced | guilty | blunder | lied | hid | concealed | covered up | wasted | overwrote | too (?:late|early|fast|slowly)
    `),
  },
  // Excuses: what is said of tools and of what could be seen, by those who ask how it came about.
  {
    name: 'excuse',
    weight: -2,
    words: lexicon(String.raw`
      no (?:one|body) knew | as (?:planned|agreed|usual for|rostered|documented|scheduled|instructed|designed|the (?:\w+ )?(?:runbook|procedure|plan|guide|guideline|screen|page|wiki|policy|rules?|manual|form|checklist|script|label)\b) | (?:which|as|since) (?:the|our|its) (?:\w+ )?(?:policy|runbook|procedure|guideline|guide|plan|rules?|manual|tool|screen|script) (?:\w+ )?(?:allows?|says?|asks?|recommends?|prescribes?|requires?|permits?|suggests?|showed|proposed|named|lists?)
      (?:had|has|have|gave \w+|with) no (?:way|means|access|possibility|chance|option|tool|view|field|link|second|rota|one to) | could not (?:have )?(?:know|known|see|seen|tell|told|read|reach|log)| could(?:n't| not) have (?:known|seen) | look(?:s|ed)? (?:the same|alike|identical|like a) | the same (?:colou?r|title|name|icon|label|code) | had the same name | by default | was not (?:linked|labelled|labeled|documented|visible|shown|mentioned|informed|told|paged|notified|given) | were not (?:linked|labelled|labeled|documented|visible|shown|mentioned|informed|told|paged|notified|given)
      (?:because|since|as) (?:the|both|all|its|our|this|that|two|three|an?|no|there|step) (?:\w+ ){0,3}?(?:screen|tool|form|page|dashboard|console|alert|rule|job|field|script|list|map|label|wiki|documentation|docs|runbook|menu|button|prompt|prompts|windows?|software|system|server|link|mail|queue|table|config\w*|index|disk|rota|template|contract|portal|app|meter|camera|gauge|printer|phone|network|procedure|budget|icon|boxes|buttons|names?) | was (?:stuck|empty|broken|stale|out of date|outdated|hidden|dead|disabled|closed|full)
      given (?:what|the) | cleaned | fixed | corrected | reverted | restored | repaired | to ensure | as far as (?:he|she|they) | believing that | thanks? to (?:\w+ )?(?:for|quick|fast) | thanked | kind | well done by | acted (?:sensibly|reasonably|correctly) | anybody would | anyone would | would have done the same | did (?:exactly )?what | quick thinking | saved | helped | found | spotted | noticed | within (?:minutes|the hour|an hour|four minutes)
    `),
  },
]
