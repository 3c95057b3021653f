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

/** Irregular past tenses that are no participle. */
export const pastTenses = list(
  `arose ate awoke became befell began bit blew bore broke came chose did drank drew drove fell flew forbade foresaw
   forgave forgot forsook froze gave grew hid knew lay mistook outgrew overcame overran oversaw overthrew overtook ran
   rang redrew rewrote rode rose sang sank saw shook shrank slew spoke sprang stank stole strode strove swam swore
   threw took tore trod undertook underwent undid went withdrew withstood woke wore wove wrote`,
)

/** Irregular past tenses that are participles too, but stand as predicates more often. */
export const firmPasts = list(
  `bled bred clung crept dealt dreamt dug dwelt felt fled flung fought knelt leant leapt meant met overheard said
   shone slept slid slung sped spelt spent sprung stood stung swept swung thought understood upheld wept withheld won
   wrung`,
)

/** Irregular past tenses that are participles, adjectives or nouns as well. */
export const doubtfulPasts = list(
  `bent bet bought bound brought built burnt burst cast caught cost cut fed found got ground heard held hit hung hurt
   kept knit laid learnt led left lent let lit lost made misled paid put quit read rebuilt resold retold rid sat sent
   set shed shot shut sold sought spilt split spoilt spread spun struck stuck taught thrust told wound`,
)

/** Words in -ed that are no past tense, or hardly ever. */
export const noPasts = list(
  `indeed hundred sacred naked wicked red need seed feed speed bed shed unprecedented so-called alleged aforementioned
   united kindred biased beloved rugged crooked ragged breed greed weed deed creed reed embed aged bearded gifted
   learned armed wooded titled entitled undated unsigned unnamed untitled unpublished abandoned kilted winged steed
   proceed succeed exceed bleed unexpected unarmed uninvited`,
)

/** Third persons that are nouns only rarely. */
export const plainThirds = list(
  `looks sounds tastes smells feels depends helps needs wants asks tries means shows claims talks turns calls starts works leaves jams leaks`,
)

/** Verbs that are hardly ever nouns, in the base form. */
export const plainVerbs = list(
  `beware abandon abolish absorb accept accompany accomplish accuse achieve acknowledge acquire adapt admit adopt advise
   affect agree allege allow amuse announce annoy anticipate apologise apologize appear apply appoint appreciate
   apprehend approve argue arise arrange arrive assert assign assume assure attach attain attend attract avoid be
   become befall befriend beg begin behave believe belong betray bless boil borrow break bring burn bury buy calculate
   carry cease choose circulate cite clarify collapse collect combine come commence communicate compare compel
   complain comply comprise conceal concede conclude condemn confess confine confirm confuse connect conquer consider
   consist constitute consult contain contend continue contradict contribute convey convince correspond corroborate
   create declare decide decline dedicate defend define delete deliver demolish demonstrate deny depart depend depict
   deplore derive describe deserve destroy detain determine develop devote die differ diminish disagree disappear
   disclose discover discuss dismiss disprove dissolve distinguish distribute disturb divide dominate donate earn eat
   edit elaborate elect emerge emigrate emphasise emphasize employ enable enclose encounter encourage endorse endure
   enforce engage enjoy enlist ensure enter erect escape establish evacuate evade evolve examine exceed exclude excuse
   execute exhibit exist expand expect expel explain explode explore expose extend fade fail fetch flourish fluctuate
   fly follow forbid forget forgive fulfil gather generate get give glorify go govern grant greet grow happen hear
   hide hold identify ignore illustrate imagine imply import impose impress imprison improve include incorporate
   increase indicate infer inflict inform inhabit inherit initiate inquire insist inspect inspire install insult
   insure intend interpret interrogate interrupt introduce invade invent invest investigate invite involve join judge
   justify keep kneel know lack last learn lend let liberate lie listen live locate lose maintain make manage marry
   mean meet melt merge migrate modify mourn multiply narrate negotiate obey observe obtain occupy occur omit oppose
   organise organize originate overlook owe own participate perceive perform perish permit persist persuade portray
   possess postpone praise pray precede predict prefer preserve presume pretend prevail prevent proceed proclaim
   prohibit promote pronounce propose prosecute protect prove provide publish punish purchase pursue quit quote react
   read realise realize receive reckon recognise recognize recollect recommend reconcile recount recover recruit refer
   reflect refuse reign rejoin relate release relinquish rely remain remark remember remind remove renounce repair
   repeat replace reply require resemble reside resign resist resolve respond restore resume retain retire retreat
   retrieve return reveal reverse revive rewrite rise satisfy say seek seem sell send serve settle sing sit solve
   speak speculate spend stand starve state steal strengthen strive submit succeed suffer suggest summarise summon
   supervise suppose suppress surrender surround survive suspect swear swim take teach tell tend testify think
   threaten translate transmit travel treat understand undertake unite urge utter vanish vary verify visit volunteer
   wander warn wear weigh withdraw write yield kill sink seize add bake bend bite blow build criticise criticize
   cultivate dare deport dig embrace hang hesitate prepare represent swing throw`,
)

/** Verbs that are as often nouns or adjectives, in the base form. */
export const nounVerbs = list(
  `act aim answer approach ask attack attempt base bear beat blame break call care cause challenge change charge check
   claim close complete control cook count cover crash cross damage date deal defeat demand dispute dominate doubt
   draw drink drive drop end escape estimate fall fear feed feel fight fill find finish fire fit flee flow force form
   gain guard guess hate head help hire hope house issue judge jump label land laugh launch lay lead leave lift like
   limit link list look love march mark matter measure mention move murder name need note notice object offer open
   oppose order pass pay place plan play point present print produce promise protest pull push question raise reach
   record reduce regard reject remain rent replace report rest result ride ring rule run save search see separate set
   shape share shoot shout show sign sleep smell sound spread start stay step stop store strike study supply support
   talk taste test thank touch trade train trust try turn use vote wait wake walk want wash watch win wish witness
   work worry arrest boast cancel capture climb command concern correct cure direct express finance found function
   grade graduate handle knock operate recall rescue spell type awake catch cut hit hurt put shake shut stick sweep
   tear`,
)

/** Nouns or adjectives that are verbs now and then, in the base form. */
export const rareVerbs = list(
  `address age aid appeal arm back balance ban benefit bet block board bomb cast clean clear coin comment contact
   contrast cost dance debate delay design desire detail display dream dress echo edge effect exchange exercise
   experience face farm feature figure film fix float focus free guide halt hand harm hint honour hunt insert interest
   interview kick lean level light load lock map mind miss mix outline owe paint part pause perfect phone pick picture
   plant post pour press profit progress project pump quote race rain range rank rate reason rebel regret request
   research review risk roll row rush sail scan sentence shift ship slip smile smoke spark split sponsor spot stage
   star stem structure struggle suit surprise switch tie tour trace track transfer trap tremble value view voice vow
   warrant waste welcome wonder wound book`,
)

/** The third person of a base form: "tries", "goes", "marches", "writes". */
export function thirdPerson(base: string): string {
  if (base === "be") return "is"
  if (/[^aeiou]y$/.test(base)) return `${base.slice(0, -1)}ies`
  return /(?:s|x|z|ch|sh|[^aeiou]o)$/.test(base) ? `${base}es` : `${base}s`
}
