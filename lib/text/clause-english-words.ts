const set = (words: string) => new Set(words.trim().split(/\s+/))

/** Verbs beside those of reporting that a clause completes. */
export const completed = set(
  `know knew knows known see saw sees say tell tells think believe feel felt feels find found hear heard hears mean means meant
  show showed shown shows learn learned learnt ensure ensured decide decided decides demand demanded demands require required
  requires propose proposed proposes order ordered hope hoping fear prove proved proves assume assumed assumes agree agreed
  agrees swear swore swears guess guessed suspect suspected suspects imagine imagined claim claiming doubt doubted doubts wish
  wished wishes understand understood pretend pretended realise realises realize realizes imply implied implies indicate
  indicated indicates discover discovered promise promised promises convinced sure afraid aware certain glad happy clear true
  likely unlikely possible evident obvious fact idea claim rumour rumor story view belief news notion theory evidence proof
  impression conclusion assumption allegation suspicion suggestion report saying arguing stating claiming insisting adding
  noting believing thinking knowing explaining suggesting seems seemed appears appeared seem appear deduce deduced estimate
  estimated estimates records recorded supposes supposed supposes accept accepted accepts establish established complained
  complains swore vowed vows notice noticed notices figure figured read recall remember forget forgot say warned adds adding
  reckon reckoned reckons maintain argue suggest conclude conclude insist believe ensured ensures confirm confirms testify
  meaning hint hinted hints teach taught boast boasted boasts admit acknowledge acknowledges announce announces declare
  assured informed reminded`,
)
/** Nouns of time, after which "when" says which time is meant. */
export const times = set(
  "day days time times moment year years night morning evening week month summer winter spring autumn period date hour occasion case cases point stage era age",
)
