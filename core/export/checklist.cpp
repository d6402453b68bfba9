#include "export/checklist.hpp"

#include "base/markdown.hpp"
#include "export/checklist_answers.hpp"
#include "export/methods_text.hpp"
#include "export/paper_text.hpp"

namespace attune::exports {
namespace {

bool is_visit(const visit::Visit&) {
  return true;
}

/// One item, answered of each visit that it is of, or of the report; what nothing answers is to be filled in.
struct Entry {
  bool (*is_of)(const visit::Visit&);  ///< items that are of no visit are not in the list
  const char* section;
  const char* item;
  const char* source;
  void (*of_visit)(Line&, const report::Report&, const visit::Visit&) = nullptr;
  void (*of_report)(Line&, const report::Report&) = nullptr;
};

constexpr const char* participants = "Participants";
constexpr const char* session = "Session";
constexpr const char* eeg_recording = "EEG recording";
constexpr const char* eeg_preprocessing = "EEG preprocessing";
constexpr const char* eeg_measure = "EEG measure";
constexpr const char* heart_recording = "Heart recording";
constexpr const char* heart_preprocessing = "Heart preprocessing";
constexpr const char* heart_measure = "Heart measures";
constexpr const char* comparing = "Comparison";
constexpr const char* repeating = "Repeating it";

constexpr Entry entries[]{
    {is_visit, participants, "Recruitment; who could take part", "GRAPH 1a–1c"},
    {is_visit, participants, "Sex, health and what else describes the sample", "GRAPH 1d, 1e; SPR"},
    {is_visit, participants, "Medication", "COBIDAS-MEEG design; GRAPH 1d"},
    {is_visit, participants, "How many were left out, and why", "ARTEM-IS design and sample"},
    {is_visit, participants, "Ethics approval", "ARTEM-IS study"},

    {is_visit, session, "Visits, ages, time between", "COBIDAS-MEEG design; GRAPH 1e", answers::visit},
    {is_visit, session, "Length; continuous or with gaps", "COBIDAS-MEEG acquisition; GRAPH 2b",
     answers::duration},
    {is_visit, session, "Conditions and their lengths", "COBIDAS-MEEG design", answers::phases},
    {is_visit, session, "Visits without a result, and why", "ARTEM-IS design and sample; GRAPH 3c",
     answers::without_result},
    {is_visit, session, "Eyes open or closed", "COBIDAS-MEEG design"},
    {is_visit, session, "Time of day", "GRAPH 2b"},
    {is_visit, session, "Posture; who held the infant", "GRAPH 2b"},
    {is_visit, session, "Instructions to the parent", "GRAPH 2b"},
    {is_visit, session, "Awake, asleep or crying; last feed", "Attune"},
    {is_visit, session, "Room, its noise and shielding", "COBIDAS-MEEG acquisition"},
    {is_visit, session, "Number of experimenters", "COBIDAS-MEEG design"},

    {has_brain, eeg_recording, "EEG channels", "COBIDAS-MEEG acquisition; ARTEM-IS hardware",
     answers::eeg_channels},
    {has_brain, eeg_recording, "Sampling rate", "COBIDAS-MEEG acquisition; ARTEM-IS acquisition",
     answers::eeg_rate},
    {has_brain, eeg_recording, "Filters while recording", "COBIDAS-MEEG acquisition; ARTEM-IS acquisition",
     answers::eeg_filters},
    {has_brain, eeg_recording, "Kind and roll-off of these filters", "ARTEM-IS acquisition"},
    {has_brain, eeg_recording, "Reference while recording", "COBIDAS-MEEG acquisition; ARTEM-IS acquisition",
     answers::recorded_reference},
    {has_brain, eeg_recording, "Ground electrode", "COBIDAS-MEEG acquisition; ARTEM-IS acquisition"},
    {has_brain, eeg_recording, "Amplifier: maker and model", "COBIDAS-MEEG acquisition; ARTEM-IS hardware"},
    {has_brain, eeg_recording, "Acquisition software and its version",
     "COBIDAS-MEEG acquisition; ARTEM-IS acquisition"},
    {has_brain, eeg_recording, "Cap or net: maker and model", "ARTEM-IS hardware"},
    {has_brain, eeg_recording, "Electrodes: material, active or passive",
     "COBIDAS-MEEG acquisition; ARTEM-IS hardware"},
    {has_brain, eeg_recording, "Skin preparation; how electrodes were applied", "COBIDAS-MEEG acquisition"},
    {has_brain, eeg_recording, "Impedances, and when they were measured",
     "COBIDAS-MEEG acquisition; ARTEM-IS acquisition"},

    {has_brain, eeg_preprocessing,
     "Steps in order, window, taper; filters, resampling, interpolation, correction",
     "COBIDAS-MEEG preprocessing; ARTEM-IS preprocessing", answers::steps},
    {has_brain, eeg_preprocessing, "Reference used", "COBIDAS-MEEG preprocessing; ARTEM-IS preprocessing",
     answers::reference},
    {has_brain, eeg_preprocessing, "Why this reference", "COBIDAS-MEEG preprocessing"},
    {has_brain, eeg_preprocessing, "Channels not used, and why",
     "COBIDAS-MEEG preprocessing; ARTEM-IS preprocessing", answers::bad_channels},
    {has_brain, eeg_preprocessing, "Rules for artifacts and their limits",
     "COBIDAS-MEEG preprocessing; ARTEM-IS preprocessing", nullptr,
     [](Line& line, const report::Report& report) { line << artifact_text(report); }},
    {has_brain, eeg_preprocessing, "Left out by hand", "COBIDAS-MEEG preprocessing", answers::eeg_by_hand},
    {has_brain, eeg_preprocessing, "Artifact-free signal of the pair", "COBIDAS-MEEG preprocessing",
     answers::clean},

    {has_brain, eeg_measure, "Sites, formula and unit",
     "COBIDAS-MEEG statistical analysis; ARTEM-IS channels", answers::asymmetry},
    {has_brain, eeg_measure, "Why these sites", "ARTEM-IS channels"},
    {has_brain, eeg_measure, "Band and its basis", "COBIDAS-MEEG results", answers::eeg_band},
    {has_brain, eeg_measure, "Measurement error (SME; Luck et al., 2021) and the scores of every other block",
     "Attune", answers::eeg_quality},

    {has_beats, heart_recording, "Signal that the beats come from", "SPR", answers::heart_signal},
    {has_beats, heart_recording, "Device; electrodes and their places", "GRAPH 2a; SPR"},
    {has_beats, heart_recording, "Sampling rate of the ECG", "GRAPH 2b; SPR", answers::ecg_rate},
    {has_beats, heart_recording, "Filters of the ECG while recording", "GRAPH 2b; SPR", answers::ecg_filters},
    {has_beats, heart_recording, "Breathing", "SPR", answers::breathing},

    {has_beats, heart_preprocessing, "How beats were found, and artifacts found and corrected",
     "GRAPH 3a, 3b, 3d", nullptr,
     [](Line& line, const report::Report& report) { line << beats_text(report); }},
    {has_beats, heart_preprocessing, "Beats corrected", "GRAPH 3d", answers::edited},
    {has_beats, heart_preprocessing, "Epochs, and when one is not used", "GRAPH 3c", nullptr,
     answers::epoch_rule},
    {has_beats, heart_preprocessing, "What was left out, and why", "GRAPH 3c", answers::epochs},

    {has_beats, heart_measure, "Measures, transform, resampling, units", "GRAPH 3a, 4a",
     answers::heart_measures},
    {has_beats, heart_measure, "RSA band and its basis", "GRAPH 4b", answers::rsa_band},
    {has_beats, heart_measure, "What the band is taken to show", "GRAPH 4b"},
    {has_beats, heart_measure, "Model of the beats", "Attune", answers::beat_model},
    {has_beats, heart_measure,
     "Measurement error of RSA (SME; Luck et al., 2021) and the scores of every other epoch", "Attune",
     answers::rsa_quality},

    {is_visit, comparing, "Method, intervals, level, several tests", "COBIDAS-MEEG statistical analysis",
     nullptr, [](Line& line, const report::Report& report) { line << methods(report).comparison; }},
    {is_visit, comparing, "Changes of the primary measures", "COBIDAS-MEEG results", nullptr,
     answers::changes},

    {is_visit, repeating, "Software and version",
     "COBIDAS-MEEG preprocessing; ARTEM-IS preprocessing; GRAPH 4a", nullptr,
     [](Line& line, const report::Report& report) { line << "Attune " << report.provenance.version; }},
    {is_visit, repeating, "Settings", "COBIDAS-MEEG preprocessing", nullptr,
     [](Line& line, const report::Report& report) { line << methods(report).settings; }},
    {is_visit, repeating, "Recordings", "Attune", answers::digest},
    {is_visit, repeating, "Where data and code can be had, under which licence", "ARTEM-IS study"},
};

/// "every visit: 128 Hz", or "baseline: 128 Hz; follow-up: not known"; empty where it is known of none.
std::string answer_of(const Entry& entry, const report::Report& report) {
  Line line;
  if (entry.of_report != nullptr) entry.of_report(line, report);
  if (entry.of_visit == nullptr) return line.text;
  std::string first;
  std::size_t visits = 0;
  bool alike = true, known = false;
  for (const visit::Visit& visit : report.visits) {
    if (!entry.is_of(visit)) continue;
    Line answer;
    entry.of_visit(answer, report, visit);
    if (visits++ == 0) first = answer.text;
    alike = alike && answer.text == first;
    known = known || !answer.text.empty();
    line << (visits > 1 ? "; " : "") << visit.label << ": "
         << (answer.text.empty() ? "not known" : answer.text.c_str());
  }
  if (!known) return "";
  return alike && visits > 1 && visits == report.visits.size() ? "every visit: " + first : line.text;
}

void tables(Line& text, const std::vector<ChecklistItem>& items) {
  std::string section;
  for (const ChecklistItem& item : items) {
    if (item.section != section) {
      section = item.section;
      text << "\n### " << section << "\n\n| Item | Answer | Asked by |\n| --- | --- | --- |\n";
    }
    text << "| " << markdown_cell(item.item) << " | " << markdown_cell(item.answer) << " | "
         << markdown_cell(item.source) << " |\n";
  }
}

constexpr const char* introduction =
    "Items of COBIDAS-MEEG (Pernet et al., 2020), ARTEM-IS (Šoškić et al., 2025), GRAPH (Quintana et al., "
    "2016) and the guidelines of the Society for Psychophysiological Research (SPR; Quigley et al., 2024), "
    "in words of our own; \"Attune\" marks what none of them asks. It takes the place of none of them: their "
    "items on "
    "stimuli, events, sources, connectivity and groups are not here.\n";

}  // namespace

Checklist checklist(const report::Report& report) {
  Checklist list;
  for (const Entry& entry : entries) {
    if (!any_visit(report, entry.is_of)) continue;
    const std::string answer = answer_of(entry, report);
    (answer.empty() ? list.open : list.answered).push_back({entry.section, entry.item, answer, entry.source});
  }
  return list;
}

std::string checklist_text(const report::Report& report) {
  const Checklist list = checklist(report);
  const bool simulated = any_visit(report, [](const visit::Visit& visit) { return visit.file.simulated; });
  Line text;
  text
      << "# Reporting checklist\n\n"
      << (simulated ? "The recordings are simulated. " : "") << introduction
      << "\n## Answered by the report\n\nFrom its own results and settings, without anyone's judgement: read "
         "them before you use them.\n";
  tables(text, list.answered);
  text << "\n## For you to fill in\n\nWhat the recordings do not say. The guidelines ask for it no less.\n";
  tables(text, list.open);
  text << "\n## References\n\n";
  for (const std::string& reference : references_in(text.text)) text << "- " << reference << "\n";
  return text.text;
}

}  // namespace attune::exports
