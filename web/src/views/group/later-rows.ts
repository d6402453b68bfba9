// Every number of a later visit of a measure, in the order in which it is asked for.
import type {
  Estimate,
  GroupEquivalence,
  GroupReport,
  LaterVisit,
  MeasureResult,
  TestedDifference,
} from "#report";
import { bayesFactor, fixed, freedom, interval, probability, signed } from "../../format";
import type { Text } from "../../text/en";

export interface Row {
  name: string;
  value: string;
  interval: string;
  test: string | false;
}

export function laterRows(
  report: GroupReport,
  { decimals }: MeasureResult,
  later: LaterVisit,
  text: Text,
): Row[] {
  const words = text.group;
  const { rows } = words;
  const { treated_group: treated, control_group: control } = report;
  const { interaction, interaction_p: p, change_difference, change_t, change_df, change_p } = later;
  const { completers_r: r, pairs, sensitivity, reliability } = later;
  const { estimate, plain, test, tested, bayes, equivalence, tipping } = rowsIn(text, decimals);
  const missing = later.incomplete_treated + later.incomplete_control > 0;
  /** Rows that are there only if something is. */
  const where = <T>(given: T | null | undefined | false, made: (given: T) => Row[]): Row[] =>
    given === null || given === undefined || given === false ? [] : made(given);
  return [
    ...where(missing, () => [
      tested(rows.changeModel(treated), later.treated_change_model),
      tested(rows.changeModel(control), later.control_change_model),
    ]),
    tested(rows.change(treated), later.treated_change),
    tested(rows.change(control), later.control_change),
    estimate(rows.interaction, interaction, decimals, p !== null && words.pWord(probability(p))),
    estimate(rows.changes, change_difference, decimals, test(change_t, change_df, change_p)),
    ...where(pairs, ({ change }) => [tested(rows.pairs, change)]),
    estimate(rows.d, later.d_ppc2, 2),
    ...where(r, () => [estimate(rows.dCompleters(fixed(r ?? 0, 2)), later.d_ppc2_completers, 2)]),
    ...where(sensitivity, ({ missing_treated, missing_control, delta_treated, delta_control }) => [
      ...tipping(treated, missing_treated, delta_treated),
      ...tipping(control, missing_control, delta_control),
    ]),
    estimate(rows.gz(treated), later.g_z_treated, 2),
    estimate(rows.gz(control), later.g_z_control, 2),
    ...where(pairs, ({ g_z }) => [estimate(rows.pairsGz, g_z, 2)]),
    bayes(rows.bayes, later.bayes_factor_10),
    ...where(pairs, ({ bayes_factor_10 }) => [bayes(rows.pairsBayes, bayes_factor_10)]),
    ...where(missing, () => [tested(rows.differenceModel(treated, control), later.difference_model)]),
    tested(rows.difference(treated, control), later.difference),
    estimate(rows.g, later.g_between, 2),
    equivalence(rows.equivalence, later.equivalence),
    ...where(pairs, (of) => [equivalence(rows.pairsEquivalence, of.equivalence)]),
    plain(rows.icc(control), reliability.icc, 2),
    plain(rows.sem(control), reliability.sem, decimals),
    plain(rows.detectable(control), reliability.smallest_detectable_change, decimals),
  ];
}

/** How a row of each kind is written. */
function rowsIn(text: Text, decimals: number) {
  const words = text.group;
  const numbered = (value: number | null, write: (value: number) => string) =>
    value === null ? text.report.noNumber : write(value);
  const estimate = (name: string, of: Estimate, digits: number, test: Row["test"] = false): Row => ({
    name,
    value: numbered(of.value, (value) => signed(value, digits)),
    interval: interval(of, digits) || of.reason,
    test,
  });
  const test = (t: number | null, df: number | null, p: number | null) =>
    t !== null && df !== null && p !== null && words.tested(fixed(t, 2), freedom(df), probability(p));
  return {
    estimate,
    test,
    plain: (name: string, of: Estimate, digits: number): Row => ({
      ...estimate(name, of, digits),
      value: numbered(of.value, (value) => fixed(value, digits)),
    }),
    tested: (name: string, of: TestedDifference): Row =>
      estimate(name, of.estimate, decimals, test(of.t, of.df, of.p)),
    bayes: (name: string, factor: number | null): Row => ({
      name,
      value: numbered(factor, bayesFactor),
      interval: "",
      test: false,
    }),
    equivalence: (name: string, of: GroupEquivalence): Row => ({
      name,
      value: numbered(of.difference, (value) => signed(value, decimals)),
      interval:
        of.ci90_low !== null && of.ci90_high !== null
          ? words.ci90(fixed(of.ci90_low, decimals), fixed(of.ci90_high, decimals))
          : "",
      test:
        of.p !== null && of.power !== null
          ? words.tost(of.finding, probability(of.p), fixed(100 * of.power, 0))
          : of.finding,
    }),
    tipping: (group: string, share: number, delta: number | null): Row[] =>
      delta === null
        ? []
        : [
            {
              name: words.rows.tipping(group, fixed(100 * share, 0)),
              value: signed(delta, decimals),
              interval: "",
              test: false,
            },
          ],
  };
}
