// The dictionaries, and what the core says put into French: every text has its words, and names stay as they are.
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { en, fr, inEnglish, spoken, told } from "./french.mjs";
import { loadCore } from "./recordings.mjs";

/** "a.b.c" and value of every leaf of a dictionary. */
function* leaves(value, path = "") {
  if (typeof value !== "object" || value === null) yield [path, value];
  else
    for (const [key, member] of Object.entries(value)) yield* leaves(member, path ? `${path}.${key}` : key);
}

describe("the dictionaries", () => {
  it("have the same keys, and functions of as many values", () => {
    const shape = (text) =>
      [...leaves(text)].map(
        ([path, value]) =>
          `${path}: ${typeof value}${value?.length && typeof value === "function" ? value.length : ""}`,
      );
    // Names of states and of the examples' phases are the core's own in English.
    const without = (lines) =>
      lines.filter((line) => !/^(report\.stillFace\.stateNames|examplePhases)/.test(line));
    assert.deepEqual(without(shape(fr)).sort(), without(shape(en)).sort());
  });

  it("differ in every text but names and symbols", () => {
    const same = new Set(
      [...leaves(fr)].flatMap(([path, value]) => {
        const other = path.split(".").reduce((node, key) => node?.[key], en);
        const isWord = typeof value === "string" && /\p{L}{2}/u.test(value) && value === other;
        return isWord && !path.startsWith("methods.referenceList") ? [value] : [];
      }),
    );
    // Besides names and symbols, words that are spelled the same in both languages.
    const alike = `Attune|EEG|ECG|EOG|EMG|FAA|FAA, ln|RMSSD, ms|SDNN, ms|ln ms²|ms²/Hz|Hz|SVG|PNG|RMSSD|Cz|min|muscle
      Phases|Phase|Site|Format|annotations|Annotations|points|Score|Scores|SME|Code|code|Source|Sources|page|Version|Provenance|Actions
      Alt|Ctrl Z|1–40 Hz|ms|attune-pair.json|attune-session.json|attune-derivatives.zip|attune-report.html
      Pause|Test|p, Holm|d_ppc2|triangle|violet|Datavyu CSV|BIDS events.tsv|Signature|Date|Consensus|scores`;
    const names = new Set(alike.split(/[|\n]/).map((name) => name.trim()));
    assert.deepEqual(
      [...same].filter((value) => !names.has(value)),
      [],
    );
  });

  it("have French spacing and plurals", () => {
    for (const [path, value] of leaves(fr)) {
      if (typeof value === "string") assert.doesNotMatch(value, / [;:!?%»]|« /, path);
    }
    assert.equal(fr.trust.requests(0), "0 requête depuis l’ouverture de cette page.");
    assert.equal(fr.trust.requests(1), "1 requête depuis l’ouverture de cette page.");
    assert.equal(fr.trust.requests(2), "2 requêtes depuis l’ouverture de cette page.");
    assert.equal(fr.trust.blocked(0), "0 tentative bloquée par le navigateur.");
    assert.equal(fr.report.places.percentile(1), "1er");
    assert.equal(fr.report.places.percentile(42), "42e");
    assert.equal(
      fr.notice,
      "Attune est un outil de recherche et d’enseignement. Il ne pose pas de diagnostic.",
    );
  });
});

describe("what the core says", () => {
  it("is in French what its catalogue says; what has no French is shown as it is", () => {
    const said = { message: { id: "edf.gaps", with: {}, fr: "Voir là." } };
    const diagnostic = { message: "See there.", where: "labels, at rest", said };
    assert.equal(told(diagnostic, "message", fr), "Voir là.");
    assert.equal(told(diagnostic, "message", en), "See there.");
    assert.equal(told(diagnostic, "where", fr), "labels, at rest");
    assert.deepEqual(spoken(["as recorded", "own"], [null, { fr: "à soi" }], fr), ["as recorded", "à soi"]);
  });

  it("has French words for tables that cannot be read, for every scale and every setting", async () => {
    const core = await loadCore();
    const refused = [
      core.referenceContents("a,b\n1,2\n"),
      core.referenceContents("participant,visit,age_months,sex,measure,value\na,whenever,5,f,rsa_ln_ms2,1\n"),
      core.referenceContents("participant,visit,age_months,sex,measure,value\na,1,5,f,rsa_ln_ms2,much\n"),
      core.scoreTable("", "{}"),
      core.readSession("{}"),
      core.readReport("no"),
      core.readReport("{}"),
    ].map((result) => JSON.parse(result).error);
    assert.ok(refused.every((error) => error?.message));
    const french = refused.flatMap((error) => [told(error, "message", fr), told(error, "where", fr)]);
    const { $defs } = JSON.parse(core.schema());
    const settings = Object.values($defs)
      .flatMap(({ properties }) => Object.values(properties ?? {}))
      .filter((member) => member["x-said"]);
    assert.ok(settings.length > 300, `${settings.length} settings`);
    for (const member of settings)
      for (const name of Object.keys(member["x-said"]))
        french.push(spoken(member[name], member["x-said"][name], fr));
    for (const scale of JSON.parse(core.knownScales()))
      french.push(told(scale, "title", fr), told(scale, "up_means", fr));
    assert.deepEqual(inEnglish(french.filter(Boolean)), []);
  });
});

describe("what the core says about groups", () => {
  const core = loadCore();
  const folderOf = async (paths, tables) =>
    JSON.parse(
      (await core).cohortPlan(JSON.stringify({ paths, tables }), (await core).defaultCohortSettings()),
    );

  /** The simulated study, changed; what the core then says of it, as "value" or "error". */
  async function compared(change) {
    const { exampleStudy, cohortResults, defaultCohortSettings, defaultSettings } = await core;
    const study = JSON.parse(exampleStudy());
    const settings = JSON.parse(defaultCohortSettings());
    change(study, settings);
    const { plan, measured } = study;
    const json = [plan, measured, settings].map((part) => JSON.stringify(part));
    return JSON.parse(cohortResults(...json, defaultSettings())).value;
  }

  const worded = /^(title|finding|sentence|cautions|reason|unit|up_means|message|where|missing_reasons)$/;

  /** Whatever of the core's answer is shown in words, in English and in French. */
  function* wordsOf(value) {
    if (typeof value !== "object" || value === null) return;
    for (const [name, member] of Object.entries(value)) {
      if (name === "said") continue;
      const isText = worded.test(name) || (name === "missing" && typeof member === "string");
      if (isText) yield* pairsOf(member, spoken(member, value.said?.[name], fr));
      else yield* wordsOf(member);
    }
  }

  function* pairsOf(english, french) {
    if (typeof english === "string") yield [english, french];
    else for (const name of Object.keys(english ?? {})) yield* pairsOf(english[name], french[name]);
  }

  it("keeps the names of groups and visits", async () => {
    const { group } = await compared(({ plan }) => {
      const visits = { "ses-1": "first visit", "ses-2": "3 months later" };
      plan.visits = Object.values(visits);
      for (const session of plan.sessions) session.visit = visits[session.visit];
      for (const infant of plan.infants)
        infant.group = infant.group === "ppd" ? "mother's treatment (CBT)" : "treatment as usual";
    });
    const [later] = group.measures.find(({ primary }) => primary).later_visits;
    assert.equal(
      told(later, "finding", fr),
      "le groupe mother's treatment (CBT) s’est rapproché du groupe treatment as usual\u202f; aucune différence mise en évidence à 3 months later\u202f; équivalents à ±0,406 près à 3 months later",
    );
    assert.equal(
      told(later, "sentence", fr),
      "ASR, tout l’enregistrement (plus élevé\u202f: plus de variabilité)\u202f: de first visit à 3 months later, mother's treatment (CBT) a changé de +0,45 ln ms² (IC à 95\u202f% de +0,22 à +0,69, p\u00a0<\u00a00,001), treatment as usual a changé de 0,00 ln ms² (IC à 95\u202f% de −0,22 à +0,23, p\u00a0=\u00a00,983)\u202f; différence +0,45 ln ms² (IC à 95\u202f% de +0,13 à +0,77\u202f; p\u00a0=\u00a00,006, Holm p\u00a0=\u00a00,012)\u202f: les groupes ont changé différemment. À 3 months later, mother's treatment (CBT) − treatment as usual = +0,02 ln ms² (IC à 95\u202f% de −0,34 à +0,38, p\u00a0=\u00a00,915)\u202f: aucune différence mise en évidence\u202f; équivalents à ±0,406 près (p\u00a0=\u00a00,017, puissance 45\u202f%). Sur 40 paires appariées, la différence des changements est de +0,45 ln ms² (IC à 95\u202f% de +0,14 à +0,76, p\u00a0=\u00a00,006).",
    );
  });

  it("has French words for whatever is missing or left out, and for folders and tables that are wrong", async () => {
    const few = (study, kept) => {
      study.measured = study.measured.map((one, i) => (kept(i) ? one : null));
    };
    const studies = await Promise.all(
      [
        (study) => few(study, (i) => i % 80 < 6),
        (study) => few(study, (i) => i >= 80 || i % 2 === 0),
        (study, { gates }) => {
          Object.assign(gates, {
            fewest_clean_eeg_s: 144,
            most_edited_beats_percent: 0.5,
            oldest_months: 7.2,
          });
          few(study, (i) => i % 7 > 0);
        },
        (study, { gates }) => {
          gates.fewest_heart_epochs = 6;
          study.measured[3] = study.measured[4];
          study.measured[5] = { error: { code: "E_EDF", message: "Xx", where: "" } };
        },
        // Differences at the first visit, at both, and at the second alone; no spread.
        ...[[1], [2, 1], [0, 1], [-9, 1]].map((shifts) => ({ measured, plan }) => {
          for (const [i, { infant, visit }] of plan.sessions.entries())
            for (const value of measured[i].values)
              if (shifts[0] === -9) value.value = 1;
              else if (plan.infants[infant].group === "ppd")
                value.value += 99 * (shifts[Number(visit === "ses-2")] ?? 0);
        }),
        ...[["a"], ["a", "b"], ["a", "b", "c"], ["", "control", "b"]].map((names) => ({ plan }) => {
          plan.infants.forEach((infant, i) => {
            infant.group = names[i % names.length];
          });
        }),
        (_, { group }) => Object.assign(group, { control: "nobody" }),
        ({ plan, measured }) => {
          plan.sessions.splice(2);
          plan.sessions.splice(1, 1);
          measured.splice(1);
          plan.visits.splice(1);
        },
      ].map(compared),
    );
    const session = (infant, visit, task = "rest") =>
      `sub-${infant}/ses-${visit}/eeg/sub-${infant}_ses-${visit}_task-${task}_eeg.edf`;
    const bids = [session(1, 1), session(1, 2), session(2, 1), session(2, 1, "play")];
    const scores = "participant_id\tsession_id\tibq_orc_mother\tnote\n";
    const folders = await Promise.all([
      folderOf(["letter.txt", "a.edf"], {}),
      folderOf(bids, {}),
      folderOf(bids, {
        "participants.tsv": "participant_id\tgroup\nsub-1\tppd\n",
        "phenotype/a.tsv": `${scores}sub-1\tses-1\t9\tz\nsub-1\tses-1\t4\tz\nsub-1\tses-1\t5\tz\nsub-9\tses-1\t4\tz\n`,
        "phenotype/b.tsv": "x\ty\n1\t2\n",
        "phenotype/c.tsv": "",
        "sub-1/sub-1_sessions.tsv": "x\ty\n1\t2\n",
        "sub-2/sub-2_sessions.tsv": "",
      }),
      ...[
        "who\tgroup\na\tb\n",
        "participant_id\tgroup\nsub-1\n",
        'participant_id\tgroup\nsub-1\t"a\n',
        "participant_id\tgroup\nsub-1\ta\nsub-1\ta\n",
      ].map((text) => folderOf(bids, { "participants.tsv": text })),
      ...[
        "a,1,x,p,f,a.edf\na,2,y,p,f,",
        "a,1,x,p,f,c.edf\nb,1,x,p,f,",
        "a,1,x,p,f,\na,1,x,p,f,",
        ",1,x,p,f,",
      ].map((lines) =>
        folderOf(["a.edf"], {
          "t.csv": `participant,visit,group,pair,sex,file\n${lines}\n`,
          "u.csv": "participant,visit,group,file\n",
        }),
      ),
    ]);
    const said = new Map(wordsOf([...studies, ...folders]));
    for (const none of ["", "Xx (E_EDF)"]) said.delete(none);
    assert.ok(said.size > 150, `${said.size} texts`);
    assert.deepEqual(
      inEnglish([...said.values()].map((text) => text.replace(/ (participant|sub-\*).*/, ""))),
      [],
    );
    const alike = /^(BIDS|table|ln|ln ms²|ms|min⁻¹|points|RMSSD|[\w./-]+\.(tsv|csv|edf))$/;
    assert.deepEqual(
      [...said].filter(([english, french]) => french === english && !alike.test(english)),
      [],
    );
  });
});
