-- An uploaded style that was taken off the list; it stays, since the history names it.
ALTER TABLE "CitationStyle" ADD COLUMN "retiredAt" TIMESTAMPTZ(3);
