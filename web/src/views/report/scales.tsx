// Scores as entered: the rated temperament with its profile, the mother's own scales, and others.
import type { Report } from "#report";
import { Figure } from "../../charts/figure";
import { Profile } from "../../charts/profile";
import { VisitKey } from "../../charts/visits";
import { useText } from "../../text/text";
import { MeasureTable, measuresOf } from "./measures";

export function TemperamentSection({ report }: { report: Report }) {
  const text = useText();
  const words = text.report.temperament;
  const measures = measuresOf(report, "temperament");
  if (measures.length === 0) return null;
  const raters = ["mother", "partner"].flatMap((rater) => {
    const rated = measures.filter(({ id }) => id.endsWith(`_${rater}`));
    return rated.length > 1 ? [{ rater, rated }] : [];
  });
  return (
    <section class="evidence" aria-labelledby="temperament-title">
      <h2 id="temperament-title">
        {words.title} <small>{words.caption}</small>
      </h2>
      <MeasureTable
        report={report}
        measures={measures}
        label={text.report.tableOf(words.title)}
        how={words.how}
      />
      {raters.length > 0 && (
        <Figure title={words.profile} unit={words.profileUnit} how={words.profileHow}>
          <div class="panels">
            {raters.map(({ rater, rated }) => (
              <div key={rater} class="panel">
                <p class="panel-title">{words.rater[rater]}</p>
                <Profile measures={rated} label={words.profileLabel(words.rater[rater] ?? rater)} />
              </div>
            ))}
          </div>
          <VisitKey count={report.visits.length} />
        </Figure>
      )}
    </section>
  );
}

export function ScalesSection({ report, domain }: { report: Report; domain: "mother" | "other" }) {
  const text = useText();
  const words = text.report.scales;
  const measures = measuresOf(report, domain);
  if (measures.length === 0) return null;
  return (
    <section class="evidence" aria-labelledby={`${domain}-title`}>
      <h2 id={`${domain}-title`}>{words.titles[domain]}</h2>
      <MeasureTable
        report={report}
        measures={measures}
        label={text.report.tableOf(words.titles[domain])}
        how={words.how}
      />
    </section>
  );
}
