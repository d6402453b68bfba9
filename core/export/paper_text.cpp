#include "export/paper_text.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "base/json.hpp"
#include "base/words.hpp"

namespace attune::exports {
namespace {

struct Source {
  std::string_view cited;  ///< as it stands in the text
  const char* reference;
};
constexpr std::array<Source, 23> sources{{
    {"Bar-Haim et al., 2000",
     "Bar-Haim Y, Marshall PJ, Fox NA (2000). Developmental changes in heart period and high-frequency heart "
     "period variability from 4 months to 4 years of age. Developmental Psychobiology 37, 44–56."},
    {"Berntson et al. (1990)",
     "Berntson GG, Quigley KS, Jang JF, Boysen ST (1990). An approach to artifact identification: "
     "application "
     "to heart period data. Psychophysiology 27, 586–598."},
    {"Crawford and Garthwaite, 2007",
     "Crawford JR, Garthwaite PH (2007). Using regression equations built from summary data in the "
     "neuropsychological "
     "assessment of the individual case. Neuropsychology 21, 611–620."},
    {"Crawford and Howell, 1998",
     "Crawford JR, Howell DC (1998). Comparing an individual’s test score against norms derived from small "
     "samples. The Clinical Neuropsychologist 12, 482–486."},
    {"Donoghue et al., 2020",
     "Donoghue T, Haller M, Peterson EJ, Varma P, Sebastian P, Gao R, Noto T, Lara AH, Wallis JD, Knight RT, "
     "Shestyuk A, Voytek B (2020). Parameterizing neural power spectra into periodic and aperiodic "
     "components. Nature Neuroscience 23, 1655–1665."},
    {"Engle, 2004",
     "Engle WA; American Academy of Pediatrics Committee on Fetus and Newborn (2004). Age terminology during "
     "the perinatal period. Pediatrics 114, 1362–1364."},
    {"Holm, 1979",
     "Holm S (1979). A simple sequentially rejective multiple test procedure. Scandinavian Journal of "
     "Statistics 6, "
     "65–70."},
    {"Hyndman and Mohn, 1975",
     "Hyndman BW, Mohn RK (1975). A model of the cardiac pacemaker and its use in decoding the information "
     "content of cardiac intervals. Automedica 1, 239–252."},
    {"Jacobson and Truax (1991)",
     "Jacobson NS, Truax P (1991). Clinical significance: a statistical approach to defining meaningful "
     "change in psychotherapy research. Journal of Consulting and Clinical Psychology 59, 12–19."},
    {"Künsch, 1989",
     "Künsch HR (1989). The jackknife and the bootstrap for general stationary observations. Annals of "
     "Statistics 17, 1217–1241."},
    {"Lazarus et al., 2018",
     "Lazarus E, Lewis DJ, Stock JH, Watson MW (2018). HAR inference: recommendations for practice. Journal "
     "of "
     "Business & Economic Statistics 36, 541–559."},
    {"Lipponen and Tarvainen (2019)",
     "Lipponen JA, Tarvainen MP (2019). A robust algorithm for heart rate variability time series artefact "
     "correction using novel beat classification. Journal of Medical Engineering and Technology 43, "
     "173–181."},
    {"Luck et al., 2021",
     "Luck SJ, Stewart AX, Simmons AM, Rhemtulla M (2021). Standardized measurement error: a universal "
     "metric of data quality for averaged event-related potentials. Psychophysiology 58, e13793."},
    {"Marshall et al., 2002",
     "Marshall PJ, Bar-Haim Y, Fox NA (2002). Development of the EEG from 5 months to 4 years of age. "
     "Clinical Neurophysiology 113, 1199–1208."},
    {"Matthey, 2004",
     "Matthey S (2004). Calculating clinically significant change in postnatal depression studies using the "
     "Edinburgh Postnatal Depression Scale. Journal of Affective Disorders 78, 269–272."},
    {"Pernet et al., 2020",
     "Pernet C, Garrido MI, Gramfort A, Maurits N, Michel CM, Pang E, Salmelin R, Schoffelen JM, Valdes-Sosa "
     "PA, Puce A (2020). Issues and recommendations from the OHBM COBIDAS MEEG committee for reproducible "
     "EEG and MEG research. Nature Neuroscience 23, 1473–1483."},
    {"Porges and Bohrer (1990)",
     "Porges SW, Bohrer RE (1990). The analysis of periodic processes in psychophysiological research. In: "
     "Cacioppo JT, Tassinary LG (eds), Principles of Psychophysiology. Cambridge University Press."},
    {"Quigley et al., 2024",
     "Quigley KS, Gianaros PJ, Norman GJ, Jennings JR, Berntson GG, de Geus EJC (2024). Publication "
     "guidelines for human heart rate and heart rate variability studies in psychophysiology—Part 1: "
     "Physiological underpinnings and foundations of measurement. Psychophysiology 61, e14604."},
    {"Quintana et al., 2016",
     "Quintana DS, Alvares GA, Heathers JAJ (2016). Guidelines for Reporting Articles on Psychiatry and "
     "Heart rate variability (GRAPH): recommendations to advance research communication. Translational "
     "Psychiatry 6, e803."},
    {"Simonsohn et al., 2020",
     "Simonsohn U, Simmons JP, Nelson LD (2020). Specification curve analysis. Nature Human Behaviour 4, "
     "1208–1214."},
    {"Task Force, 1996",
     "Task Force of the European Society of Cardiology and the North American Society of Pacing and "
     "Electrophysiology (1996). Heart rate variability: standards of measurement, physiological "
     "interpretation and clinical use. Circulation 93, 1043–1065."},
    {"Šoškić et al., 2025",
     "Šoškić A, Ković V, Algermissen J, et al. (2025). ARTEM-IS for ERP: Agreed Reporting Template for EEG "
     "Methodology – International Standard for event-related potential experiments. Psychophysiology 62, "
     "e70187."},
    {"Wilson and Cradock, 2004",
     "Wilson SL, Cradock MM (2004). Review: accounting for prematurity in developmental assessment and the "
     "use "
     "of age-adjusted scores. Journal of Pediatric Psychology 29, 641–649."},
}};

}  // namespace

bool has_beats(const visit::Visit& visit) {
  return visit.heart.reason.empty() && !visit.heart.source.empty();
}

bool has_detected_beats(const visit::Visit& visit) {
  return has_beats(visit) && visit.heart.source != "list of beats" && visit.heart.source != "annotations";
}

bool has_brain(const visit::Visit& visit) {
  return visit.eeg.reason.empty() && !visit.eeg.asymmetry.empty();
}

bool any_visit(const report::Report& report, bool (*has)(const visit::Visit&)) {
  return std::any_of(report.visits.begin(), report.visits.end(), has);
}

std::string num(double value) {
  return dump(Json(value == static_cast<int>(value) ? Json(static_cast<int>(value)) : Json(value)));
}

std::string tenths(double value) {
  return num(std::round(10 * value) / 10);
}

Line& Line::operator<<(const char* part) {
  text += part;
  return *this;
}

Line& Line::operator<<(const std::string& part) {
  text += part;
  return *this;
}

Line& Line::operator<<(int value) {
  return *this << std::to_string(value);
}

Line& Line::operator<<(double value) {
  return *this << num(value);
}

Line& Line::rounded(double value, int decimals, bool sign) {
  return *this << number(value, decimals, sign);
}

bool is_usual_alpha(double low_hz, double high_hz) {
  const eeg::Band usual = eeg::Settings{}.alpha;
  return low_hz == usual.low_hz && high_hz == usual.high_hz;
}

std::string joined(const std::vector<std::string>& parts, const char* between) {
  std::string text;
  for (const std::string& part : parts) text += (text.empty() ? "" : between) + part;
  return text;
}

std::string by_visit(const report::Report& report,
                     const std::function<std::string(const visit::Visit&)>& of) {
  std::vector<std::string> parts;
  for (const visit::Visit& visit : report.visits)
    if (const std::string text = of(visit); !text.empty()) parts.push_back(visit.label + " " + text);
  return joined(parts);
}

std::vector<std::string> references_in(std::string_view text) {
  std::vector<std::string> found;
  for (const Source& source : sources)
    if (text.find(source.cited) != text.npos) found.emplace_back(source.reference);
  return found;
}

}  // namespace attune::exports
