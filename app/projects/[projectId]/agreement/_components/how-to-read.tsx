/** What the figures mean, how to read them, and how they are made. */
export function HowToRead() {
  return (
    <section aria-labelledby="how" className="mt-10 max-w-[42rem]">
      <h2 id="how" className="mb-3 font-text text-2xl">
        How to read this
      </h2>
      <dl className="grid gap-3 [&_dt]:font-semibold">
        <dt>What is counted</dt>
        <dd>
          Live claims of the current texts. A claim says something about agreement when two people or more labelled it;
          every claim weighs alike, so that a long document counts for more than a short one. Where a figure says “20 of
          90”, twenty claims were used of ninety.
        </dd>
        <dt>Alpha and the kappas</dt>
        <dd>
          1 is perfect agreement, 0 is what chance would give, less than 0 is regular disagreement. Krippendorff asks
          for 0.800, and for 0.667 where conclusions are tentative. The three labels have no order, so that each two of
          them are equally far apart.
        </dd>
        <dt>The interval</dt>
        <dd>
          As many claims are drawn out of those used a thousand times, with repetition; 95 of 100 alphas lie in it. It
          says how much the figure hangs on these very claims. With few claims it is too narrow, and it says nothing of
          other people.
        </dd>
        <dt>Undefined</dt>
        <dd>
          Where all labels are the same, chance alone would agree as well: there is nothing that a figure could correct.
          Where nobody labelled what another labelled, there is nothing to compare.
        </dd>
        <dt>Given blind</dt>
        <dd>
          Labels that were given while nothing that others said could be seen. Only these tell whether people see a
          claim alike; labels that stand now also tell who convinced whom.
        </dd>
        <dt>Low agreement</dt>
        <dd>
          It can mean that the claims are hard, that the labels are not understood alike, or that the sources really
          conflict. The claims behind each figure tell which.
        </dd>
      </dl>
    </section>
  )
}
