#include "tables/visit_words.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "tables/visit_name.hpp"

namespace attune::tables {
namespace {

template <std::size_t N>
bool is_any(const std::string& word, const std::array<std::string_view, N>& list) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

struct PlacedWord {
  std::string_view word;
  int place;
};

constexpr std::array placed_words{
    PlacedWord{"screening", VisitWord::screening},
    PlacedWord{"screen", VisitWord::screening},
    PlacedWord{"prescreening", VisitWord::screening},
    PlacedWord{"intake", VisitWord::intake},
    PlacedWord{"enrolment", VisitWord::intake},
    PlacedWord{"enrollment", VisitWord::intake},
    PlacedWord{"inclusion", VisitWord::intake},
    PlacedWord{"admission", VisitWord::intake},
    PlacedWord{"baseline", VisitWord::baseline},
    PlacedWord{"base", VisitWord::baseline},
    PlacedWord{"bl", VisitWord::baseline},
    PlacedWord{"initial", VisitWord::baseline},
    PlacedWord{"start", VisitWord::baseline},
    PlacedWord{"entry", VisitWord::baseline},
    PlacedWord{"départ", VisitWord::baseline},
    PlacedWord{"référence", VisitWord::baseline},
    PlacedWord{"eingang", VisitWord::baseline},
    PlacedWord{"ausgangswert", VisitWord::baseline},
    PlacedWord{"basis", VisitWord::baseline},
    PlacedWord{"basal", VisitWord::baseline},
    PlacedWord{"basale", VisitWord::baseline},
    PlacedWord{"initiale", VisitWord::baseline},
    PlacedWord{"inicial", VisitWord::baseline},
    PlacedWord{"inicio", VisitWord::baseline},
    PlacedWord{"début", VisitWord::baseline},
    PlacedWord{"debut", VisitWord::baseline},
    PlacedWord{"beginn", VisitWord::baseline},
    PlacedWord{"beginning", VisitWord::baseline},
    PlacedWord{"aufnahme", VisitWord::intake},
    PlacedWord{"entrée", VisitWord::intake},
    PlacedWord{"randomisation", VisitWord::baseline},
    PlacedWord{"randomization", VisitWord::baseline},
    PlacedWord{"randomisierung", VisitWord::baseline},
    PlacedWord{"pre", VisitWord::before},
    PlacedWord{"pré", VisitWord::before},
    PlacedWord{"before", VisitWord::before},
    PlacedWord{"prä", VisitWord::before},
    PlacedWord{"prae", VisitWord::before},
    PlacedWord{"vor", VisitWord::before},
    PlacedWord{"avant", VisitWord::before},
    PlacedWord{"vorher", VisitWord::before},
    PlacedWord{"antes", VisitWord::before},
    PlacedWord{"pretest", VisitWord::before},
    PlacedWord{"pretreatment", VisitWord::before},
    PlacedWord{"during", VisitWord::during},
    PlacedWord{"mid", VisitWord::during},
    PlacedWord{"middle", VisitWord::during},
    PlacedWord{"midpoint", VisitWord::during},
    PlacedWord{"midtreatment", VisitWord::during},
    PlacedWord{"interim", VisitWord::during},
    PlacedWord{"pendant", VisitWord::during},
    PlacedWord{"after", VisitWord::after},
    PlacedWord{"post", VisitWord::after},
    PlacedWord{"posttest", VisitWord::after},
    PlacedWord{"posttreatment", VisitWord::after},
    PlacedWord{"après", VisitWord::after},
    PlacedWord{"apres", VisitWord::after},
    PlacedWord{"nachher", VisitWord::after},
    PlacedWord{"nach", VisitWord::after},
    PlacedWord{"end", VisitWord::after},
    PlacedWord{"endpoint", VisitWord::after},
    PlacedWord{"fin", VisitWord::after},
    PlacedWord{"final", VisitWord::after},
    PlacedWord{"exit", VisitWord::after},
    PlacedWord{"discharge", VisitWord::after},
    PlacedWord{"después", VisitWord::after},
    PlacedWord{"despues", VisitWord::after},
    PlacedWord{"ende", VisitWord::after},
    PlacedWord{"abschluss", VisitWord::after},
    PlacedWord{"entlassung", VisitWord::after},
    PlacedWord{"sortie", VisitWord::after},
    PlacedWord{"followup", VisitWord::follow_up},
    PlacedWord{"fu", VisitWord::follow_up},
    PlacedWord{"fup", VisitWord::follow_up},
    PlacedWord{"suivi", VisitWord::follow_up},
    PlacedWord{"katamnese", VisitWord::follow_up},
    PlacedWord{"seguimiento", VisitWord::follow_up},
    PlacedWord{"nachuntersuchung", VisitWord::follow_up},
    PlacedWord{"nachbefragung", VisitWord::follow_up},
    PlacedWord{"later", VisitWord::later},
    PlacedWord{"ingresso", VisitWord::intake},
    PlacedWord{"vooronderzoek", VisitWord::intake},
    PlacedWord{"anfang", VisitWord::baseline},
    PlacedWord{"nulmeting", VisitWord::baseline},
    PlacedWord{"beginmeting", VisitWord::baseline},
    PlacedWord{"iniziale", VisitWord::baseline},
    PlacedWord{"ausgangsmessung", VisitWord::baseline},
    PlacedWord{"eingangsmessung", VisitWord::baseline},
    PlacedWord{"dbut", VisitWord::baseline},
    PlacedWord{"rfrence", VisitWord::baseline},
    PlacedWord{"voormeting", VisitWord::before},
    PlacedWord{"vormessung", VisitWord::before},
    PlacedWord{"vorerhebung", VisitWord::before},
    PlacedWord{"vortest", VisitWord::before},
    PlacedWord{"prima", VisitWord::before},
    PlacedWord{"före", VisitWord::before},
    PlacedWord{"før", VisitWord::before},
    PlacedWord{"przed", VisitWord::before},
    PlacedWord{"pretx", VisitWord::before},
    PlacedWord{"pretherapy", VisitWord::before},
    PlacedWord{"preintervention", VisitWord::before},
    PlacedWord{"prétraitement", VisitWord::before},
    PlacedWord{"pretraitement", VisitWord::before},
    PlacedWord{"prtraitement", VisitWord::before},
    PlacedWord{"préthérapie", VisitWord::before},
    PlacedWord{"vooraf", VisitWord::before},
    PlacedWord{"zwischenmessung", VisitWord::during},
    PlacedWord{"tussenmeting", VisitWord::during},
    PlacedWord{"zwischenerhebung", VisitWord::during},
    PlacedWord{"nameting", VisitWord::after},
    PlacedWord{"nachmessung", VisitWord::after},
    PlacedWord{"nacherhebung", VisitWord::after},
    PlacedWord{"nachtest", VisitWord::after},
    PlacedWord{"abschlussmessung", VisitWord::after},
    PlacedWord{"abschlusserhebung", VisitWord::after},
    PlacedWord{"dopo", VisitWord::after},
    PlacedWord{"depois", VisitWord::after},
    PlacedWord{"pós", VisitWord::after},
    PlacedWord{"efter", VisitWord::after},
    PlacedWord{"etter", VisitWord::after},
    PlacedWord{"posttx", VisitWord::after},
    PlacedWord{"posttherapy", VisitWord::after},
    PlacedWord{"postintervention", VisitWord::after},
    PlacedWord{"posttraitement", VisitWord::after},
    PlacedWord{"postthérapie", VisitWord::after},
    PlacedWord{"aprs", VisitWord::after},
    PlacedWord{"eindmeting", VisitWord::after},
    PlacedWord{"finale", VisitWord::after},
    PlacedWord{"eot", VisitWord::after},
    PlacedWord{"completion", VisitWord::after},
    PlacedWord{"termination", VisitWord::after},
    PlacedWord{"dimissione", VisitWord::after},
    PlacedWord{"achteraf", VisitWord::after},
    PlacedWord{"vervolgmeting", VisitWord::follow_up},
    PlacedWord{"seguimento", VisitWord::follow_up},
    PlacedWord{"acompanhamento", VisitWord::follow_up},
    PlacedWord{"uppföljning", VisitWord::follow_up},
    PlacedWord{"oppfølging", VisitWord::follow_up},
    PlacedWord{"opfølgning", VisitWord::follow_up},
    PlacedWord{"verlaufsmessung", VisitWord::follow_up},
    PlacedWord{"retest", VisitWord::retest},
};

}  // namespace

std::optional<double> days_of_unit(const std::string& word) {
  constexpr std::array<std::string_view, 15> day{"dpp",   "d",   "day",  "days",   "jour",
                                                 "jours", "j",   "tag",  "tage",   "jrs",
                                                 "tagen", "día", "días", "giorni", "dagen"};
  constexpr std::array<std::string_view, 19> week{
      "wpp",      "wkpp",   "wkspp", "w",      "wk",      "wks",   "week",      "weeks",  "sem", "semaine",
      "semaines", "wochen", "woche", "semana", "semanas", "weken", "settimane", "veckor", "uker"};
  constexpr std::array<std::string_view, 22> month{
      "mpp",  "mopp",  "mospp",  "m",       "mo",  "mos",   "mon",   "mth",     "mths", "month",   "months",
      "mois", "monat", "monate", "monaten", "mes", "meses", "maand", "maanden", "mesi", "månader", "måneder"};
  constexpr std::array<std::string_view, 12> year{"y",   "yr",   "yrs",   "year",   "years", "an",
                                                  "ans", "jahr", "jahre", "jahren", "año",   "años"};
  if (is_any(word, day)) return 1;
  if (is_any(word, week)) return 7;
  if (is_any(word, month)) return 365.25 / 12;
  if (is_any(word, year)) return 365.25;
  return std::nullopt;
}

std::optional<double> number_spelled(const std::string& word) {
  constexpr std::array<std::array<std::string_view, 4>, 13> words{{{"zero", "zéro", "null", "cero"},
                                                                   {"one", "un", "ein", "uno"},
                                                                   {"two", "deux", "zwei", "dos"},
                                                                   {"three", "trois", "drei", "tres"},
                                                                   {"four", "quatre", "vier", "cuatro"},
                                                                   {"five", "cinq", "fünf", "cinco"},
                                                                   {"six", "sechs", "seis", "zes"},
                                                                   {"seven", "sept", "sieben", "siete"},
                                                                   {"eight", "huit", "acht", "ocho"},
                                                                   {"nine", "neuf", "neun", "nueve"},
                                                                   {"ten", "dix", "zehn", "diez"},
                                                                   {"eleven", "onze", "elf", "once"},
                                                                   {"twelve", "douze", "zwölf", "doce"}}};
  for (std::size_t i = 0; i < words.size(); ++i)
    if (is_any(word, words[i])) return static_cast<double>(i);
  return std::nullopt;
}

bool counts_visits(const std::string& word) {
  constexpr std::array<std::string_view, 24> words{
      "v",           "visit", "visite",  "t",       "time",      "timepoint",     "tp",         "point",
      "s",           "ses",   "session", "wave",    "event",     "seance",        "assessment", "occasion",
      "measurement", "phase", "mzp",     "messung", "zeitpunkt", "messzeitpunkt", "termin",     "séance"};
  return is_any(word, words);
}

bool of_treatment(const std::string& word) {
  constexpr std::array<std::string_view, 15> words{
      "treatment", "therapy", "intervention", "traitement", "thérapie", "behandlung", "therapie",   "of",
      "de",        "du",      "the",          "at",         "la",       "terapia",    "tratamiento"};
  return is_any(word, words);
}

bool is_before_birth(const std::string& word) {
  constexpr std::array<std::string_view, 15> words{"gestation", "gestational",     "pregnancy",  "pregnant",
                                                   "prenatal",  "antenatal",       "antepartum", "prepartum",
                                                   "prénatal",  "schwangerschaft", "grossesse",  "pränatal",
                                                   "embarazo",  "gestación",       "prénatale"};
  return is_any(word, words);
}

bool is_weeks_of_pregnancy(const std::string& word) {
  constexpr std::array<std::string_view, 4> words{"ssw", "gw", "ga", "sa"};
  return is_any(word, words);
}

bool is_trimester(const std::string& word) {
  constexpr std::array<std::string_view, 6> words{"trimester", "trimestre", "trim",
                                                  "trimenon",  "tri",       "schwangerschaftsdrittel"};
  return is_any(word, words);
}

bool is_after_birth(const std::string& word) {
  constexpr std::array<std::string_view, 6> words{"postpartum", "postnatal", "pp",
                                                  "postnatale", "posparto",  "puerperium"};
  return is_any(word, words);
}

std::optional<int> place_of_word(const std::string& word) {
  const auto found = std::find_if(placed_words.begin(), placed_words.end(),
                                  [&](const PlacedWord& placed) { return placed.word == word; });
  if (found == placed_words.end()) return std::nullopt;
  return found->place;
}

int counted_as(const std::string& word) {
  constexpr std::array<std::array<std::string_view, 4>, 4> words{{{"first", "one", "premier", "première"},
                                                                  {"second", "two", "deuxième", "seconde"},
                                                                  {"third", "three", "troisième", "drei"},
                                                                  {"fourth", "four", "quatrième", "vier"}}};
  for (std::size_t i = 0; i < words.size(); ++i)
    if (is_any(word, words[i])) return static_cast<int>(i) + 1;
  // Erstmessung, Zweittermin
  constexpr std::array<std::string_view, 3> starts{"erst", "zweit", "dritt"};
  constexpr std::array<std::string_view, 6> ends{"messung",  "termin", "untersuchung",
                                                 "erhebung", "besuch", "befragung"};
  for (std::size_t i = 0; i < starts.size(); ++i)
    if (word.starts_with(starts[i]) && is_any(word.substr(starts[i].size()), ends))
      return static_cast<int>(i) + 1;
  return 0;
}

int month_named(const std::string& word) {
  constexpr std::array<std::array<std::string_view, 6>, 12> months{
      {{"january", "jan", "janvier", "januar", "enero", "janv"},
       {"february", "feb", "février", "februar", "febrero", "févr"},
       {"march", "mar", "mars", "märz", "marzo", "mrz"},
       {"april", "apr", "avril", "avr", "abril", "abr"},
       {"may", "mai", "mayo", "may", "may", "may"},
       {"june", "jun", "juin", "juni", "junio", "jun"},
       {"july", "jul", "juillet", "juli", "julio", "juil"},
       {"august", "aug", "août", "agosto", "ago", "aout"},
       {"september", "sep", "septembre", "sept", "septiembre", "sep"},
       {"october", "oct", "octobre", "oktober", "okt", "octubre"},
       {"november", "nov", "novembre", "noviembre", "nov", "nov"},
       {"december", "dec", "décembre", "dezember", "dez", "diciembre"}}};
  for (std::size_t i = 0; i < months.size(); ++i)
    if (is_any(word, months[i])) return static_cast<int>(i) + 1;
  return 0;
}

}  // namespace attune::tables
