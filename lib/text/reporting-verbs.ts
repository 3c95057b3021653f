/** Verbs of saying and thinking in the forms that report somebody else, English and Russian. */
export const reportingVerbs = new Set(
  `said says claimed claims argued argues recalled recalls wrote writes reported reports testified testifies stated states
   asserted asserts insisted insists maintained maintains declared declares explained explains noted notes believed believes
   thought thinks concluded concludes remembered remembers suggested suggests admitted admits confessed complained contended
   contends announced remarked observed alleged told affirmed denied denies confirmed acknowledged predicted warned
   realized realised hoped feared considered emphasized emphasised replied answered added
   говорил говорила сказал сказала говорит утверждал утверждала утверждает утверждают писал писала пишет вспоминал
   вспоминала вспоминает рассказывал рассказывала рассказал рассказала рассказывает заявил заявила заявлял заявляет считал
   считала считает полагал полагает сообщил сообщила сообщает сообщал отмечал отмечает отметил показал признал признавал
   думал думала заметил свидетельствовал свидетельствует объяснял объяснил подчеркивал указывал указывает уверял уверяет`.split(
    /\s+/,
  ),
)
