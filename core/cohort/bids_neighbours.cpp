// What stands beside a recording in a BIDS folder: channels.tsv and events.tsv (Pernet et al. 2019), its own or, by the
// inheritance principle, one above it whose entities are all in the recording's name.
#include <algorithm>
#include <map>
#include <set>

#include "base/words.hpp"
#include "cohort/draft.hpp"
#include "edf/channels.hpp"
#include "edf/text.hpp"
#include "edf/units.hpp"
#include "tables/missing.hpp"
#include "words/ids/recording.hpp"

namespace attune::cohort {
namespace {

std::string folder_of(const std::string& path) {
  const std::size_t slash = path.rfind('/');
  return slash == std::string::npos ? "" : path.substr(0, slash + 1);
}

/// "sub-01", "task-rest" … of a name, without its last part ("eeg.edf", "channels.tsv").
std::set<std::string> entities_of(const std::string& path) {
  const std::string name = file_name(path);
  std::set<std::string> entities;
  std::size_t start = 0;
  for (std::size_t end; (end = name.find('_', start)) != std::string::npos; start = end + 1)
    entities.insert(name.substr(start, end - start));
  return entities;
}

/// The table of this kind that is nearest to the recording and names most of it; empty: none.
std::string table_of(const Folder& folder, const std::string& recording, const std::string& kind) {
  const std::set<std::string> own = entities_of(recording);
  const std::string at = folder_of(recording);
  std::string best;
  std::pair<std::size_t, std::size_t> rank;
  for (const auto& [path, text] : folder.tables) {
    const std::string name = file_name(path);
    if (name != kind && !name.ends_with("_" + kind)) continue;
    if (!at.starts_with(folder_of(path))) continue;
    const std::set<std::string> entities = entities_of(path);
    if (!std::includes(own.begin(), own.end(), entities.begin(), entities.end())) continue;
    const std::pair found{folder_of(path).size(), entities.size()};
    if (!best.empty() && found <= rank) continue;
    best = path;
    rank = found;
  }
  return best;
}

/// A kind of BIDS, in any case; none for types that this program has no kind for, which are `other`.
edf::ChannelKind kind_of(const std::string& type) {
  using Kind = edf::ChannelKind;
  static const std::map<std::string, Kind> kinds{
      {"eeg", Kind::eeg}, {"ecg", Kind::ecg},          {"ekg", Kind::ecg},
      {"eog", Kind::eog}, {"veog", Kind::eog},         {"heog", Kind::eog},
      {"emg", Kind::emg}, {"resp", Kind::respiration}, {"trig", Kind::trigger}};
  const auto found = kinds.find(lower(type));
  return found == kinds.end() ? Kind::other : found->second;
}

/// A cutoff in Hz as people write it: "0.5", "0,5 Hz", "DC"; none of what is no frequency.
std::optional<double> cutoff_of(std::string text) {
  text = lower(text);
  if (text == "dc") return 0;
  if (text.ends_with("hz")) text = std::string(edf::trim(text.substr(0, text.size() - 2)));
  const auto hz = decimal_number(text);
  return hz && *hz >= 0 ? hz : std::nullopt;
}

/// How many recordings and channels were told something.
struct Told {
  std::size_t channels = 0;
  std::set<std::string> recordings;

  void add(const std::string& recording, std::size_t more) {
    if (more == 0) return;
    channels += more;
    recordings.insert(recording);
  }
};

class Neighbours {
 public:
  Neighbours(Draft& draft, const Folder& folder) : draft_(draft), folder_(folder) {}

  void read() {
    for (auto& [participant, visits] : draft_.visits)
      for (auto& [name, visit] : visits) {
        if (visit.file.empty()) continue;
        if (const auto path = table_of(folder_, visit.file, "channels.tsv"); !path.empty())
          read_channels(path, visit);
        if (const auto path = table_of(folder_, visit.file, "events.tsv"); !path.empty())
          read_events(path, visit);
      }
    tell();
  }

 private:
  /// The table; none where it cannot be used, which is said once.
  std::optional<CsvTable> table(const std::string& path, const char* needed) {
    auto table = parse_table(folder_, path);
    if (table && table->find(needed)) return std::move(*table);
    if (lost_.insert(path).second)
      draft_.warn(
          "W_COHORT_NEIGHBOUR",
          table ? words::Text(words::say<"recording.bids_table_lost">({{"column", words::as_is(needed)}}))
                : table.error().message,
          path);
    return std::nullopt;
  }

  static std::string cell(const CsvTable& table, const CsvRow& row, const char* column) {
    const auto place = table.find(column);
    return !place || tables::says_missing(row.cells[*place]) ? "" : row.text(*place);
  }

  static bool says_anything(const visit::ChannelChoice& choice) {
    return choice.kind || !choice.blank_unit.empty() || !choice.blank_reference.empty() ||
           choice.blank_highpass_hz || choice.blank_lowpass_hz;
  }

  /// BIDS' low_cutoff is the high-pass, high_cutoff the low-pass; who takes them for the other's is told.
  void read_cutoffs(const CsvTable& channels, const CsvRow& row, const std::string& path,
                    visit::ChannelChoice& choice) {
    const auto highpass_hz = cutoff_of(cell(channels, row, "low_cutoff")),
               lowpass_hz = cutoff_of(cell(channels, row, "high_cutoff"));
    if (edf::plausible({highpass_hz, lowpass_hz, {}})) {
      choice.blank_highpass_hz = highpass_hz;
      choice.blank_lowpass_hz = lowpass_hz;
    } else if (lost_.insert(path + " filters").second) {
      draft_.warn("W_COHORT_FILTERS",
                  words::say<"recording.bids_cutoffs">(
                      {{"low", words::at_most(*highpass_hz, 2)}, {"high", words::at_most(*lowpass_hz, 2)}}),
                  line_of(path, row.line));
    }
  }

  void read_channels(const std::string& path, DraftVisit& visit) {
    const auto channels = table(path, "name");
    if (!channels) return;
    std::size_t kinds = 0, bad = 0;
    for (const CsvRow& row : channels->rows) {
      const std::string name = cell(*channels, row, "name"), type = cell(*channels, row, "type"),
                        units = cell(*channels, row, "units");
      if (name.empty()) continue;
      const edf::ChannelGuess guess = edf::guess_channel(name, units);
      visit::ChannelChoice choice;
      choice.label = name;
      edf::ChannelKind kind = type.empty() ? guess.kind : kind_of(type);
      // Programs write EEG for whatever they do not know better.
      const bool by_default =
          kind == edf::ChannelKind::eeg && guess.kind != kind && guess.certainty == edf::Certainty::sure;
      if (by_default) kind = guess.kind;
      if (kind != guess.kind) choice.kind = kind;
      if (edf::microvolts_per(edf::read_unit(units).text)) choice.blank_unit = units;
      choice.blank_reference = cell(*channels, row, "reference");
      read_cutoffs(*channels, row, path, choice);
      if (lower(cell(*channels, row, "status")) == "bad") {
        ++bad;
        if (kind == edf::ChannelKind::eeg)
          visit.left_out.push_back(name);
        else
          choice.kind = edf::ChannelKind::other;
      }
      kinds += choice.kind ? 1 : 0;
      if (says_anything(choice)) visit.channels.push_back(std::move(choice));
    }
    kinds_.add(visit.file, kinds);
    bad_.add(visit.file, bad);
  }

  void read_events(const std::string& path, DraftVisit& visit) {
    const auto events = table(path, "onset");
    if (!events) return;
    constexpr std::size_t most = 20000;
    for (const CsvRow& row : events->rows) {
      const auto number = [&](const char* column) { return decimal_number(cell(*events, row, column)); };
      const auto onset_s = number("onset");
      std::string text = cell(*events, row, "trial_type");
      if (text.empty()) text = cell(*events, row, "event_type");
      if (text.empty()) text = cell(*events, row, "value");
      if (!onset_s || text.empty() || visit.events.size() == most) continue;
      const auto duration_s = number("duration");
      visit.events.push_back({*onset_s, duration_s && *duration_s > 0 ? duration_s : std::nullopt, text});
    }
    events_.add(visit.file, visit.events.size());
  }

  void note(const char* code, words::Said sentence) {
    draft_.diagnostics.push_back({code, Severity::note, std::move(sentence), "", ""});
  }

  void tell() {
    if (bad_.channels > 0)
      note("N_COHORT_BAD_CHANNELS",
           words::say<"recording.bids_bad">(
               {{"channels", bad_.channels}, {"recordings", bad_.recordings.size()}}));
    if (kinds_.channels > 0)
      note("N_COHORT_CHANNELS",
           words::say<"recording.bids_kinds">(
               {{"channels", kinds_.channels}, {"recordings", kinds_.recordings.size()}}));
    if (events_.channels > 0)
      note("N_COHORT_EVENTS",
           words::say<"recording.bids_events">({{"recordings", events_.recordings.size()}}));
    tell_not_read();
  }

  /// Tables beside the recordings that might be missed, by the last part of their names.
  void tell_not_read() {
    std::map<std::string, std::size_t> kinds;
    for (const std::string& path : folder_.paths) {
      const bool read = folder_.tables.contains(path) || is_recording(path);
      if (read || !path.starts_with("sub-") || path.ends_with(".json")) continue;
      const std::string name = file_name(path);
      ++kinds[name.substr(name.rfind('_') + 1)];
    }
    words::Value::List files;
    constexpr std::size_t most = 8;
    for (const auto& [name, count] : kinds)
      if (files.size() < most)
        files.push_back(
            words::say<"recording.bids_not_read_item">({{"count", count}, {"name", words::as_is(name)}}));
    if (!files.empty())
      note("N_COHORT_NOT_READ", words::say<"recording.bids_not_read">({{"files", std::move(files)}}));
  }

  Draft& draft_;
  const Folder& folder_;
  Told kinds_, bad_, events_;
  std::set<std::string> lost_;
};

}  // namespace

void read_neighbours(Draft& draft, const Folder& folder) {
  Neighbours(draft, folder).read();
}

}  // namespace attune::cohort
