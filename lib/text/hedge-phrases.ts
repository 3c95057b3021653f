import { combinations, lines, phraseTable } from "./phrases.ts"
import type { RuleId } from "./rules.ts"

/** What a hedging phrase is a cue for. */
export interface HedgeMeaning {
  readonly kind: "hedge" | "vague-source"
  readonly rule: RuleId
  readonly strength: 1 | 2
}

const doubt: HedgeMeaning = { kind: "hedge", rule: "hedge-word", strength: 2 }
const seeming: HedgeMeaning = { kind: "hedge", rule: "hedge-seeming", strength: 2 }
const modal: HedgeMeaning = { kind: "hedge", rule: "hedge-modal", strength: 2 }
const writer: HedgeMeaning = { kind: "hedge", rule: "hedge-writer", strength: 2 }
const about: HedgeMeaning = { kind: "hedge", rule: "hedge-approximation", strength: 1 }
const vague: HedgeMeaning = { kind: "vague-source", rule: "vague-source", strength: 2 }

const opinionVerbs =
  "said|believed|thought|claimed|alleged|reported|rumored|rumoured|assumed|supposed|considered|held|suspected|accepted|argued|presumed|reputed|reckoned|understood|speculated|conjectured|surmised|suggested|estimated|agreed|maintained|feared|whispered"
const adverbs =
  "|generally|widely|commonly|often|usually|sometimes|still|now|also|frequently|popularly|long|traditionally"
const people =
  "people|historians|scholars|researchers|experts|authors|sources|critics|observers|writers|commentators|biographers|contemporaries|witnesses|analysts|eyewitnesses|researches"
const sayings =
  "say|said|believe|believed|claim|claimed|argue|argued|think|thought|suggest|suggested|maintain|maintained|hold|held|assert|asserted|speculate|speculated|allege|alleged|suspect|suspected|report|reported|consider|insist|insisted|contend"

/** Phrases of uncertainty and of unnamed sources, English and Russian. */
export const hedgePhrases = phraseTable<HedgeMeaning>([
  ...lines(
    `perhaps, maybe, possibly, probably, presumably, conceivably, arguably, allegedly, supposedly, ostensibly,
    purportedly, doubtless, most likely, very likely, quite likely, more likely than not, in all likelihood,
    in all probability, it is possible, it is likely, it is probable, it is unlikely, it is plausible,
    it is conceivable, it was possible that, it was likely, is unclear, was unclear, remains unclear, is uncertain,
    not certain, not clear, is likely to, was likely to, were likely to, are likely to, is unlikely, was unlikely,
    tends to suggest, no doubt, likely, almost certainly, hopefully, вероятней, вероятней всего, скорей всего, небось, наверняка, anybody's guess, anyone's guess, a matter of conjecture, a matter for conjecture,
    was inclined to, were inclined to, is inclined to, are inclined to, am inclined to, inclines to, tended to think, tends to think,
    tend to think, мог быть, могла быть,
    могли быть, могло быть, plausibly, hypothetically, putatively, uncertain, not impossible,
    not improbable, it is doubtful, it was doubtful, is doubtful, is debatable, is questionable, open to question,
    open to doubt, in doubt, is disputed, in dispute, not proven, it is not known, it was not known, is not known,
    is unknown, was not clear, is not clear, hard to say, hard to tell, difficult to say, nobody knows, no one knows,
    who knows, nobody is sure, no one is sure, not sure, not quite sure, not entirely sure, not at all sure,
    can't be sure, cannot be sure, can't be certain, cannot be certain, cannot be ruled out, can't be ruled out,
    cannot be excluded, can only be guessed, can only guess, more than likely, as likely as not, as like as not,
    like as not, chances are, the odds are, there is a chance, there's a chance, there is every chance,
    there is a good chance, there is a possibility, there is some possibility, there is a suspicion,
    there is reason to believe, there is reason to think, there is reason to suspect, there is some reason to,
    there is every reason to, there are grounds, one possibility, another possibility, the likeliest,
    for all we know, for all i know, for all anyone knows, is conjecture, is a guess, is guesswork, at a guess,
    is a mystery, by all appearances, to all appearances, in theory, could well, could be that, could easily have,
    could possibly, can't have, cannot have, couldn't have, can hardly have, could hardly have, will have been,
    'll have been, it'll have been, that'll have been, that would have been, it would have been about,
    it would have been around, that'd have been, would have been about, would have been around, must surely,
    must be mistaken, must be wrong, must be right, must be true, if anything, so it is possible, вероятнее,
    вполне возможно, вполне вероятно, маловероятно, сомнительно, не исключается, не исключаю, нельзя исключить,
    нельзя исключать, не факт что, не факт, неизвестно, не известно, непонятно, остается загадкой, под вопросом,
    трудно сказать, сложно сказать, кто знает, бог весть, бог знает, черт знает, неведомо, точно не известно,
    пожалуй, поди, очевидно, по идее, теоретически, как знать, вряд, надо полагать, надо думать, следует полагать,
    следует думать, надо понимать, стало быть, мол, дескать, якобы бы, будто, словно бы, вроде, вроде бы, вроде как,
    навряд ли, предполагаемый, предполагаемая, не доказано, возможность того, есть вероятность, есть подозрение,
    есть основания полагать, есть основания думать, можно предположить, можно предполагать, можно полагать,
    можно думать, можно допустить, рискну предположить, смею предположить, остается предположить, остается гадать,
    остается только гадать, напрашивается предположение, возможно, вероятно, вероятнее всего, по всей вероятности,
    по всей видимости, предположительно, скорее всего, быть может, может быть, должно быть, вряд ли, едва ли, якобы,
    будто бы, как будто, не исключено, наверно, наверное, мнимый, неясно`,
    doubt,
  ),
  ...lines(
    `apparently, seemingly, evidently, seems, seem, seemed, appears to, appear to, appeared to, it appears,
    it appeared, do not appear, does not appear, did not appear, it would seem, would seem, would appear, it seems,
    so it seems, seeming, appears that, appeared that, appears as, looks as if, looks as though, looks like,
    looked as if, looked as though, looked like, sounds as if, sounds as though, sounded as if, gives the impression,
    gave the impression, evidence suggests, evidence suggested, evidence points to, records suggest, traces suggest,
    strongly suggests, strongly suggest, would suggest, all the signs are, не кажется, казались, казался, казалась,
    показалось, думается, видать, похоже на то, похоже было, создается впечатление, складывается впечатление,
    такое впечатление, судя по, видимо, по-видимому, кажется, казалось, похоже, похоже что, судя по всему`,
    seeming,
  ),
  ...combinations(
    "may|might|must|could",
    "not|well|also|easily|possibly|just|even|really|long|at one time|",
    "have",
    "been|",
  ).map(phrase => [phrase, modal] as const),
  ...combinations("may|might", "|not|well|also|even").map(phrase => [phrase, modal] as const),
  ...lines(
    `i think, i believe, i guess, i suppose, i suspect, i assume, i doubt, i am not sure, i'm not sure,
    as far as i know, as far as i can tell, as far as i remember, in my opinion, if i remember, we may assume,
    one may assume, one can assume, one might say, я думаю, думаю, i imagine, i fancy, iirc, afaik, afair, we understand, i venture to, i gather, i understand,
    i expect, i presume, i reckon, i daresay, i dare say, i would guess, i'd guess, i would say, i'd say,
    i should say, i should think, i would think, i'd think, i would imagine, i'd imagine, i don't think,
    i do not think, i don't believe, i do not believe, i seem to remember, i seem to recall, i have a feeling,
    i've a feeling, i have an idea, i've an idea, i'm pretty sure, i'm fairly sure, i'm fairly certain,
    i'm almost sure, i'm almost certain, i'm pretty certain, i am fairly sure, i am fairly certain,
    i am almost certain, i am inclined to, i'm inclined to, i'm told, i'm not certain, i am not certain,
    i can't swear, i couldn't swear, i wouldn't swear, i can't be sure, i couldn't say, i don't know whether,
    i don't know if, i couldn't tell you, don't quote me, don't hold me, my guess, my impression, my understanding,
    my hunch, my belief, my feeling, my suspicion, my best guess, our best guess, the best guess, if i recall,
    if i'm not mistaken, if i am not mistaken, if i'm right, if i am right, if i've got it right, if i have it right,
    if i have got it right, if i've got that right, if i've understood, if memory serves, if my memory serves,
    if my memory is, if you ask me, unless i'm mistaken, unless i am mistaken, unless my memory, as i remember,
    as i recall, as best i, as far as i can remember, as far as i can recall, as far as i recall, as far as i could,
    as far as i understand, as far as i'm aware, as far as i am aware, as far as we know, as far as we can tell,
    as far as anyone knows, as far as anybody knows, as far as anyone could, as far as anyone can, as far as can be,
    as far as is known, so far as i know, so far as i can, so far as i remember, so far as i recall,
    so far as is known, so far as we know, so far as anyone, so far as can be, to the best of my, to my knowledge,
    from memory, we think, we believe, we suspect, one suspects, one supposes, one imagines, one may suppose,
    one might suppose, we may suppose, we can assume, мне думается, мне сдается, сдается, сдается мне, мне помнится,
    помнится, я подозреваю, подозреваю, я предполагаю, предполагаю, я так понимаю, как я понимаю, я так думаю,
    я бы сказал, я бы предположил, догадываюсь, если не ошибаюсь, если я не ошибаюсь, если память,
    если мне не изменяет память, если не изменяет память, если правильно помню, если я правильно, если верно помню,
    насколько я помню, насколько я понимаю, насколько понимаю, насколько знаю, насколько я могу, насколько могу,
    насколько можно, насколько известно, сколько помню, сколько я помню, сколько знаю, я не уверен, я не уверена,
    не уверен, не уверена, не поручусь, утверждать не берусь, не берусь утверждать, могу ошибаться, могу и ошибаться,
    врать не буду, на мой взгляд, имхо, по моим ощущениям, мое предположение, моя догадка, по всему видно,
    мне кажется, я полагаю, полагаю, по-моему, насколько мне известно, насколько я знаю, насколько помню`,
    writer,
  ),
  ...combinations("it", "is|was|has been|had been", adverbs, opinionVerbs).map(phrase => [phrase, vague] as const),
  ...combinations(
    "is|was|are|were|been",
    adverbs,
    "reported|rumoured|rumored|alleged|believed|presumed|supposed|reputed|feared",
  ).map(phrase => [phrase, vague] as const),
  ...combinations("is|was|are|were|been", adverbs, opinionVerbs, "to").map(phrase => [phrase, vague] as const),
  ...combinations(
    "rumour|rumours|rumor|rumors|reports|stories|whispers",
    "is|are|was|were",
    "current|rife|afloat|abroad|about",
  ).map(phrase => [phrase, vague] as const),
  ...combinations(
    "general|prevailing|popular|common|received|universal",
    "opinion|belief|impression|view|feeling|supposition|report|theory|verdict",
    "is|was|has it|had it",
  ).map(phrase => [phrase, vague] as const),
  ...combinations(
    "is|was|are|were",
    "generally|widely|commonly|usually|often|traditionally|sometimes|popularly|variously",
    "dated|attributed|ascribed|identified|regarded|interpreted|credited|assigned|agreed",
  ).map(phrase => [phrase, vague] as const),
  ...combinations("some|many|most|several|certain|various|numerous|other|all", people, sayings).map(
    phrase => [phrase, vague] as const,
  ),
  ...combinations(
    "most likely|likely|probable|most probable|likeliest|possible",
    "explanation|cause|reason|date|author|candidate|answer|source|origin|culprit|place|site",
  ).map(phrase => [phrase, doubt] as const),
  ...combinations(people, sayings).map(phrase => [phrase, vague] as const),
  ...combinations("some|many|most|others|few", sayings).map(phrase => [phrase, vague] as const),
  ...combinations("according to", "some|many|most|several|certain|various|other|rumours|rumors|legend|hearsay").map(
    phrase => [phrase, vague] as const,
  ),
  ...lines(
    `i was told, we were told, i am told, we are told, i have been told, we have been told, i've been told, we've been told,
    i was informed, we were informed, we are informed, i am informed, we learn that, we hear that, i hear that, we hear from,
    on dit, so we hear, so i heard, so i was told, so we were told, as i was told, as we are told, the talk is,
    the word is, the word was, opinion is divided, opinions differ, reportedly, reputedly, they say, people say, rumour has it, rumor has it, legend has it, tradition has it,
    sources say, is rumored, is rumoured, was rumored, was rumoured, is known as one, there were rumours,
    there were rumors, there are rumours, there are rumors, there is a view, there is an opinion,
    it has been suggested, it is alleged, the story goes, the story went, so the story goes, so the story went,
    as the story goes, story has it, the story has it, word has it, word had it, rumour had it, rumor had it,
    legend had it, tradition had it, legend says, tradition says, tradition holds, legend holds, local legend,
    local tradition, family tradition, gossip had it, gossip has it, so they say, so they said, so people said,
    they used to say, folk say, folks say, folk said, people used to say, people would say, there's talk,
    there was talk, there is talk, there were stories, there are stories, there was a rumour, there was a rumor,
    there is a rumour, there is a rumor, there is a legend, there is a story, there is a tradition,
    there is a theory, there is a belief, there is a claim, rumours circulated, rumors circulated, rumours spread,
    rumours that, the rumour, the rumor, by some accounts, by all accounts, by most accounts, by one account,
    on some accounts, in some accounts, in some versions, some accounts, other accounts, one account,
    according to some, according to one, according to rumour, according to rumor, according to tradition,
    according to local, according to unconfirmed, according to unnamed, according to several, unnamed sources,
    unconfirmed reports, sources close, informed sources, i have heard, i've heard, i heard it said,
    we heard it said, one hears, you hear, has been suggested, had been suggested, has been claimed, has been argued,
    has been alleged, has been said, is held that, popularly supposed, was reputed, is reputed, были слухи,
    прошел слух, пошел слух, пошли слухи, пронесся слух, идут слухи, есть слух, есть слухи, разнесся слух, слух о,
    ходили разговоры, ходят разговоры, ходила молва, ходит легенда, ходила легенда, молва, как говорят, как говорили,
    как утверждается, как утверждают, как полагают, как предполагается, как сообщается, как рассказывают,
    как принято считать, принято думать, утверждалось, сообщалось, предполагалось, полагается, бытует мнение,
    бытует версия, бытует легенда, бытует, распространено мнение, существует предположение, существует легенда,
    существует предание, есть предположение, есть легенда, есть предание, по преданию, по преданиям, по поверью,
    по одной версии, по одной из версий, по другой версии, по другим версиям, по разным версиям,
    по некоторым версиям, по некоторым оценкам, по некоторым свидетельствам, по разным оценкам, по разным сведениям,
    по разным источникам, по другим сведениям, по другим источникам, по иным сведениям, по иным данным,
    по одним данным, по одним сведениям, по непроверенным данным, по непроверенным сведениям,
    по неподтвержденным сведениям, по неофициальным данным, по неофициальной версии, по отдельным данным,
    по отдельным свидетельствам, по отрывочным сведениям, по рассказам старожилов, по словам старожилов,
    по словам местных, по рассказам местных, по словам очевидцев, по рассказам очевидцев, неподтвержденные данные,
    неподтвержденные сведения, в народе говорят, народ говорил, люди говорят, люди говорили, люди рассказывали,
    старики говорили, старики говорят, старики рассказывали, старожилы говорят, старожилы рассказывают,
    старожилы утверждают, местные говорят, местные рассказывают, местные утверждают, очевидцы утверждают,
    кое-кто считает, кое-кто говорит, кое-кто утверждает, кто-то говорил, кто-то рассказывал, кто-то утверждает,
    кто-то говорит, многие считали, многие утверждают, многие полагают, многие думают, многие говорят,
    некоторые утверждают, некоторые полагают, некоторые говорят, иные считают, иные говорят, одни говорят,
    одни считают, другие говорят, другие считают, отдельные авторы, отдельные исследователи, ряд авторов,
    ряд источников, другие источники, историки считают, историки полагают, исследователи считают,
    исследователи полагают, по слухам, ходили слухи, ходят слухи, считается, считалось, принято считать,
    как считается, по некоторым данным, по некоторым сведениям, по некоторым источникам, по неподтвержденным данным,
    по разным данным, по другим данным, по легенде, существует мнение, существует версия, есть мнение, есть версия,
    предполагается, утверждается, сообщается, многие считают, некоторые считают, многие историки, некоторые историки,
    ряд историков, многие исследователи, некоторые исследователи, ряд исследователей, некоторые авторы,
    многие источники, некоторые источники`,
    vague,
  ),
  ...lines(
    `approximately, roughly, circa, примерно, приблизительно, порядка, or thereabouts, or so, give or take,
    something like, more or less, in the region of, some sort of, supposed, alleged, putative, purported, suspected,
    так называемый, плюс-минус, где-то в, где-то около, ориентировочно`,
    about,
  ),
])
