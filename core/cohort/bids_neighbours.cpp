// What stands beside a recording in a BIDS folder: channels.tsv, events.tsv and eeg.json (Pernet et al. 2019), its own or, by
// the inheritance principle, one above it whose entities are all in the recording's name.
#include <algorithm>
#include <map>
#include <set>

#include "base/sort_by.hpp"
#include "base/words.hpp"
#include "cohort/draft.hpp"
#include "cohort/sidecar.hpp"
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

/// The folder's tables by folder and kind ("sub-01/eeg/channels.tsv"), so that a recording's are found without a look at all
/// others.
using TablesByPlace = std::map<std::string, std::vector<std::string>>;
TablesByPlace by_place(const Folder& folder) {
  TablesByPlace tables;
  for (const auto& table : folder.tables) {
    const std::string name = file_name(table.first);
    tables[folder_of(table.first) + name.substr(name.rfind('_') + 1)].push_back(
        table.first);  // npos + 1 is 0
  }
  return tables;
}

/// The files of this kind that hold for the recording, the nearest and, of one folder, the one that names most of it first.
std::vector<std::string> files_of(const TablesByPlace& tables, const std::string& recording,
                                  const std::string& kind) {
  const std::set<std::string> own = entities_of(recording);
  const std::string at = folder_of(recording);
  std::vector<std::pair<std::pair<std::size_t, std::size_t>, std::string>> found;
  for (std::size_t size = 0;; size = at.find('/', size) + 1) {
    if (const auto here = tables.find(at.substr(0, size) + kind); here != tables.end())
      for (const std::string& path : here->second) {
        const std::set<std::string> entities = entities_of(path);
        if (std::includes(own.begin(), own.end(), entities.begin(), entities.end()))
          found.push_back({{size, entities.size()}, path});
      }
    if (size == at.size()) break;
  }
  sort_by(found, [](const auto& file) { return -static_cast<double>(file.first.second); });
  sort_by(found, [](const auto& file) { return -static_cast<double>(file.first.first); });
  std::vector<std::string> paths;
  for (auto& [rank, path] : found) paths.push_back(std::move(path));
  return paths;
}

/// The first of them; empty: none.
std::string table_of(const TablesByPlace& tables, const std::string& recording, const std::string& kind) {
  const auto paths = files_of(tables, recording, kind);
  return paths.empty() ? "" : paths.front();
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
  Neighbours(Draft& draft, const Folder& folder)
      : draft_(draft), folder_(folder), tables_(by_place(folder)) {}

  void read() {
    for (auto& [participant, visits] : draft_.visits)
      for (auto& [name, visit] : visits) {
        if (visit.file.empty()) continue;
        read_file(visit.file, 0, visit);
        for (std::size_t i = 0; i < visit.parts.size(); ++i)
          read_file(visit.parts[i], static_cast<int>(i) + 1, visit);
      }
    tell();
  }

 private:
  /// What stands beside one of a visit's files. A table that holds for several of them tells their channels once, and its
  /// events to each that is no heart beside an EEG, on the clock of each.
  void read_file(const std::string& file, int place, DraftVisit& visit) {
    if (place == 0) of_visit_.clear();
    const auto is_new = [&](const std::string& path) { return of_visit_.insert(path).second; };
    if (const auto path = table_of(tables_, file, "channels.tsv"); !path.empty() && is_new(path))
      read_channels(path, file, visit);
    if (const auto paths = files_of(tables_, file, "eeg.json"); !paths.empty() && is_new(paths.front()))
      read_sidecars(paths, file, visit);
    if (const auto path = table_of(tables_, file, "events.tsv"); !path.empty())
      if (is_new(path) || !is_beside_eeg(file)) read_events(path, file, place, visit);
  }

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

  void read_channels(const std::string& path, const std::string& file, DraftVisit& visit) {
    const auto channels = table(path, "name");
    if (!channels) return;
    std::size_t kinds = 0, bad = 0;
    const std::size_t known = visit.channels.size();
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
      if (says_anything(choice) && is_first(choice, visit, known, path))
        visit.channels.push_back(std::move(choice));
    }
    kinds_.add(file, kinds);
    bad_.add(file, bad);
  }

  /// Whether no file of the visit before has said something of the channel, `known` entries. One that says otherwise is not
  /// heard, and told.
  bool is_first(const visit::ChannelChoice& choice, const DraftVisit& visit, std::size_t known,
                const std::string& path) {
    const auto end = visit.channels.begin() + static_cast<std::ptrdiff_t>(known);
    const auto before = std::find_if(visit.channels.begin(), end, [&](const visit::ChannelChoice& one) {
      return one.label == choice.label && one.signal == choice.signal;
    });
    if (before == end) return true;
    if (to_json(*before) != to_json(choice) && lost_.insert(path + " parts").second)
      draft_.warn("W_COHORT_PARTS_DIFFER",
                  words::say<"recording.bids_parts_differ">(
                      {{"every", choice.label.empty()}, {"label", words::as_is(choice.label)}}),
                  path);
    return false;
  }

  /// The members of all that hold for the recording; a nearer one's stand in place of those above.
  Json merged_sidecars(const std::vector<std::string>& paths) {
    Json merged = Json::object();
    for (const std::string& path : paths) {
      const auto parsed = parse_json_tree(folder_.tables.at(path));
      if (parsed && parsed->is_object())
        for (const auto& [name, value] : parsed->items())
          if (!merged.contains(name)) merged[name] = value;
      if (!parsed && lost_.insert(path).second)
        draft_.warn("W_COHORT_NEIGHBOUR", parsed.error().message, path);
    }
    return merged;
  }

  /// Reference and filters of all EEG channels, where channels.tsv, whose rows come first, does not say.
  void read_sidecars(const std::vector<std::string>& paths, const std::string& file, DraftVisit& visit) {
    const Sidecar sidecar = read_sidecar(merged_sidecars(paths));
    for (const std::string& name : sidecar.not_read) not_read_.insert(name);
    other_members_.insert(sidecar.other_members.begin(), sidecar.other_members.end());
    if (!sidecar.says_anything()) return;
    compare(sidecar, visit, paths.front());
    visit::ChannelChoice choice;
    choice.signal = visit::every_eeg_channel;
    choice.blank_reference = sidecar.reference;
    if (edf::plausible({sidecar.highpass_hz, sidecar.lowpass_hz, {}})) {
      choice.blank_highpass_hz = sidecar.highpass_hz;
      choice.blank_lowpass_hz = sidecar.lowpass_hz;
    } else if (lost_.insert(paths.front() + " filters").second) {
      draft_.warn(
          "W_COHORT_FILTERS",
          words::say<"recording.bids_sidecar_cutoffs">({{"low", words::at_most(*sidecar.lowpass_hz, 2)},
                                                        {"high", words::at_most(*sidecar.highpass_hz, 2)}}),
          paths.front());
    }
    if (says_anything(choice) && is_first(choice, visit, visit.channels.size(), paths.front()))
      visit.channels.push_back(std::move(choice));
    sidecars_.add(file, 1);
  }

  /// Says what channels.tsv says otherwise, of the first channel where it does.
  void compare(const Sidecar& sidecar, const DraftVisit& visit, const std::string& path) {
    for (const visit::ChannelChoice& table : visit.channels) {
      const std::string here = edf::read_reference(sidecar.reference),
                        there = edf::read_reference(table.blank_reference);
      if (!sidecar.reference.empty() && !table.blank_reference.empty() && here != there)
        differs(path, "reference", words::as_is(there), words::as_is(here));
      if (table.blank_highpass_hz.value_or(0) > 0 &&
          edf::highpass_differs(table.blank_highpass_hz, sidecar.highpass_hz))
        differs(path, "highpass", in_hz(*table.blank_highpass_hz), in_hz(*sidecar.highpass_hz));
      if (edf::lowpass_differs(table.blank_lowpass_hz, sidecar.lowpass_hz))
        differs(path, "lowpass", in_hz(*table.blank_lowpass_hz), in_hz(*sidecar.lowpass_hz));
    }
  }

  static words::Value in_hz(double hz) { return words::say<"recording.hz">({{"hz", words::at_most(hz, 2)}}); }

  void differs(const std::string& path, const char* what, words::Value table, words::Value sidecar) {
    if (!lost_.insert(path + " " + what).second) return;
    draft_.warn(
        "W_COHORT_SIDECAR_DIFFERS",
        words::say<"recording.bids_sidecar_differs">(
            {{"what", words::as_is(what)}, {"table", std::move(table)}, {"sidecar", std::move(sidecar)}}),
        path);
  }

  void read_events(const std::string& path, const std::string& file, int place, DraftVisit& visit) {
    const auto events = table(path, "onset");
    if (!events) return;
    constexpr std::size_t most = 20000;
    std::size_t taken = 0;
    for (const CsvRow& row : events->rows) {
      const auto number = [&](const char* column) { return decimal_number(cell(*events, row, column)); };
      const auto onset_s = number("onset");
      std::string text = cell(*events, row, "trial_type");
      if (text.empty()) text = cell(*events, row, "event_type");
      if (text.empty()) text = cell(*events, row, "value");
      if (!onset_s || text.empty() || visit.events.size() == most) continue;
      const auto duration_s = number("duration");
      visit.events.push_back(
          {*onset_s, duration_s && *duration_s > 0 ? duration_s : std::nullopt, text, place});
      ++taken;
    }
    events_.add(file, taken);
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
    if (sidecars_.channels > 0)
      note("N_COHORT_SIDECAR",
           words::say<"recording.bids_sidecar">({{"recordings", sidecars_.recordings.size()}}));
    if (!not_read_.empty()) {
      words::Value::List names;
      for (const std::string& name : not_read_) names.push_back(words::as_is(name));
      draft_.warn("W_COHORT_SIDECAR",
                  words::say<"recording.bids_sidecar_not_read">({{"names", std::move(names)}}), "eeg.json");
    }
    tell_other_members();
    tell_not_read();
  }

  /// Members of the sidecars of which nothing is made, so that nobody takes them for heard.
  void tell_other_members() {
    constexpr std::size_t most = 40;
    words::Value::List names;
    for (const std::string& name : other_members_)
      if (names.size() < most) names.push_back(words::as_is(name));
    if (!names.empty())
      note("N_COHORT_SIDECAR_MEMBERS",
           words::say<"recording.bids_sidecar_members">(
               {{"names", std::move(names)}, {"more", other_members_.size() > most}}));
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
  const TablesByPlace tables_;
  Told kinds_, bad_, events_, sidecars_;
  std::set<std::string> lost_, not_read_, other_members_, of_visit_;
};

}  // namespace

void read_neighbours(Draft& draft, const Folder& folder) {
  Neighbours(draft, folder).read();
}

}  // namespace attune::cohort
