// The recordings of a BIDS folder, by their names: whose they are, and which of one session are one visit. Runs of one task
// (run-1, run-2; also split-) follow one another, and an ECG or physiology file of the same task, or of none, stands beside
// the EEG. Other tasks, montages and second formats of one recording are no parts of it, and named. The mother's is hers.
#include <algorithm>
#include <map>
#include <set>

#include "base/words.hpp"
#include "cohort/draft.hpp"
#include "edf/channels.hpp"
#include "edf/text.hpp"
#include "words/ids/cohort.hpp"

namespace attune::cohort {
namespace {

std::vector<std::string> split_at(const std::string& text, char sign) {
  std::vector<std::string> parts;
  std::size_t start = 0;
  for (std::size_t end; (end = text.find(sign, start)) != std::string::npos; start = end + 1)
    parts.push_back(text.substr(start, end - start));
  parts.push_back(text.substr(start));
  return parts;
}

/// What a recording's name says of it.
struct NamedRecording {
  std::string path;
  std::string name;                   ///< without the format's ending
  std::vector<std::string> entities;  ///< "sub-01", "task-rest" …, without runs
  std::string task;                   ///< "task-rest"; empty: none
  bool beside = false;                ///< of a heart alone, by its suffix
};

/// A recording's name without the format's ending.
std::string bare_name(const std::string& path) {
  std::string name = file_name(path);
  if (lower(name).ends_with(".gz")) name.resize(name.rfind('.'));
  name.resize(name.rfind('.'));
  return name;
}

NamedRecording named(const std::string& path) {
  NamedRecording one;
  one.path = path;
  one.name = bare_name(path);
  one.beside = is_beside_eeg(path);
  auto parts = split_at(one.name, '_');
  parts.pop_back();
  for (std::string& part : parts) {
    if (part.starts_with("task-")) one.task = part;
    if (!part.starts_with("run-") && !part.starts_with("split-")) one.entities.push_back(std::move(part));
  }
  return one;
}

/// The folders of a session that recordings of it stand in. A heart's is read as such beside an EEG's alone.
bool holds_recordings(const std::string& folder) {
  return folder == "eeg" || folder == "ecg" || folder == "physio" || folder == "beh";
}

/// Participant and visit of a recording's path; empty if it is none of this layout.
RowKey key_of_path(const std::string& path) {
  const auto parts = split_at(edf::decode_text(path).text, '/');
  if (parts.size() < 3 || !parts[0].starts_with("sub-") || !holds_recordings(parts[parts.size() - 2]) ||
      !is_recording(path))
    return {};
  if (parts[parts.size() - 2] != "eeg" && !is_beside_eeg(path)) return {};
  if (parts.size() == 3) return {parts[0], only_visit};
  return parts.size() == 4 && parts[1].starts_with("ses-") ? RowKey{parts[0], parts[1]} : RowKey{};
}

/// Whether the name says that the recording is the mother's: sub-01_ses-1_acq-mother_ecg.edf, …_recording-maman_….
bool is_mothers(const std::string& path) {
  for (const std::string& part : split_at(bare_name(path), '_')) {
    const std::size_t dash = part.find('-');
    const std::string key = dash == std::string::npos ? "" : part.substr(0, dash);
    const bool tells = key.empty() || key == "acq" || key == "recording" || key == "desc";
    if (tells && edf::is_parents_ecg("ECG " + part.substr(key.empty() ? 0 : dash + 1))) return true;
  }
  return false;
}

class Recordings {
 public:
  Recordings(Draft& draft, const Folder& folder, const Settings& settings) : draft_(draft) {
    std::vector<std::string> paths = folder.paths;
    std::sort(paths.begin(), paths.end());
    for (const std::string& path : paths) sort_in(path, settings);
  }

  void add() {
    for (const auto& [key, paths] : mothers_) {
      draft_.visit(key.first, key.second).mother = paths.front();
      for (std::size_t i = 1; i < paths.size(); ++i) leave_out(paths[i], false, paths.front());
    }
    for (auto& [key, recordings] : of_visits_) {
      // The EEG is the recording, and what else there is stands beside it.
      std::stable_partition(recordings.begin(), recordings.end(),
                            [](const NamedRecording& one) { return !one.beside; });
      DraftVisit& visit = draft_.visit(key.first, key.second);
      visit.file = recordings.front().path;
      std::set<std::string> names{recordings.front().name};
      for (std::size_t i = 1; i < recordings.size(); ++i) {
        const NamedRecording& one = recordings[i];
        const bool again = !names.insert(one.name).second;
        if (!again && is_part(recordings.front(), one))
          visit.parts.push_back(one.path);
        else
          leave_out(one.path, again, recordings.front().path);
      }
    }
    say_parts(draft_);
    if (elsewhere_ > 0)
      draft_.warn("W_COHORT_ELSEWHERE", words::say<"cohort.elsewhere">({{"count", elsewhere_}}),
                  edf::decode_text(first_elsewhere_).text);
  }

 private:
  void sort_in(const std::string& path, const Settings& settings) {
    if (!is_recording(path) || !path.starts_with("sub-")) return;
    const RowKey key = key_of_path(path);
    if (key.participant.empty()) {
      if (elsewhere_++ == 0) first_elsewhere_ = path;
      return;
    }
    NamedRecording one = named(path);
    const bool of_task = one.task == "task-" + settings.task || (one.beside && one.task.empty());
    if (!settings.task.empty() && !of_task) return;
    if (is_mothers(path))
      mothers_[{key.participant, key.visit}].push_back(path);
    else
      of_visits_[{key.participant, key.visit}].push_back(std::move(one));
  }

  static bool is_part(const NamedRecording& first, const NamedRecording& one) {
    if (one.beside && !first.beside) return one.task.empty() || one.task == first.task;
    return one.entities == first.entities;
  }

  void leave_out(const std::string& path, bool again, const std::string& taken) {
    draft_.warn("W_COHORT_SEVERAL",
                words::say<"cohort.several_recordings">(
                    {{"again", again}, {"taken", words::as_is(edf::decode_text(file_name(taken)).text)}}),
                edf::decode_text(path).text);
  }

  Draft& draft_;
  std::map<std::pair<std::string, std::string>, std::vector<NamedRecording>> of_visits_;
  std::map<std::pair<std::string, std::string>, std::vector<std::string>> mothers_;
  std::size_t elsewhere_ = 0;
  std::string first_elsewhere_;
};

}  // namespace

bool is_beside_eeg(const std::string& path) {
  static const std::set<std::string> suffixes{"ecg", "ekg", "heart", "physio", "resp"};
  const std::string name = lower(bare_name(path));
  return suffixes.contains(name.substr(name.rfind('_') + 1));
}

void find_recordings(Draft& draft, const Folder& folder, const Settings& settings) {
  Recordings(draft, folder, settings).add();
}

}  // namespace attune::cohort
