// Mother's and infant's course on one time axis, phases shaded in turn: the mother's scale at the left, the infant's at
// the right, each over its own range, so that what is to be seen is when they move and not how far.
import { extent } from "d3-array";
import { scaleLinear } from "d3-scale";
import { line } from "d3-shape";
import { fixed } from "../format";
import { type Area, Chart, tickFormat, XAxis, YAxis } from "./frame";
import { MinuteAxis, shortened } from "./time";

type Course = (number | null)[];

/** How each of the two looks in every figure: in print the dash tells them apart. */
export const hearts = {
  mother: { color: "var(--visit-3)", dash: "5 2" },
  infant: { color: "var(--visit-5)", dash: undefined },
};

const height = 150;

interface CoursePhase {
  name: string;
  /** Whether the recording gave the name. */
  own: boolean;
  start_s: number;
  end_s: number;
}

export function HeartCourses(props: {
  label: string;
  timeS: number[];
  mother: Course;
  infant: Course;
  phases: CoursePhase[];
  unit: string;
}) {
  const { timeS, phases } = props;
  const from = timeS[0] ?? 0;
  const to = timeS[timeS.length - 1] ?? 1;
  return (
    <Chart height={height} label={props.label}>
      {({ width, printing }) => {
        const area: Area = { left: 38, right: width - 38, top: 22, bottom: height - 22 };
        const x = scaleLinear().domain([from, to]).range([area.left, area.right]);
        const [ofMother, ofInfant] = [scaleOf(props.mother, area), scaleOf(props.infant, area)];
        const path = (course: Course, y: (value: number) => number) =>
          line<number | null>()
            .defined((value) => value !== null)
            .x((_, i) => x(timeS[i] ?? 0))
            .y((value) => y(value ?? 0))(course) ?? "";
        return (
          <>
            {phases.map((phase, index) => (
              <PhaseShade
                key={phase.start_s}
                phase={phase}
                left={x(Math.max(phase.start_s, from))}
                right={x(Math.min(phase.end_s, to))}
                area={area}
                shaded={index % 2 === 0}
                printing={printing}
              />
            ))}
            <YAxis scale={ofMother} area={area} count={3} format={tickFormat(ofMother, 3)} />
            <RightAxis scale={ofInfant} area={area} />
            {(["mother", "infant"] as const).map((who) => (
              <path
                key={who}
                d={path(props[who], who === "mother" ? ofMother : ofInfant)}
                class="trace"
                stroke={hearts[who].color}
                stroke-dasharray={hearts[who].dash}
              />
            ))}
            <MinuteAxis scale={x} area={area} width={width} unit={props.unit} />
          </>
        );
      }}
    </Chart>
  );
}

/** A course over its own range. */
function scaleOf(course: Course, area: Area) {
  const [low = 0, high = 1] = extent(course.filter((value) => value !== null)) as [number?, number?];
  return scaleLinear().domain([low, high]).nice(3).range([area.bottom, area.top]);
}

function RightAxis({ scale, area }: { scale: ReturnType<typeof scaleOf>; area: Area }) {
  return scale.ticks(3).map((tick) => (
    <text key={tick} x={area.right + 6} y={scale(tick) + 3.5} class="t">
      {tickFormat(scale, 3)(tick)}
    </text>
  ));
}

function PhaseShade(props: {
  phase: CoursePhase;
  left: number;
  right: number;
  area: Area;
  shaded: boolean;
  printing: boolean;
}) {
  const { phase, left, right, area } = props;
  return (
    <g>
      {props.shaded && (
        <rect x={left} width={right - left} y={area.top} height={area.bottom - area.top} class="band" />
      )}
      <text x={left + 4} y={area.top - 6} class="t" data-phase={phase.own ? phase.name : undefined}>
        {shortened(phase.name, right - left - 6, props.printing)}
      </text>
    </g>
  );
}

/** How two courses go together at each lag, and how far chance goes: 5 % of surrogates reach the edge of the band. */
export function LagCurve(props: {
  label: string;
  lagS: number[];
  r: number[];
  chance: number | null;
  peak: { lag: number; low: number; high: number; r: number } | null;
  /** What stands at the two ends of the axis. */
  ends: [string, string];
}) {
  const { lagS, r, chance, peak } = props;
  return (
    <Chart height={height} label={props.label}>
      {({ width }) => {
        const area: Area = { left: 38, right: width - 12, top: 22, bottom: height - 22 };
        const most = Math.max(0.2, chance ?? 0, ...r.map(Math.abs)) * 1.08;
        const x = scaleLinear()
          .domain([lagS[0] ?? -1, lagS[lagS.length - 1] ?? 1])
          .range([area.left, area.right]);
        const y = scaleLinear().domain([-most, most]).range([area.bottom, area.top]);
        const path = line<number>()
          .x((_, i) => x(lagS[i] ?? 0))
          .y((value) => y(value));
        return (
          <>
            {chance !== null && (
              <rect
                x={area.left}
                width={area.right - area.left}
                y={y(chance)}
                height={y(-chance) - y(chance)}
                class="comparison-band"
              />
            )}
            <YAxis scale={y} area={area} count={4} format={tickFormat(y, 4)} />
            <line x1={x(0)} x2={x(0)} y1={area.top} y2={area.bottom} class="zero" />
            <text x={area.left} y={area.top - 8} class="t">
              {props.ends[0]}
            </text>
            <text x={area.right} y={area.top - 8} class="t end">
              {props.ends[1]}
            </text>
            <path d={path(r) ?? ""} class="trace lag-curve" />
            {peak && (
              <>
                <line x1={x(peak.low)} x2={x(peak.high)} y1={y(peak.r)} y2={y(peak.r)} class="whisker" />
                <circle cx={x(peak.lag)} cy={y(peak.r)} r="3.6" class="site" />
              </>
            )}
            <XAxis scale={x} area={area} count={5} format={(tick) => fixed(tick, 0)} unit="s" />
          </>
        );
      }}
    </Chart>
  );
}
