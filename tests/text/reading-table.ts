/**
 * Sentences of many forms, a line each: the kind, "hedged" or "-", the source ("-" for none, "*" for one left out), and
 * the sentence. Written from the conventions for what counts as what.
 */
export const readings = `
claim | - | - | The ferry sank within sight of the pier.
claim | hedged | - | The ferry may have struck a mine.
claim | hedged | - | It is likely that the captain was asleep.
claim | hedged | - | The crew can't have known about the leak.
claim | hedged | - | Rumour had it that the cargo was gold.
claim | hedged | - | He must have been forty when he enlisted.
claim | - | - | All passengers must carry a ticket.
claim | - | - | The strike began in May and ended in June.
claim | hedged | - | The bell was cast, if I remember rightly, in Ghent.
claim | hedged | - | The owner, it appears, had two sets of books.
claim | hedged | - | There is reason to believe the letter is forged.
claim | hedged | - | The portrait is thought to show her aunt.
claim | hedged | - | Nobody knows for certain who fired first.
claim | hedged | - | Many scholars argue that the charter is a copy.
claim | hedged | - | I suppose they moved out before the flood.
claim | hedged | - | As far as I know the diary was never printed.
claim | hedged | - | The garrison seems to have starved.
claim | hedged | - | He was reportedly seen in Riga.
claim | hedged | - | It was widely assumed that the bank would pay.
claim | - | - | Some 300 sheep were drowned.
claim | - | - | The house, which may be older, stands on the corner.
claim | - | - | The clerk who perhaps knew the truth died in 1908.
claim | - | - | He left because he feared he might be arrested.
claim | - | - | The warehouse (possibly a former chapel) burned down.
opinion | hedged | - | Perhaps the magistrate was too quick to blame the guard.[who?]
claim | - | - | В цехе работало 96 человек (ЦГА СПб. Ф. 211. Оп. 4. Д. 18. Л. 3), и только.
claim | - | the watchman | Asked how long the door had stood open, the watchman answered that he had found it so.
claim | - | The trustees' minutes | The trustees' minutes state that the roof would cost £900.
claim | - | The port inspector, Lt-Col. Marsh | The port inspector, Lt-Col. Marsh, found that the chain had rusted through.
claim | - | the inspector | The inspector reported that the valves were shut.
claim | - | my grandmother | My grandmother always said the well was poisoned.
claim | - | Two of the clerks | Two of the clerks swore that the safe was empty.
claim | - | A witness named Dunn | A witness named Dunn testified that the lamp was out.
claim | - | The report | The report states that no plans were found.
claim | - | Mrs Hale | "We had no coal," said Mrs Hale.
claim | - | the mayor | The bridge, the mayor explained, was closed for repairs.
claim | - | Captain Roy | According to Captain Roy, the fog lifted at six.
claim | - | Keller | In Keller's opinion the map is a forgery.
claim | - | Brandt | Brandt denied having signed the order.
claim | - | she | She claimed to have burned the letters.
claim | - | the treasurer | In a letter to his brother, the treasurer complained that the fund was empty.
claim | - | the editor | There is a claim by the editor that the poem was cut.
claim | - | Vogel | Vogel is quoted as saying that the mine was flooded.
claim | - | the Times | The gate was locked, as the Times reported next day.
claim | - | She | She told us that her father remembered the mill at night.
claim | - | - | I remember the smell of tar on the quay.
claim | - | - | It is written on the back of the print.
claim | - | he | He recalled how the horses were led away.
claim | - | * | And then added that nobody was hurt.
claim | hedged | the pilot | The pilot believed that the rudder had probably jammed.
claim | - | - | The council told the tenants to leave.
claim | - | - | The doctor wrote three letters to the ministry.
claim | - | Dr. A. Simms | Dr. A. Simms maintained that the water was clean.
claim | - | the foreman | The boiler, according to the foreman, had been patched twice.
claim | - | Lady Ormond | Lady Ormond described the rebels as half-starved boys.
claim | - | the abbot | It was the abbot's view that the relic was genuine.
claim | - | one of the nurses | The ward was full, one of the nurses wrote.
claim | - | The survey | The survey shows that the wall once reached the river.
opinion | - | - | The new wing is hideous.
opinion | - | - | It was a shameful episode.
opinion | - | - | Her memoir is a masterpiece of evasion.
opinion | - | - | The town will regret this bargain.
opinion | - | - | The committee ought to have resigned.
opinion | hedged | - | I think it is the finest church in the county.
opinion | - | - | He was a brilliant but careless surveyor.
question | - | - | Who paid for the second printing?
question | - | - | does anyone know where the plates ended up
question | - | - | Was the harbour ever dredged?
instruction | - | - | Please give the page number.
instruction | - | - | See Harmon 1987, ch. 4.
instruction | - | - | Don't cite that edition.
instruction | - | - | Check the parish register for 1811.
instruction | - | - | Try the county record office.
instruction | - | - | Keep in mind that the calendar changed in 1752.
instruction | - | - | Let the reader compare the two lists.
instruction | - | - | Tell me about the winter of the strike.
meta | - | - | This thread has been moved to the archive section.
meta | - | - | I posted the scan yesterday.
meta | - | - | This article needs more sources.
meta | - | - | As I said above, the date is wrong.
meta | - | - | The OP never asked about the navy.
boilerplate | - | - | [00:14:07]
boilerplate | - | - | 00:02:31,500 --> 00:02:34,000
boilerplate | - | - | Posted by mudlark_77 on 14 March 2009, 21:40
boilerplate | - | - | Share this
boilerplate | - | - | We use cookies to improve your experience.
boilerplate | - | - | Reply Quote Report
boilerplate | - | - | Page 3 of 12
boilerplate | - | - | 14 comments
boilerplate | - | - | By Harriet Stone
boilerplate | - | - | Photo: National Archives
boilerplate | - | - | INTERVIEWER:
boilerplate | - | - | Home | News | Sport | Weather
boilerplate | - | - | THE EVENING COURIER, THURSDAY, JULY 9, 1908.
boilerplate | - | - | © 2019 Northern Heritage Trust
fragment | - | - | View of the harbour from the north.
fragment | - | - | Early years and education
fragment | - | - | The man who built the lighthouse.
fragment | - | - | A letter addressed to the consul.
fragment | - | - | 3)
fragment | - | - | Yes, in Leeds.
fragment | - | - | Harmon, J. The Salt Road. London, 1987.
fragment | - | - | About forty, give or take.
claim | - | - | FIRE DESTROYS COTTON MILL
claim | - | - | Bridge reopens after two years
claim | - | - | Паром затонул в виду пристани.
claim | hedged | - | Паром, возможно, подорвался на мине.
claim | hedged | - | Капитан, видимо, спал.
claim | hedged | - | Говорят, что в трюме было золото.
claim | hedged | - | Ходили слухи, что деньги спрятали в колодце.
claim | hedged | - | Считается, что портрет написан в Риме.
claim | hedged | - | Письмо якобы нашли на чердаке.
claim | hedged | - | Скорее всего, мост взорвали отступавшие.
claim | hedged | - | Не исключено, что подпись подделана.
claim | hedged | - | Судя по всему, семья уехала весной.
claim | hedged | - | Насколько я помню, колокол отлили в Туле.
claim | hedged | - | Мне кажется, дневник так и не напечатали.
claim | hedged | - | Склад, похоже, сгорел ещё до войны.
claim | hedged | - | Вроде бы он служил в обозе.
claim | hedged | - | Сторож, мол, ничего не слышал.
claim | hedged | - | Надо полагать, приказ до них не дошёл.
claim | - | - | Дом, который, возможно, старше, стоит на углу.
claim | - | - | Погибло около 300 человек.
claim | - | инспектора | По словам инспектора, клапаны были закрыты.
claim | - | вдовы | По воспоминаниям вдовы, дом продали за долги.
claim | - | один из охранников | Как пишет один из охранников, ворота не запирались.
claim | - | Петрова | Воду возили бочками, вспоминает Петрова.
claim | - | газета «Заря» | Сообщала газета «Заря», что мост закрыт.
claim | - | Инженер Лыков | Инженер Лыков утверждал, что плотина выдержит.
claim | - | он | «Угля не было», — писал он.
claim | - | комиссия | В своём отчёте комиссия отмечала, что касса пуста.
claim | - | Савин | Савин: «Мы шли всю ночь».
claim | - | бабушка | Бабушка рассказывала, что колодец был отравлен.
claim | - | его | По его мнению, карта подделана.
claim | - | Свидетель | Свидетель показал, что лампа не горела.
claim | - | рассказа мельника | Из рассказа мельника следует, что плотину прорвало ночью.
claim | - | дочь | Архив, уверяла дочь, сгорел в сорок втором.
claim | - | - | Я помню запах смолы на причале.
claim | - | - | На обороте снимка стоит дата.
opinion | - | - | Новый корпус просто ужасен.
opinion | - | - | Это была позорная история.
opinion | - | - | Город ещё пожалеет об этой сделке.
opinion | hedged | - | На мой взгляд, комиссия ошиблась.
opinion | - | - | Книга написана прекрасно, но это чушь.
question | - | - | Кто оплатил второе издание?
question | - | - | есть ли список пассажиров
instruction | - | - | Укажите, пожалуйста, страницу.
instruction | - | - | См. Лыков 1987, гл. 4.
instruction | - | - | Не ссылайтесь на это издание.
instruction | - | - | Проверьте метрическую книгу за 1811 год.
instruction | - | - | Расскажите о зиме тридцать третьего.
meta | - | - | Эта тема перенесена в архивный раздел.
meta | - | - | В этой статье не хватает источников.
meta | - | - | Как я писал выше, дата неверна.
meta | - | - | Продолжение следует.
boilerplate | - | - | Ответить Цитировать Пожаловаться
boilerplate | - | - | Перейти к навигации
boilerplate | - | - | Сообщений: 312
boilerplate | - | - | Спасибо: 3
boilerplate | - | - | lykov_75, 12 марта 2011, 14:32
boilerplate | - | - | Регистрация: 12.03.2008
boilerplate | - | - | Страница 2 из 7
boilerplate | - | - | Все права защищены.
boilerplate | - | - | Фото: Архив завода
boilerplate | - | - | КОРРЕСПОНДЕНТ:
fragment | - | - | Вид на гавань с севера.
fragment | - | - | Ранние годы и учёба
fragment | - | - | ГАРФ. Ф. 102. Оп. 5. Д. 8. Л. 12.
fragment | - | - | Человек, который построил маяк.
fragment | - | - | Около сорока.
claim | - | - | Площадь озера — 14 квадратных километров.
claim | - | - | Лыков — сын мельника.
claim | - | the stewards | The gate was never locked, say the stewards, in any year.
claim | - | The order-book | The order-book, a leaf of which is torn, records that he paid in full.
claim | - | Another clerk | Another clerk thinks it probable that the seal was copied.
claim | - | The Pilots | The Pilots report that the buoy has drifted.
claim | - | his sister | He slept in the loft, his sister recalls, on two sacks.
claim | - | The local sheet | The local sheet has it, on what ground we do not know, that the firm is sold.
claim | - | the porter Mills | From what the porter Mills relates, the trunk was empty.
claim | - | the pilot | According to what the pilot told us, the tide had turned.
claim | - | Dunlop (1968, p. 211) | As Dunlop (1968, p. 211) put it, the scheme was dead.
claim | - | The deed | The deed (PR 12) gives the date of the sale as 1733.
claim | - | - | The deed gives the owner a right of way.
claim | - | Holt | Holt, for his part, has called the story a fable.
claim | - | - | Holt called a meeting of the tenants.
claim | - | - | She had a cousin called Edith Moss, and when he died she moved.
claim | - | - | They put in electric light, sold the horses and lived at the mill.
claim | - | The inspector | The inspector put the loss at 4,000 tons.
claim | - | Holt | It was a mile, if Holt is to be believed.
claim | - | Holt | There were forty, if you believed Holt.
claim | - | the rota | By the rota he went off at noon.
claim | - | the log | Per the log, the ship hove to at three.
claim | - | - | Coal cost two pounds per ton.
opinion | - | Editor Brand | To Editor Brand the whole affair is a disgrace.
claim | - | Jan Holt | To Jan Holt, a former curator, the print was a forgery.
claim | - | - | To Jan Holt the island was given in 1774.
claim | - | the county board | In the estimate of the county board, deaths fell by a third.
claim | - | The ship's people | The ship's people wrote in May to say that the mast was sprung.
claim | - | The constable's report | The constable's report has him walking home at ten.
claim | - | My aunt | My aunt swore till the day she died that the ring was gold.
claim | hedged | The surgeon | The surgeon was inclined to think that the wound was older.
claim | - | It | It claims that the hatch was open.
claim | - | - | It reported a loss of two ships.
claim | - | A 1994 survey by Moss | A 1994 survey by Moss found lead in nine wells.
claim | - | you | You say that the bridge was shut in May.
claim | - | my father | The way my father told it, the bell never rang.
claim | - | Constable Reed | Constable Reed is quoted as having seen two lamps.
claim | - | Our Leeds correspondent | Our Leeds correspondent telegraphs that the men are back.
claim | - | Moss and Holt | Moss and Holt (1987) argue that the nave is later.
claim | - | The 1894 edition | The 1894 edition lists the chapel as ruined.
claim | - | Union records | Union records note that the hall cost 84 pounds.
claim | - | - | The mill burned down, and Holt says he saw it.
claim | - | she | Asked by whom, she answered that it was the bailiff.
claim | - | - | They placed the lamp at one end of the table.
claim | - | Masters and men | Masters and men agree that the pit was flooded.
claim | hedged | * | We were told that the watchman had gone home.
claim | hedged | - | Rumour places the true figure much higher.
claim | hedged | he | The mate, he fancied, had been drinking.
claim | hedged | she | She suspected that the letter had been opened.
claim | hedged | - | It is freely asserted in the village that he drank.
claim | hedged | - | It's still widely thought that the vault is empty.
claim | hedged | - | Its thought that the vault is empty.
claim | - | the purser | It is asserted by the purser that the gold was aboard.
claim | hedged | Some antiquaries | Some antiquaries maintain that the stone is Roman.
claim | hedged | People in the valley | People in the valley reckoned the dam was unsound.
claim | hedged | - | Others are of opinion that it was set alight.
claim | - | - | Others were taken to the hospital at once.
claim | hedged | - | The general opinion is that the fire was set.
claim | - | комиссии | По заключению комиссии, котёл был исправен.
claim | - | его | Остальные, по его твёрдому убеждению, ушли раньше.
claim | - | вдовы | В версии вдовы письмо сгорело.
claim | - | стеле | На стеле написано, что село сожжено в марте.
claim | - | * | Под 19 февраля записано: «Ходили в лес».
claim | - | - | В 1942 году отмечено двадцать пожаров.
claim | - | А. Лыков | Как пишет А. Лыков в «Старом городе» (М., 1988), погода испортилась.
claim | - | соседка | Дело, как мне шепнула соседка, потом сожгли.
claim | - | тётка Вера | у нас тётка Вера до самой смерти твердила что приходили свои.
claim | - | Вы | Вы сами пишете что номер не указан.
claim | - | Тот, что в шапке | Тот, что в шапке, сказал, что через час уедут.
claim | - | Дед Егор | Дед Егор потом клялся, что никто не стрелял.
claim | - | военкомат | Районный военкомат дважды сообщал, что такой не значится.
claim | - | Составители сборника | Составители сборника признаются, что список неполный.
claim | - | отчёте Лыкова | В отчёте Лыкова за зиму так и стоит «взято сорок мешков».
claim | - | Лыкова | Из письма Лыкова: «Мы стоим у реки».
claim | - | - | Умерла она в Пскове, тетрадь передала в музей её дочь.
claim | - | - | Записал только троих: Сушко, Лыков, Савин.
claim | - | - | Газета «Заря» сообщала о пожаре.
claim | - | Свидетели | Свидетели показали, что стреляли из леса.
claim | - | - | Маяк построили в 1934 году, а Лыков пишет, что его не зажигали.
claim | hedged | * | Мне говорили, что второй экземпляр пропал.
claim | hedged | - | Он был не здешний, то ли с Урала, то ли из Вятки.
claim | hedged | - | Предупредил их, небось, кто-то из штаба.
claim | hedged | - | Прадед мог попасть в этот список.
claim | - | - | Прадед не мог попасть в этот список.
claim | hedged | - | Говорят в деревне и поныне находят гильзы.
claim | - | - | Партизаны тоже по русски говорили.
claim | hedged | Некоторые ветераны полка | Некоторые ветераны полка полагали, что мост взорвали свои.
`
