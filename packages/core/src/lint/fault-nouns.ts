import { lexicon } from './lexicon.ts'
import type { WordIndex } from './word-index.ts'
import type { Sureness } from './words-of-people.ts'

/** What is a fault of whoever has it. */
const VICES = String.raw`
  car?e?less?ness? | carlessness | negli[gj][ea]nce | incompet[ea]n(?:ce|cy) | ineptitude | ineptness | sloppiness | slackness | laxity | laxness
  laz[iy]ness | sloth | recklessness | rashness | foolishness | folly | foolhardiness | stupidity | idiocy | ignorance | naivety | naiveté | na[iï]vet[eéy]\w*
  gullibility | (?:in|un|dis)attention | (?:in|un)attentiv(?:e)?ness | absent-?mindedness | forgetfulness | thoughtlessness | heedlessness | complacency
  indifference | apathy | arrogance | hubris | bravado | conceit | vanity | overconfidence | over-confidence | impatience | impulsiveness | indecision
  indecisiveness | dithering | procrastination | tardiness | timidity | cowardice | stubbornness | obstinacy | pig-?headedness | intransigence
  unprofess?ionalism | irresponsib?ilit(?:y|ies) | unreliability | insubordination | indiscipline | ill-?discipline | dishonesty | duplicity | deceit
  clumsiness | ham-?fistedness | short-?sightedness | tunnel vision | wishful thinking | inexperience | paranoia | pettiness | selfishness | vindictiveness
  pedantry | hot-?headedness | (?:bad|short|foul) temper | misconduct
  (?:culture|climate|atmosphere|pattern|air) of (?:concealment|secrecy|neglect|denial|fear|complacency|indifference|carelessness|blame|excuses) | concealment
  malpractice | dereliction | mismanagement | mishandling | misjudge?ment | bungling | botching | fumbling | meddling | tinkering | corner-?cutting
  finger trouble | cowboy \w+ | buck-?passing | blunders? | gaffes? | howlers? | slip-?ups? | screw-?ups? | cock-?ups? | fuck-?ups? | foul-?ups? | goofs?
  misdeeds? | failings? | shortcomings? | lapses? | wrongdoing | culpability | guilt
`

/** What somebody lacks, or has little of, who is at fault. */
const VIRTUES = String.raw`(?:due |basic |proper |sufficient |simple |professional |ordinary |reasonable |technical |elementary |any |real |situational |personal )*(?:care|diligence|attention|attentiveness|concentration|focus|discipline|self-discipline|rigou?r|judge?ment|foresight|forethought|ownership|accountability|responsibility|professionalism|competence|competency|skills?|knowledge|understanding|awareness|vigilance|alertness|thoroughness|urgency|initiative|curiosity|leadership|common sense|sense|thought|consideration|oversight|supervision|respect|regard|concern|interest|effort|commitment|preparation|preparedness|planning|prudence|caution|candou?r|honesty|communication|follow-through|follow-up|engagement|motivation|seriousness|experience|expertise|self-control|restraint|duty of care|work ethic|attention to detail)`
const WANT = String.raw`(?:lack|want|absence|dearth|shortage|deficit|paucity|failure|total lack|complete lack|failures?) of`
const SCANT = String.raw`(?:poor|bad|insufficient|inadequate|deficient|defective|faulty|flawed|questionable|dubious|terrible|dreadful|lousy|appalling|abysmal|woeful|weak|lax|slack|casual|half-hearted|cavalier|substandard|sub-standard|sub-par|subpar|shoddy|sloppy|slipshod|slapdash|lackadaisical|perfunctory|cursory|scant|little|limited|unsatisfactory|unacceptable|unprofessional|inexcusable|evidently inadequate|wholly inadequate|grossly inadequate|impaired|misplaced|misguided|lamentable|deplorable|negligible|faulty|clouded|foolish|stupid|silly|dumb|idiotic|daft|rash|hasty|reckless|careless|thoughtless|ill-advised|ill-judged|ill-considered|ill-conceived|short-sighted|unwise|irresponsible|selfish|lazy|arrogant|senseless|ill-timed|boneheaded|braindead|brain-dead|harebrained|hare-brained|crazy|mad|insane|unjustified|unjustifiable|unforgivable|indefensible|regrettable|knee-jerk|panicky|panicked|amateurish|clumsy|bungled|botched|inept|incompetent|unauthori[sz]ed|rogue|wrong|incorrect|erroneous|mistaken|improper|inaccurate|half-baked|rushed|hurried|belated|bright|brilliant|genius|low|lower|gross)`
const DEEDS = String.raw`(?:care|diligence|attention|attentiveness|concentration|discipline|rigou?r|judge?ment|foresight|ownership|professionalism|competence|skills?|vigilance|initiative|leadership|common sense|consideration|oversight|supervision|regard|effort|commitment|preparation|planning|caution|communication|follow-through|decisions?|decision-making|choices?|calls?|conduct|behaviou?r|attitude|approach|manner|workmanship|craftsmanship|practices?|habits?|advice|instructions?|assumptions?|assessment|reasoning|thinking|analysis|moves?|actions?|acts?|action|shortcuts?|reaction|management|handling|performance|stewardship|hygiene|stunt|ideas?|plan|gamble|qualifications?|commands?|input|estimates?|estimation|timing|execution|intervention|mistakes?|errors?|work|job|omissions?|oversight|excuses?)`

/**
 * Nouns of fault. A person must have them: whose they are (`the lead’s haste`), by, of, within or shown by whom. The number says how surely it must be one;
 * where it is 2 anybody in the sentence will do, as nothing but people has these.
 */
export const FAULT_NOUNS: readonly (readonly [words: WordIndex, least: Sureness, close: boolean])[] = [
  [lexicon(VICES, String.raw`${WANT} (?:\w+ )?${VIRTUES}`), 2, false],
  [lexicon(String.raw`${SCANT} (?:\w+ )?${DEEDS}`), 3, false],
  [
    lexicon(String.raw`
      (?:errors?|mistakes?|faults?|oversights?|omissions?|misunderstandings?|misinterpretation|misreading|misuse|misdiagnosis|misconfiguration|negligible effort)
      (?:refusal|reluctance|unwillingness|inability|failures?|hesitation|eagerness|insistence|rush|haste|keenness) (?:on|in|to(?! (?:an?|the|our|this|its|that) ))
      (?:haste|hurry|slowness|sluggishness|silence|inaction|inactivity|disregard|contempt|neglect|disrespect|interference|unresponsiveness|confusion|panic)
      (?:zero|no|little|not enough|too little|hardly any|scarcely any|not a bit of|not an ounce of|minimal|not much) ${VIRTUES}
      pride
      half-?measures?
      (?:obsession|fixation|preoccupation) with
      penny-?pinching
      micro-?management
      infighting
      greed
      egos?
      own goals?
      handiwork
      brainwave
      tendency to (?:cut|ignore|skip|forget|rush|overlook|assume|dismiss|panic)
      habit of \w+ing
      (?:cavalier|casual|careless|lax|reckless|relaxed|flippant|dismissive|lackadaisical|slapdash|slipshod|sloppy|nonchalant|blas[eé]|indifferent|happy-go-lucky|gung-ho|laissez-faire|can't-be-bothered|wild-west|cowboy|arrogant|complacent|negligent|hands-off) (?:\w+ )?(?:attitude|approach|manner|style|culture|way|treatment|disregard|use|handling|stance|view|mindset|mentality|spirit)
    `),
    3,
    true,
  ],
]

/** Words after a noun of fault that make it another thing: `error rate`, `fault tolerance`, `lapse rate`. */
export const NOT_ITS_OWN =
  /^ (?:rates?|messages?|pages?|reports?|handlers?|logs?|codes?|budgets?|tolerance|injection|correction|detection|prevention|tracking|counts?|counters?|graphs?|alerts?|logging|domains?|modes?|conditions?|states?|bars?|margin|policy|policies|template|responses?|boundar(?:y|ies)|classes?|types?)\b/i
