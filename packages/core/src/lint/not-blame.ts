const NOBODY = String.raw`(?:nobody|no one|no-one|no (?:single |one )?(?:person|individual|engineer|human|name))`

/** What somebody is thanked for. */
const GOOD_DEEDS = [
  'spotting catching noticing finding fixing restoring recovering raising flagging reporting keeping staying helping jumping coming stepping getting bringing handling',
  'writing sharing sending answering taking diagnosing tracing tracking debugging calling ringing coordinating covering working putting pointing explaining documenting',
]
  .join(' ')
  .replaceAll(' ', '|')
const PRAISE = 'props|kudos|well done|thanks|thank you|hats off|shout-?out|bravo|credit|great work|good work|nice work|great catch|good catch|nice catch'

/** A sentence of which one holds talks about blame, or about what may happen, or of somebody who is not to blame. */
const EXEMPT: readonly RegExp[] = [
  /\b(?:section|clause|article|paragraph|chapter) [\d.]+\b.{0,60}\b(?:provides?|states?|says|defines?|requires?|covers?|forbids?)\b|\b(?:may|can|might) lead to (?:dismissal|disciplinary|a warning|termination|sanctions)\b/i,
  new RegExp(String.raw`\b${NOBODY} (?:could|would|might) have (?:prevented|foreseen|stopped|seen|known|caught|guessed)\b`, 'i'),
  /\b(?:grateful|thankful|glad|appreciate[sd]?|thanks)\b.{0,40}\b(?:team|everyone|everybody|colleagues|you all|treated|nobody|no one)\b.{0,60}\b(?:not (?:of|with|as|to) me|treated|blam|without)/i,
  // What cannot go wrong.
  /\b(?:cannot|can['’]t|can no longer|could no longer) (?:\w+ )?(?:forget|skip|overlook|bypass|mistype|confuse|mix up) (?:to |the |an? |it\b)/i,
  // Praise for what helped.
  new RegExp(String.raw`\b(?:${PRAISE}) (?:\w+ ){0,2}?(?:to|for) (?:[\w'’-]+ ){0,8}?(?:for|who) (?:\w+ly )?(?:${GOOD_DEEDS})\b`, 'i'),
  // Whose fault it was as a question, and what calling it one does.
  /\b(?:ask(?:s|ed|ing)?|matter|question of|wonder(?:s|ed|ing)?|discuss\w*|irrelevant)\b.{0,30}\bwhose (?:fault|mistake)\b/i,
  /\battribut(?:e|es|ing) (?:[\w'’-]+ ){1,6}to (?:human |operator |user |pilot )?(?:error|failure|carelessness|negligence) (?:is|marks|would|hides|tells|ends|explains|stops|misses|means|only)\b/i,
  // What a part in things is, what something is for, and what did not come of it.
  /^\W*the (?:owner|messenger|role|facilitator|commander|scribe|lead) is (?:\w+ )?(?:an?|the|always)\b|^\W*the (?:goal|purpose|aim|point) of (?:\w+ ){1,4}is to\b|\b(?:has|have|had) not resulted in\b|\bunavailable (?:for|to) every(?:one|body)\b|^\W*(?:whoever|anyone who) (?:reads|opens|uses|writes)\b|^\W*the person who (?:has made recent|owns|knows|can)\b/i,
  /\b(?:brilliant|great|good|excellent|fantastic|amazing|superb|outstanding|wonderful) job (?:in|of|at|by) (?:keep|restor|find|bring|gett|recover|communicat|diagnos|contain|handl|coordinat|support|respond|help)\w*/i,
  /\b(?:thought|feared|believed|assumed|worried)\b.{0,20}\b(?:it (?:is|was)|this (?:is|was)) (?:my|our|his|her) (?:fault|mistake)\b.{0,10}\bbut\b/i,
  /\b(?:can|may|could|will) (?:result in|be subject to|face|constitute)\b|\bup to and including\b|\bis considered a violation\b/i,
  /\bblame-?(?:less|free|aware)|\bwithout (?:blam|assigning|pointing)|\b(?:unfair|wrong|tempting|easy) to (?:blame|say)\b/i,
  new RegExp(
    String.raw`\b${NOBODY} (?:\w+ ){0,3}?(?:is|was|were|are|should be|can be|will be) (?:\w+ ){0,2}(?:blame\w*|at fault|guilty|responsible|held|punish\w+|reprimand\w+)`,
    'i',
  ),
  /\b(?:instead of|rather than|avoid|not|never|n['’]t|no|without) (?:to )?(?:[\w'’]+ ){0,4}?(?:blam\w*|(?:at )?fault|human (?:error|failure|mistake))\b/i,
  /^\W*(?:please )?avoid\b|\bavoid (?:saying|writing|phrases|sentences|words|blam\w+|the word|language|names|naming)\b|\b(?:do not write|don['’]t write|not a? ?mistakes? (?:of|by))\b|\banyone (?:could|would|can)\b|\bany (?:[\w-]+ )?(?:engineer|operator|developer|person|one of us|of us) (?:could|would|might) have (?:done|made|run|typed|chosen)\b|\bdid (?:no|any)thing wrong\b/i,
  /\b(?:would|could|might) have (?:\w+ ){1,3}(?:the same|no differently|likewise|no better)\b/i,
  /\b(?:assumed|suspected|ruled out|excluded|looked like|taken for)\b.{0,60}\b(?:errors?|mistakes?)/i,
  /\b(?:den(?:y|ies|ied)|disput(?:e|es|ed)|refut(?:e|es|ed)) that\b.{0,40}\b(?:errors?|mistakes?|fault|blame|responsib\w+)|\b(?:no (?:evidence|sign|indication)|found no|not founded)\b/i,
  /(?<!\bthe )\b(?:errors?|mistakes?) (?:is|are) (?:a |an |only |never |not |where |the |part |always )*(?:symptom|effect|consequence|beginning|start|where|cause$|label|inevitable|unavoidable|normal|human|expected|of life)/i,
  /\b(?:draft|version|edition) of (?:this|the) (?:report|document|post-?mortem|review)\b/i,
  /\b(?:old|new|two) views?\b|\bfield guide\b|\b(?:behind|understanding|beyond) ['‘"]?human error/i,
  /\b(?:too often|all too (?:easily|easy|often)|tempting|convenient)\b.{0,60}\b(?:attribut|blam|label|put down|dismiss)|\b(?:is|are) invited by\b/i,
  /,? (?:which|as|since) (?:the |our |its )?(?:\w+ )?(?:policy|polic(?:y|ies)|runbook|procedure|process|rules?|plan|playbook) (?:allow|permit|say|ask|prescribe|require|demand|instruct|recommend|tell|advis|suggest|foresee|propos)/i,
  /\b(?:avoid|prevent\w*|reduc\w*|minimi[sz]e|protect(?:s|ed)? (?:us )?(?:against|from)|guards? against|less prone to|prone to|resilient to|robust against|risk of|possib\w+ of|chance of|room for|tolerate|easy (?:for \w+ )?to make) (?:[\w-]+ ){0,4}(?:errors?|mistakes?|typos?)/i,
]

/** Whether a sentence is about blame rather than blaming. */
export function isAboutBlame(sentence: string): boolean {
  return EXEMPT.some((pattern) => pattern.test(sentence))
}
