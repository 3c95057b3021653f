/** Turns a blank-separated list into a set, so that the lists below stay readable. */
export function words(list: string): ReadonlySet<string> {
  return new Set(list.trim().split(/\s+/))
}

/**
 * Abbreviations that always lean on the word after them, lower case, without the final stop:
 * titles, forenames, places, "vs.". A sentence does not end here.
 */
export const leaningAbbreviations = words(`
  mr mrs ms dr drs p.s p.p.s ps п.с з.ы prof gen col lt capt cpt cmdr maj sgt adm brig gov pres sen rep rev hon fr st ste mt ft messrs mme mlle
  lt-col lt-gen lt-cdr lieut-col lieut-gen maj-gen brig-gen спб
  vs cf viz approx dept univ assn bros ald amb asst atty insp supt mx ven msgr cdr cpl pvt pfc
  dep depy cllr treas secy lieut sergt constab archbp preb cardl exor commr comdr
  geo wm chas jos thos alex benj jas jno edw fredk robt saml bp abp esqr messrs serg
  проф акад доц ген полк подп кап лейт адм маршал тов гр г-н г-жа им ул пл пр-т просп пер наб пос дер пгт обл окр ст-ца
  инж чл-корр чл канд серж секр предс комис св преп архим митр еп о-в оз респ гос англ нем франц фр лат греч рус русск яп кит исп итал польск укр см ср напр
  род ум сокр букв прибл ок зав зам нач пом ред сост авт перев редкол д-р м-р мл ст
`)

/**
 * Abbreviations that lean on a number: "p. 55", "Aug. 31", "с. 12". Before anything but a number they are judged as
 * ordinary abbreviations.
 */
export const numberAbbreviations = words(`
  p pp no nos n° nr vol vols fig figs ch chap chs sec sect art arts ca c col cols pt pts para paras par ex exs eq eqs app
  bl bll rg inv cod fasc abt
  f ff fol fols op d l ll fn n bk bks ser tab tabs pl pls ed edn
  jan feb febr mar apr jun jul aug sep sept oct nov dec
  с сс стр т тт кн гл рис табл ст п пп л лл д оп ф вып ч чч изд разд илл ил прим примеч ед хр об № тел кв корп каб ауд
  янв февр фев мар апр июн июл авг сент сен окт нояб ноя дек
`)

/** Abbreviations that may end a sentence and may not: the next word decides. */
export const endingAbbreviations = words(`
  co corp inc ltd llc jr sr bros esq al ph plc pvt gmbh est min max avg hr hrs yr yrs mo mos wk wks sq cu lb lbs oz gal
  ave blvd rd ste apt bldg hwy tel ext misc incl excl resp cont anon pseud trans transl orig repr suppl dist
  г гг в вв н э р руб коп долл дол тыс млн млрд трлн куб кв сек мин час экз чел шт кг км см мм га ц т д е у пр др проч
  inst ult prox corpn
  а.и б.и сб жур газ рец абз
`)

/** Abbreviations after which a capital letter starts a new sentence: "etc. The". */
export const closingAbbreviations = words(`etc т.д т.п и.т.п пр др проч ibid`)

/** Abbreviations that lean like {@link leaningAbbreviations} and are also ordinary words: "помогли им. Потом". */
export const ambiguousAbbreviations = words(
  `им род ок ред пос пер нос mt ft rep sen pres rev hon св ср см прим нем лат`,
)

/** American states and days of the week: abbreviations only when they begin with a capital. */
export const capitalAbbreviations = words(`
  ala ariz ark calif colo conn del fla ill ind kans kan ky mass md mich minn miss mont neb nev okla ore penn tenn tex va
  vt wash wis wyo mon tue tues wed thu thur thurs fri sat sun
`)

/** Units of measure and money: after a number and before a capital they end the sentence. */
export const measureAbbreviations = words(`
  мин сек час руб коп долл дол тыс млн млрд трлн экз чел шт кг км см мм га ц мл л м куб кв
  hr hrs min yr yrs mo mos wk wks lb lbs oz gal ft sq cu km kg cm mm
`)

/** What follows a year or century in Russian; it ends a sentence only after enough words. */
export const dateAbbreviations = words(`г гг в вв`)

/** The heads of archival and bibliographic references, which go on over stops: "Ф. 4. Оп. 19. Д. 18. Л. 45." */
export const referenceHeads = words(`
  ф оп д л лл ед хр об к п кор папка с сс т тт кн вып ч № ст стб изд инв кол карт ящ док папка пер
  f op d l ll p pp vol vols no nos bd s bl reel fol fols box inv rg mss ser doc folder item
`)

/** Words that often open a sentence and hardly ever follow an initial, an acronym or a company's "Co." */
export const sentenceOpeners = words(`
  the a an this that these those there here he she it we they you i his her its their our my your
  in on at by for from with after before when while as if but and or so yet however although though since during despite
  because according what why how who where which whose whether is are was were do does did has have had can could will
  would should may might must let no not nor all both each every some many most much few several one two three another
  other such then thus now also once until under over first second third finally later meanwhile moreover furthermore
  nevertheless nonetheless still even only just perhaps maybe please yes well to of about into through between among
  without within against upon unlike like nobody nothing everybody everyone somebody
  он она оно они это эта этот эти тот та то те в во на с со к ко по из за от до для при у о об обо и а но или не ни как
  что чтобы кто где куда когда если после перед под над между через его её ее их ему ей им мы вы я ты мой моя мои наш
  наша там тут здесь так также тоже однако затем потом тогда впоследствии позже позднее кроме среди согласно хотя пока
  поэтому потому ведь вот все всё весь вся каждый многие некоторые один одна другой другие только даже уже ещё еще
  почему зачем какой какая какие сколько неужели разве да нет ли пусть возможно наконец таким несмотря никто ничто никакой
`)

/** Lower-case words that open a sentence in careless writing: "done. i think", and never follow an abbreviation. */
export const carelessOpeners = words(`
  i i'm im i've ive i'll we they he she it it's its this that there these those you your my what why how who where when
  if but so and also then the please thanks thank ok yes no just maybe
`)
