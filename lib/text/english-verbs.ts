const list = (words: string): readonly string[] => words.split(/\s+/)

/** Forms of "be", "have", "do" and the modals that make a predicate wherever they stand. */
export const auxiliaries = list(
  `is are was were am has have had does do did will would shall should can could may might must ought cannot ain't isn't
   aren't wasn't weren't hasn't haven't hadn't doesn't don't didn't won't wouldn't can't couldn't shouldn't mustn't needn't
   shan't mightn't isnt arent wasnt werent hasnt havent hadnt doesnt dont didnt wont wouldnt cant couldnt shouldnt`,
)

/** A pronoun and its verb in one word. */
export const contracted = list(
  `it's he's she's that's there's here's what's who's where's they're we're you're i'm i've we've they've you've i'd he'd
   she'd we'd they'd you'd it'd i'll he'll she'll we'll they'll it'll you'll that'll thats theyre youre theyve youve weve
   ive im theres tis 'tis twas`,
)

/** Irregular past tenses that are nothing else. */
export const pastTenses = list(
  `arose ate awoke became began bit blew bore broke came chose clung crept dealt did drank drew drove fell felt fled flew
   forbade foresaw forgave forgot forsook fought froze gave grew heard hid hung kept knelt knew laid lay leapt lent lost met
   mistook overcame overheard oversaw overtook overthrew paid ran rang rebuilt rode rose said sang sank saw sent shook shot
   shrank slept slew slid slung sold spent spoke sprang stank stole stood strode strove struck stuck swam swept swore swung
   taught thought threw told took tore trod underwent understood undertook upheld went wept withdrew withheld withstood woke
   won wore wove wrote wrung knew dwelt spelt learnt burnt dreamt sought caught bought brought led fed bred bled sped`,
)

/** Irregular past tenses that are participles, adjectives or nouns as well. */
export const doubtfulPasts = list(
  `built found held left made set put cut hit let read shut cost hurt spread bound wound ground lit sat spun sent burst cast
   split quit shed thrust bent lent kept sold told paid lost shot struck stuck brought caught taught bought sought laid led
   fed heard hung rebuilt burnt learnt`,
)

/** Words in -ed that are no past tense, or hardly ever. */
export const noPasts = list(
  `indeed hundred sacred naked wicked red need seed feed speed bed shed unprecedented so-called alleged aforementioned
   united kindred biased beloved rugged crooked ragged breed greed weed deed creed reed embed aged bearded gifted learned
   armed wooded titled entitled undated unsigned unnamed untitled unpublished abandoned kilted winged`,
)

/** Third persons that are nouns only rarely. */
export const plainThirds = list(
  `looks sounds tastes smells feels depends helps needs wants asks tries means shows claims talks turns calls starts works leaves jams leaks`,
)

/** Verbs that are hardly ever nouns, in the base form. */
export const plainVerbs = list(
  `abandon abolish absorb accept accompany accomplish accuse achieve acknowledge acquire adapt admit adopt advise affect
   agree allege allow amuse announce annoy anticipate apologise apologize appear apply appoint appreciate apprehend approve
   argue arise arrange arrive assert assign assume assure attach attain attend attract avoid be become befall befriend
   beg begin behave believe belong betray bless boil borrow break bring burn bury buy calculate carry cease choose circulate cite
   clarify collapse collect combine come commence communicate compare compel complain comply comprise conceal concede
   conclude condemn confess confine confirm confuse connect conquer consider consist constitute consult contain contend
   continue contradict contribute convey convince correspond corroborate create declare decide decline dedicate defend
   define delete deliver demolish demonstrate deny depart depend depict deplore derive describe deserve destroy detain
   determine develop devote die differ diminish disagree disappear disclose discover discuss dismiss disprove dissolve
   distinguish distribute disturb divide dominate donate earn eat edit elaborate elect emerge emigrate emphasise emphasize
   employ enable enclose encounter encourage endorse endure enforce engage enjoy enlist ensure enter erect escape establish
   evacuate evade evolve examine exceed exclude excuse execute exhibit exist expand expect expel explain explode explore
   expose extend fade fail fetch flourish fluctuate fly follow forbid forget forgive fulfil gather generate get give glorify
   go govern grant greet grow happen hear hide hold identify ignore illustrate imagine imply import impose impress imprison
   improve include incorporate increase indicate infer inflict inform inhabit inherit initiate inquire insist inspect inspire
   install insult insure intend interpret interrogate interrupt introduce invade invent invest investigate invite involve
   join judge justify keep kneel know lack last learn lend let liberate lie listen live locate lose maintain make manage marry
   mean meet melt merge migrate modify mourn multiply narrate negotiate obey observe obtain occupy occur omit oppose organise
   organize originate overlook owe own participate perceive perform perish permit persist persuade portray possess postpone
   praise pray precede predict prefer preserve presume pretend prevail prevent proceed proclaim prohibit promote pronounce
   propose prosecute protect prove provide publish punish purchase pursue quit quote react read realise realize receive
   reckon recognise recognize recollect recommend reconcile recount recover recruit refer reflect refuse reign rejoin relate
   release relinquish rely remain remark remember remind remove renounce repair repeat replace reply require resemble reside
   resign resist resolve respond restore resume retain retire retreat retrieve return reveal reverse revive rewrite rise
   satisfy say seek seem sell send serve settle sing sit solve speak speculate spend stand starve state steal strengthen
   strive submit succeed suffer suggest summarise summon supervise suppose suppress surrender surround survive suspect swear
   swim take teach tell tend testify think threaten translate transmit travel treat understand undertake unite urge utter
   vanish vary verify visit volunteer wander warn wear weigh withdraw write yield kill destroy sink seize`,
)

/** Verbs that are as often nouns or adjectives, in the base form. */
export const nounVerbs = list(
  `act address age aid aim answer appeal approach arm ask attack attempt back balance ban base bear beat benefit bet blame
   block board bomb book break call care cast cause challenge change charge check claim clean clear close coin
   comment complete contact contrast control cook cost count cover crash cross damage dance date deal debate defeat delay
   demand design desire detail display dispute dominate doubt draw dream dress drink drive drop echo edge effect end escape
   estimate exchange exercise experience face fall farm fear feature feed feel fight figure fill film find finish fire fit fix
   flee float flow focus force form free gain guard guess guide halt hand harm hate head help hint hire honour hope house hunt
   insert interest interview issue judge jump kick label land laugh launch lay lead lean leave level lift light like limit link
   list load lock look love map march mark matter measure mention mind miss mix move murder name need note notice object offer
   open oppose order outline owe paint part pass pause pay perfect phone pick picture place plan plant play point post pour
   present press print produce profit progress project promise protest pull pump push question quote race rain raise range rank
   rate reach reason rebel record reduce regard regret reject remain rent replace report request research rest result review
   ride ring risk roll row rule run rush sail save scan search see sentence separate set shape share shift ship shoot shout
   show sign sleep slip smell smile smoke sound spark split sponsor spot spread stage star start stay stem step stop store
   strike structure struggle study suit supply support surprise switch talk taste test thank tie touch tour trace track trade
   train transfer trap tremble trust try turn use value view voice vote vow wait wake walk want warrant wash waste watch
   welcome win wish witness wonder work worry wound`,
)

/** The third person of a base form: "tries", "goes", "marches", "writes". */
export function thirdPerson(base: string): string {
  if (base === "be") return "is"
  if (/[^aeiou]y$/.test(base)) return `${base.slice(0, -1)}ies`
  return /(?:s|x|z|ch|sh|[^aeiou]o)$/.test(base) ? `${base}es` : `${base}s`
}
