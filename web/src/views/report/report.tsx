// The report: the finding in words, one card a domain, then the evidence.
import { useEffect, useMemo, useState } from "preact/hooks";
import type { Visit } from "#report";
import { useAppState, useSession } from "../../app/context";
import { isBusy, type ReadyReport, type Slot, startOf } from "../../app/state";
import { useTold } from "../../text/said";
import { useText } from "../../text/text";
import type { Failure } from "../../worker/protocol";
import { useExampleReport } from "../example-phases";
import { FailureText } from "../failure";
import { useGradually } from "../gradually";
import { MovedNotice } from "../open/notices";
import { BrainSection } from "./brain";
import { DomainCards } from "./cards";
import { ComparisonSection } from "./comparison";
import { ageText, Facts } from "./facts";
import { Findings } from "./findings";
import { HeartSection } from "./heart";
import { Messages } from "./messages";
import { CannotSay, PaperFoot, PaperHead, PrintButton, type PrintPart } from "./paper";
import { withPercent } from "./percent";
import { usePrintEdges } from "./print";
import { ProvenanceSection } from "./provenance";
import { QualitySection } from "./quality";
import { SaveButton } from "./save";
import { ScalesSection, TemperamentSection } from "./scales";
import { StillFaceSection } from "./still-face";
import { type Truth, TruthSection } from "./truth";
import { ChangedNotice, WhatIf } from "./what-if";

export function ReportScreen() {
  const text = useText();
  const { report, slots } = useAppState();
  if (report.kind === "ready") {
    return <ReportPaper {...report} truths={truthsOf(slots)} starts={startsOf(slots)} />;
  }
  const failed = slots.flatMap((slot, index) => (slot.state.kind === "failed" ? [{ slot, index }] : []));
  return (
    <section class="paper">
      <h1>{text.screens.report}</h1>
      {report.kind === "failed" && (
        <div role="alert">
          <FailureText failure={report.failure} />
        </div>
      )}
      {failed.map(({ slot, index }) => (
        <div key={slot.key} role="alert">
          <h2>{text.visit(index)}</h2>
          {slot.state.kind === "failed" && <FailureText failure={slot.state.failure} />}
        </div>
      ))}
      {report.kind === "working" || slots.some(isBusy) ? (
        <Working slots={slots} />
      ) : (
        <>
          <p class="lead">{text.report.empty}</p>
          <a class="button primary" href="#open">
            {text.report.toOpen}
          </a>
        </>
      )}
    </section>
  );
}

/** A bar that moves is drawn sixty times a second, by a device that is at work already: a short wait goes without. */
const moment = 1000;

function Working({ slots }: { slots: Slot[] }) {
  const text = useText();
  const [isLong, setIsLong] = useState(false);
  useEffect(() => {
    const later = setTimeout(() => setIsLong(true), moment);
    return () => clearTimeout(later);
  }, []);
  return (
    <div aria-live="polite">
      <p class="lead">{text.report.working}</p>
      {isLong && <progress aria-label={text.report.working} />}
      {slots.map(
        ({ key, state }, index) =>
          state.kind === "reading" &&
          state.totalBytes > 0 && (
            <p key={key} class="note">
              {text.report.reading(text.visit(index), Math.floor((100 * state.doneBytes) / state.totalBytes))}
            </p>
          ),
      )}
    </div>
  );
}

/** When the visits of the report were recorded: a place without one stands in none. */
const startsOf = (slots: Slot[]) =>
  slots.filter(({ state }) => state.kind !== "empty" && state.kind !== "failed").map(startOf);

function ReportPaper(props: ReadyReport & { truths: Truth[]; starts: (string | null)[] }) {
  const text = useText();
  const session = useSession();
  const [printed, setPrinted] = useState<PrintPart[]>([]);
  const [told, toldByDefault] = [useTold(props.report), useTold(props.byDefault)];
  const named = useExampleReport(told, props.truths.length > 0);
  const report = useMemo(() => withPercent(named), [named]);
  const byDefault = useMemo(() => toldByDefault && withPercent(toldByDefault), [toldByDefault]);
  useEffect(() => session.formCurves(props.report), [session, props.report]);
  const { participant } = report;
  usePrintEdges(report.provenance.version, text.report.codeLine(participant), participant);
  const below = [
    <DomainCards key="cards" report={report} />,
    props.madeOn && <WhatIf key="what-if" report={report} byDefault={byDefault} />,
    <HeartSection key="heart" report={report} />,
    <BrainSection key="brain" report={report} />,
    <StillFaceSection key="still-face" report={report} />,
    <TemperamentSection key="temperament" report={report} />,
    <ScalesSection key="mother" report={report} domain="mother" />,
    <ScalesSection key="other" report={report} domain="other" />,
    <ComparisonSection key="comparison" report={report} />,
    props.truths.length > 0 && <TruthSection key="truth" report={report} truths={props.truths} />,
    <QualitySection key="quality" report={report} />,
    <ProvenanceSection key="provenance" report={report} madeOn={props.madeOn} />,
  ];
  // What only paper shows does not keep the finding waiting either.
  const shown = useGradually(below.length);
  return (
    <article
      class="paper report infant"
      aria-labelledby="report-title"
      aria-busy={shown < below.length}
      data-print={printed.join(" ")}
    >
      <div class="page-one">
        <header class="report-head">
          <div>
            <h1 id="report-title">{report.title || text.report.defaultTitle}</h1>
            {participant && <p>{text.report.infant(participant)}</p>}
            <p>{subtitle(report.visits, props.truths.length > 0, text)}</p>
          </div>
          {!participant && <p class="print-code">{text.report.codeLine("")}</p>}
          <div class="row">
            <SaveButton report={props.report} hasWork={props.madeOn !== null} />
            <PrintButton chosen={printed} choose={setPrinted} />
          </div>
        </header>
        <MovedNotice />
        <Messages list={report.diagnostics} weight="danger" />
        {shown > 0 && <PaperHead report={report} starts={props.madeOn ? props.starts : []} />}
        <ChangedNotice report={props.report} />
        {props.curvesFailure && <CurvesFailed failure={props.curvesFailure} />}
        <Findings report={report} canCompare={props.madeOn !== null && report.visits.length > 1} />
        <Facts report={report} />
        <Messages list={report.diagnostics} weight="caution" />
        <Messages list={report.diagnostics} weight="note" />
        <CannotSay report={report} />
        {shown > 0 && <PaperFoot report={report} madeOn={props.madeOn} />}
      </div>
      {below.slice(0, shown)}
    </article>
  );
}

function CurvesFailed({ failure }: { failure: Failure }) {
  return (
    <div class="notice">
      <p>{useText().report.curve.failed}</p>
      <FailureText failure={failure} />
    </div>
  );
}

/** What each visit was simulated from; empty unless all of them are examples. */
function truthsOf(slots: Slot[]): Truth[] {
  const ready = slots.filter((slot) => slot.state.kind === "ready");
  const truths = ready.flatMap(({ source }) =>
    source?.kind === "example" ? [JSON.parse(source.truth) as Truth] : [],
  );
  return truths.length === ready.length ? truths : [];
}

function subtitle(visits: Visit[], simulated: boolean, text: ReturnType<typeof useText>): string {
  const words = text.report;
  const ages = visits.flatMap((visit) => (visit.age_months === null ? [] : [ageText(visit, text)]));
  const someAges = visits.flatMap((visit, index) =>
    visit.age_months === null ? [] : [text.report.ageAt(text.visit(index), ageText(visit, text))],
  );
  const days = visits[visits.length - 1]?.days_from_first ?? null;
  return [
    words.visits(visits.length),
    ages.length === visits.length ? words.ages(ages) : someAges.join(", "),
    days !== null && days > 0 ? words.daysApart(days, visits.length) : "",
    simulated ? words.simulated : "",
  ]
    .filter(Boolean)
    .join(" · ");
}
