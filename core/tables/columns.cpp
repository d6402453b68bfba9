#include "tables/columns.hpp"

#include <algorithm>
#include <array>
#include <span>
#include <string>

#include "base/words.hpp"
#include "tables/one_infant.hpp"
#include "words/ids/imports.hpp"

namespace attune::tables {
namespace {

/// Names as plain_name writes them, the most usual first.
std::span<const std::string_view> names_of(Column column) {
  static constexpr std::string_view participant[] = {"participant",
                                                     "participant id",
                                                     "record id",
                                                     "study id",
                                                     "subject",
                                                     "subject id",
                                                     "id",
                                                     "dyad",
                                                     "dyad id",
                                                     "infant",
                                                     "infant id",
                                                     "child",
                                                     "child id",
                                                     "pid",
                                                     "participant number",
                                                     "external reference",
                                                     "externalreference",
                                                     "external data reference",
                                                     "externaldatareference",
                                                     "id number",
                                                     "teilnehmer",
                                                     "teilnehmerin",
                                                     "teilnehmer id",
                                                     "versuchsperson",
                                                     "vp",
                                                     "proband",
                                                     "probandin",
                                                     "kind id",
                                                     "identifiant",
                                                     "sujet",
                                                     "enfant",
                                                     "id participant",
                                                     "code participant",
                                                     "patient",
                                                     "patient id",
                                                     "patient number",
                                                     "patient no",
                                                     "pat id",
                                                     "patientin",
                                                     "patienten id",
                                                     "paciente",
                                                     "participante",
                                                     "participant code",
                                                     "participant no",
                                                     "subject number",
                                                     "subject no",
                                                     "subj",
                                                     "subj id",
                                                     "ppt",
                                                     "ppt id",
                                                     "ppid",
                                                     "vpn",
                                                     "vp nr",
                                                     "vp code",
                                                     "vp id",
                                                     "versuchspersonen id",
                                                     "proband id",
                                                     "probanden id",
                                                     "pseudonym",
                                                     "code",
                                                     "id code",
                                                     "infant code",
                                                     "child code",
                                                     "baby",
                                                     "baby id",
                                                     "bébé",
                                                     "mother id",
                                                     "family",
                                                     "family id",
                                                     "familie",
                                                     "familien id",
                                                     "famille",
                                                     "dossier",
                                                     "case",
                                                     "case id",
                                                     "case number",
                                                     "fall",
                                                     "fallnummer",
                                                     "studien id",
                                                     "study number",
                                                     "studiennummer",
                                                     "nummer",
                                                     "numéro",
                                                     "record",
                                                     "código",
                                                     "id sujet",
                                                     "id enfant",
                                                     "dyade",
                                                     "name"};
  static constexpr std::string_view visit[] = {"visit",       "session",
                                               "session id",  "event",
                                               "timepoint",   "time point",
                                               "time",        "visit id",
                                               "visit name",  "visit number",
                                               "wave",        "visite",
                                               "zeitpunkt",   "messzeitpunkt",
                                               "besuch",      "termin",
                                               "mzp",         "temps",
                                               "moment",      "séance",
                                               "seance",      "visita",
                                               "bezoek",      "occasion",
                                               "assessment",  "measurement occasion",
                                               "erhebung",    "messung",
                                               "meting",      "tijdstip",
                                               "t",           "tp",
                                               "time pt",     "visit no",
                                               "visit nr",    "visit num",
                                               "visit label", "study visit",
                                               "visit type",  "prepost",
                                               "pre post",    "redcap event name",
                                               "event name",  "event id"};
  static constexpr std::string_view group[] = {"group",  "group id",      "study group", "groupe",
                                               "gruppe", "studiengruppe", "arm",         "study arm"};
  static constexpr std::string_view pair[] = {"pair", "pair id", "matched pair", "paire", "paar"};
  static constexpr std::string_view measure[] = {"measure", "variable", "outcome",   "metric",    "mesure",
                                                 "mass",    "maß",      "messgröße", "messgrösse"};
  static constexpr std::string_view value[] = {"value",    "score", "valeur",    "wert",
                                               "messwert", "raw",   "raw score", "rohwert"};
  static constexpr std::string_view reason[] = {"reason", "reason missing", "grund", "raison"};
  static constexpr std::string_view age_months[] = {
      "age months",    "age month", "age in months", "age mo",      "alter monate", "alter in monaten",
      "alter monaten", "age mois",  "âge mois",      "age en mois", "âge en mois"};
  static constexpr std::string_view age[] = {"age", "alter", "âge"};
  static constexpr std::string_view sex[] = {"sex", "gender", "sexe", "geschlecht"};
  static constexpr std::string_view gestational_age[] = {"gestational age",
                                                         "gestational age weeks",
                                                         "gestational age at birth",
                                                         "gestation",
                                                         "gestation weeks",
                                                         "gestational week",
                                                         "gestational weeks",
                                                         "ga weeks",
                                                         "ga birth",
                                                         "âge gestationnel",
                                                         "age gestationnel",
                                                         "gestationsalter",
                                                         "schwangerschaftswoche"};
  static constexpr std::string_view weeks_early[] = {"weeks early", "weeks preterm", "weeks premature"};
  static constexpr std::string_view file[] = {"file", "filename", "file name", "recording",
                                              "path", "datei",    "fichier"};
  static constexpr std::string_view mother_file[] = {"mother file", "mother filename", "mother recording",
                                                     "fichier mère", "datei mutter"};
  static constexpr std::string_view source[] = {"source", "quelle"};
  static constexpr std::string_view scale[] = {"scale",      "item",      "measure",    "skala",
                                               "échelle",    "echelle",   "fragebogen", "questionnaire",
                                               "instrument", "field name"};
  static constexpr std::string_view score[] = {"score",     "value",  "answer",    "response", "wert",
                                               "punktwert", "punkte", "valeur",    "réponse",  "antwort",
                                               "summe",     "raw",    "raw score", "rohwert"};
  static constexpr std::string_view rater[] = {
      "rater",         "informant",    "respondent", "reporter",     "répondant",      "auskunftsperson",
      "beurteiler",    "completed by", "filled by",  "filled in by", "filled out by",  "answered by",
      "rated by",      "reported by",  "parent",     "caregiver",    "ausgefüllt von", "ausgefüllt durch",
      "beurteilt von", "elternteil",   "rempli par", "complété par", "évaluateur",     "informante"};
  static constexpr std::string_view unit[] = {"unit", "units", "einheit", "unité", "unidad"};
  // What a score is of its scale.
  static constexpr std::string_view part[] = {
      "subscale",    "sub scale", "subscale name", "subskala", "sous échelle", "item",
      "item number", "item no",   "item nr",       "question", "factor",       "facet",
      "score type",  "scoretype", "type of score", "type",     "norm",         "statistic"};
  static constexpr std::string_view date[] = {
      "date",           "visit date",     "date of visit",    "assessment date", "date of assessment",
      "session date",   "recorded date",  "recordeddate",     "start date",      "startdate",
      "submitdate",     "timestamp",      "survey timestamp", "acq time",        "datum",
      "erhebungsdatum", "date de visite", "date de la visite"};
  switch (column) {
    case Column::participant:
      return participant;
    case Column::visit:
      return visit;
    case Column::group:
      return group;
    case Column::pair:
      return pair;
    case Column::measure:
      return measure;
    case Column::value:
      return value;
    case Column::reason:
      return reason;
    case Column::age_months:
      return age_months;
    case Column::age:
      return age;
    case Column::sex:
      return sex;
    case Column::gestational_age:
      return gestational_age;
    case Column::weeks_early:
      return weeks_early;
    case Column::file:
      return file;
    case Column::source:
      return source;
    case Column::scale:
      return scale;
    case Column::score:
      return score;
    case Column::rater:
      return rater;
    case Column::unit:
      return unit;
    case Column::part:
      return part;
    case Column::date:
      return date;
    case Column::mother_file:
      break;
  }
  return mother_file;
}

/// Without the number of a question in front: "q1 id" is id.
std::string bare_name(std::string_view name) {
  std::string plain = plain_name(name);
  const std::size_t blank = plain.find(' ');
  const bool question =
      blank != std::string::npos && blank > 1 && plain[0] == 'q' &&
      std::all_of(plain.begin() + 1, plain.begin() + static_cast<std::ptrdiff_t>(blank), is_digit);
  return question ? plain.substr(blank + 1) : plain;
}

/// The most usual name as a table writes it.
std::string usual_name(Column column) {
  std::string usual(names_of(column).front());
  std::replace(usual.begin(), usual.end(), ' ', '_');
  return usual;
}

/// Whether a column numbers those who took part on the study's side.
bool names_staff(std::string_view bare) {
  constexpr std::array<std::string_view, 9> staff{"examiner", "interviewer",  "assessor",
                                                  "tester",   "experimenter", "rater id",
                                                  "coder",    "visitor",      "untersucher"};
  return std::any_of(staff.begin(), staff.end(), [&](std::string_view word) {
    return bare == word || (bare.starts_with(word) && bare.substr(word.size()) == " id");
  });
}

Error lacks(const CsvTable& csv, Column column, std::initializer_list<RequiredColumn> wanted) {
  words::Value::List names, needed;
  for (const std::string_view name : csv.header.cells) names.emplace_back(words::as_is(name));
  for (const RequiredColumn& one : wanted) needed.emplace_back(words::as_is(usual_name(one.column)));
  return {"E_CSV_COLUMN",
          words::say<"imports.no_column">({{"column", words::as_is(usual_name(column))},
                                           {"columns", std::move(names)},
                                           {"needed", std::move(needed)}}),
          "line " + std::to_string(csv.header.line)};
}

/// What scores other than raw ones are called.
constexpr std::array<std::string_view, 24> score_kinds{"percentile",
                                                       "percentiles",
                                                       "percentile rank",
                                                       "percentile ranks",
                                                       "centile",
                                                       "centiles",
                                                       "prozentrang",
                                                       "prozentränge",
                                                       "rang percentile",
                                                       "pr",
                                                       "t",
                                                       "t score",
                                                       "t scores",
                                                       "t wert",
                                                       "z",
                                                       "z score",
                                                       "z wert",
                                                       "standard score",
                                                       "stanine",
                                                       "sten",
                                                       "mean",
                                                       "median",
                                                       "scaled score",
                                                       "sd"};

bool names_kind(const std::string& plain) {
  return std::find(score_kinds.begin(), score_kinds.end(), plain) != score_kinds.end();
}

}  // namespace

std::optional<std::size_t> find_column(const CsvTable& csv, Column column) {
  const auto names = names_of(column);
  auto best = names.end();
  std::optional<std::size_t> place;
  for (std::size_t i = 0; i < csv.header.cells.size(); ++i) {
    const auto found = std::find(names.begin(), best, bare_name(csv.header.cells[i]));
    if (found == best) continue;
    best = found;
    place = i;
  }
  return place;
}

std::optional<std::size_t> find_part(const CsvTable& csv) {
  constexpr std::array<std::string_view, 3> vague{"type", "norm", "statistic"};
  const auto part = find_column(csv, Column::part);
  const bool is_vague =
      part && std::find(vague.begin(), vague.end(), plain_name(csv.header.cells[*part])) != vague.end();
  if (part && !is_vague) return part;
  for (const auto& told : {part, find_column(csv, Column::unit)})
    if (told && std::any_of(csv.rows.begin(), csv.rows.end(),
                            [&](const CsvRow& row) { return names_kind(plain_name(row.cells[*told])); }))
      return told;
  return std::nullopt;
}

std::string kind_told(std::string_view unit, std::string_view description) {
  constexpr std::array<std::string_view, 5> raw{"raw", "sum", "rohwert", "brut", "somme"};
  constexpr std::size_t shortest = 7;  // "mean" may stand in any description
  const std::string plain = plain_name(unit), told = " " + plain_name(description) + " ";
  if (names_kind(plain)) return plain;
  if (holds_word(told, raw)) return "";
  for (const std::string_view kind : score_kinds) {
    const std::size_t at = told.find(" " + std::string(kind) + " ");
    if (kind.size() < shortest || at == std::string::npos) continue;
    // "above the 85th percentile" tells a limit.
    const std::size_t before = told.find_last_of(' ', at == 0 ? 0 : at - 1) + 1;
    if (before >= at || !is_digit(told[before])) return std::string(kind);
  }
  return "";
}

Result<std::size_t> require_column(const CsvTable& csv, Column column, std::string_view name) {
  if (const auto found = find_column(csv, column)) return *found;
  return csv.require(name);
}

Status place_columns(const CsvTable& csv, std::initializer_list<RequiredColumn> wanted) {
  for (const RequiredColumn& required : wanted) {
    const auto place = find_column(csv, required.column);
    if (!place) return lacks(csv, required.column, wanted);
    required.place = *place;
  }
  return success();
}

Status check_alone(const CsvTable& csv, Column column, std::size_t place) {
  const auto names = names_of(column);
  for (std::size_t i = 0; i < csv.header.cells.size(); ++i) {
    if (i == place || std::find(names.begin(), names.end(), bare_name(csv.header.cells[i])) == names.end())
      continue;
    for (const CsvRow& row : csv.rows) {
      const auto here = csv.number(row, place), there = csv.number(row, i);
      if (here && there && *here != *there)
        return Error{"E_TABLE_COLUMNS",
                     words::say<"imports.two_values">({{"first", words::as_is(csv.header.cells[place])},
                                                       {"other", words::as_is(csv.header.cells[i])}}),
                     place_of_line(row.line)};
    }
  }
  return success();
}

bool is_key_column(std::string_view name) {
  const std::string bare = bare_name(name);
  for (const Column column :
       {Column::participant, Column::visit, Column::group, Column::pair, Column::age_months, Column::age,
        Column::sex, Column::gestational_age, Column::weeks_early, Column::file, Column::mother_file}) {
    const auto names = names_of(column);
    if (std::find(names.begin(), names.end(), bare) != names.end()) return true;
  }
  return bare.empty() || names_origin(bare) || names_staff(bare) || name.ends_with("_complete");
}

}  // namespace attune::tables
