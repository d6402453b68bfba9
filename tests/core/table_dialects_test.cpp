// Random tables of scores and groups, written in the ways that programs write tables: what is read back are the same
// numbers at the same visits, or a refusal.
#include <algorithm>

#include "base/csv.hpp"
#include "base/random.hpp"
#include "behavior/score_import.hpp"
#include "group/table.hpp"
#include "support.hpp"

using namespace attune;

namespace {

using Lines = std::vector<std::vector<std::string>>;

/// How a table is written.
struct Dialect {
  char separator = ',';
  bool comma = false, quotes = false, crlf = false, mark = false, wide_utf = false;
  bool empty_lines = false, empty_columns = false, hint = false, windows = false;
};

constexpr std::array dialects{Dialect{},
                              Dialect{';', true},
                              Dialect{'\t', false, false, true},
                              Dialect{',', true, true},
                              Dialect{';', true, true, true, true},
                              Dialect{'\t', true, false, true, false, true},
                              Dialect{',', false, true, true, true, false, true, true},
                              Dialect{';', false, false, true, false, false, true, false, true},
                              Dialect{'|', false, false, false, false, false, false, true},
                              Dialect{';', true, true, false, false, false, true, true, false, true}};

std::string cell_text(std::string cell, const Dialect& dialect) {
  if (dialect.comma && decimal_number(cell)) std::replace(cell.begin(), cell.end(), '.', ',');
  const bool must = cell.find(dialect.separator) != std::string::npos;
  return dialect.quotes || must ? "\"" + cell + "\"" : cell;
}

std::string written(const Lines& lines, const Dialect& dialect) {
  const std::string end = dialect.crlf ? "\r\n" : "\n";
  std::string text = dialect.hint ? std::string("sep=") + dialect.separator + end : "";
  for (std::size_t i = 0; i < lines.size(); ++i) {
    std::string line;
    for (const std::string& cell : lines[i])
      line += (line.empty() ? "" : std::string(1, dialect.separator)) + cell_text(cell, dialect);
    if (dialect.empty_columns) line += std::string(2, dialect.separator);
    text += line + end;
    if (dialect.empty_lines && i % 3 == 0) text += std::string(lines[i].size() - 1, dialect.separator) + end;
  }
  if (dialect.windows) {  // é of a name as Windows-1252 has it
    std::string bytes;
    for (std::size_t i = 0; i < text.size(); ++i)
      bytes += text.compare(i, 2, "é") == 0 ? (++i, '\xE9') : text[i];
    text = bytes;
  }
  if (dialect.mark) text = "\xEF\xBB\xBF" + text;
  if (!dialect.wide_utf) return text;
  std::string wide = "\xFF\xFE";
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool accent = text.compare(i, 2, "é") == 0;
    wide += accent ? '\xE9' : text[i];
    wide += '\0';
    i += accent ? 1 : 0;
  }
  return wide;
}

/// Names of three visits in order of time; a table's last line may be its first.
constexpr std::array<std::array<const char*, 3>, 9> visit_names{
    {{"1", "2", "3"},
     {"0", "1", "2"},
     {"3", "6", "12"},
     {"t0", "t1", "t2"},
     {"baseline", "9 weeks", "12 months"},
     {"pre", "post", "follow-up"},
     {"ses-09", "ses-10", "ses-11"},
     {"2025-01-30", "2025-02-01", "2026-01-01"},
     {"baseline_arm_1", "9_weeks_arm_1", "1_year_arm_1"}}};

/// Draws for a table: names, order of lines, numbers.
class Draws {
 public:
  explicit Draws(std::uint64_t seed) : random_(seed) {}
  std::size_t below(std::size_t n) {
    return std::min(static_cast<std::size_t>(random_.uniform() * static_cast<double>(n)), n - 1);
  }
  bool often() { return random_.uniform() < 0.8; }
  void shuffle(Lines& lines) {
    for (std::size_t i = lines.size(); i > 2; --i) std::swap(lines[i - 1], lines[1 + below(i - 1)]);
  }

 private:
  Random random_;
};

const char* missing_word(Draws& draw) {
  return std::array{"", "NA", "#N/A", "n/a", "-99", "UNK"}[draw.below(6)];
}

/// Scores by visit, of EPDS and of an IBQ-R scale; none: missing.
struct Drawn {
  std::vector<std::optional<double>> epds, cuddliness;
};

Drawn draw_scores(Draws& draw) {
  Drawn drawn;
  for (int visit = 0; visit < 3; ++visit) {
    drawn.epds.push_back(visit == 0 || draw.often() ? std::optional<double>(draw.below(31)) : std::nullopt);
    drawn.cuddliness.push_back(draw.often() ? std::optional(1 + static_cast<double>(draw.below(61)) / 10)
                                            : std::nullopt);
  }
  return drawn;
}

std::string shown(const std::optional<double>& value, int decimals, Draws& draw) {
  return value ? decimal_text(*value, decimals) : missing_word(draw);
}

/// The drawn scores as a table: by lines and columns, one score a line, or one line with a column a visit.
Lines score_lines(const Drawn& drawn, Draws& draw) {
  const auto& visits = visit_names[draw.below(visit_names.size())];
  const char* epds = std::array{"epds", "EPDS total", "epds_sum"}[draw.below(3)];
  const char* cuddliness =
      std::array{"ibq_cud_m", "cuddliness_mother", "IBQ-R Cuddliness (mother)"}[draw.below(3)];
  const char* who = std::array{"id", "participant_id", "Subject", "record_id"}[draw.below(4)];
  const char* when = std::array{"visit", "session_id", "Timepoint"}[draw.below(3)];
  Lines lines;
  const std::size_t form = draw.below(3);
  if (form == 0) {
    lines = {{who, when, epds, cuddliness}};
    for (std::size_t i = 0; i < 3; ++i)
      lines.push_back({"Zoé", visits[i], shown(drawn.epds[i], 0, draw), shown(drawn.cuddliness[i], 1, draw)});
  } else if (form == 1) {
    lines = {{who, when, "scale", "score"}};
    for (std::size_t i = 0; i < 3; ++i) {
      lines.push_back({"Zoé", visits[i], epds, shown(drawn.epds[i], 0, draw)});
      lines.push_back({"Zoé", visits[i], cuddliness, shown(drawn.cuddliness[i], 1, draw)});
    }
  } else {
    lines = {{who}, {"Zoé"}};
    for (const std::size_t i : {2u, 0u, 1u}) {
      const std::string suffix = std::array{"_t" + std::to_string(i),
                                            std::string(i == 0   ? "_bl"
                                                        : i == 1 ? "_9wk"
                                                                 : "_12mo"),
                                            "_visit_" + std::to_string(i + 1)}[lines.size() % 3];
      lines[0].push_back("epds" + suffix);
      lines[1].push_back(shown(drawn.epds[i], 0, draw));
      lines[0].push_back("ibq_cud_m" + suffix);
      lines[1].push_back(shown(drawn.cuddliness[i], 1, draw));
    }
  }
  draw.shuffle(lines);
  return lines;
}

bool same(const behavior::ImportedScores& imported, const std::string& scale,
          const std::vector<std::optional<double>>& drawn) {
  for (std::size_t i = 0; i < drawn.size(); ++i) {
    const bool there = i < imported.scores.visits.size();
    const auto found = there ? imported.scores.visits[i].scores.find(scale)
                             : decltype(imported.scores.visits[i].scores.find(scale)){};
    const auto value =
        there && found != imported.scores.visits[i].scores.end() ? found->second : std::nullopt;
    if (value != drawn[i]) return false;
  }
  return imported.scores.visits.size() <= drawn.size();
}

}  // namespace

TEST_CASE("scores written in ten dialects read back as they were, or are refused") {
  int read = 0, refused = 0;
  for (std::uint64_t seed = 1; seed <= 100; ++seed) {
    Draws draw(seed);
    const Drawn drawn = draw_scores(draw);
    const Lines lines = score_lines(drawn, draw);
    for (const Dialect& dialect : dialects) {
      const std::string text = written(lines, dialect);
      const auto imported = behavior::import_scores(text, {});
      if (!imported) {
        ++refused;
        continue;
      }
      ++read;
      CHECK_MESSAGE(
          (same(*imported, "epds", drawn.epds) && same(*imported, "cuddliness_mother", drawn.cuddliness)),
          text);
    }
  }
  MESSAGE(read << " read as they were, " << refused << " refused");
  CHECK(refused * 20 <= read);
}

TEST_CASE("group tables written in ten dialects read back as they were") {
  for (std::uint64_t seed = 1; seed <= 40; ++seed) {
    Draws draw(seed);
    const auto& visits = visit_names[draw.below(visit_names.size())];
    Lines lines{{"Participant_ID", "Group", "session_id", "measure", "value"}};
    std::vector<std::vector<std::optional<double>>> values(12, std::vector<std::optional<double>>(3));
    for (std::size_t i = 0; i < 12; ++i)
      for (std::size_t visit = 0; visit < 3; ++visit) {
        if (draw.often()) values[i][visit] = static_cast<double>(draw.below(80)) / 100 - 0.4;
        lines.push_back({"p" + std::to_string(i), i < 6 ? "thérapie" : "control", visits[visit], "faa",
                         shown(values[i][visit], 2, draw)});
      }
    draw.shuffle(lines);
    for (const Dialect& dialect : dialects) {
      const auto table = group::read_table(written(lines, dialect), {});
      REQUIRE(table.ok());
      CHECK(table->visits == std::vector<std::string>(visits.begin(), visits.end()));
      for (std::size_t i = 0; i < table->participants.size(); ++i)
        for (std::size_t visit = 0; visit < 3; ++visit) {
          const auto& drawn = values[std::stoul(table->participants[i].name.substr(1))][visit];
          const auto& found = table->measures[0].cells[i][visit].value;
          CHECK(found.has_value() == drawn.has_value());
          if (found && drawn) CHECK(*found == doctest::Approx(*drawn).epsilon(1e-12));
        }
    }
  }
}
