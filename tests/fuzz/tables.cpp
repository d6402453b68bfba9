// Tables of coded behaviour and of scores, as coding programs, REDCap and spreadsheets export them.
#include <cmath>

#include "behavior/coding_reader.hpp"
#include "behavior/score_import.hpp"
#include "fuzz.hpp"

using namespace attune;
using fuzz::require;

namespace {

void check_shares(const behavior::Coding& coding) {
  std::vector<std::string> states;
  for (const behavior::Code& code : coding.states) states.push_back(code.state);
  const std::vector<Phase> whole{
      {"whole", PhaseKind::other, coding.states.front().start_s, coding.states.back().end_s}};
  const auto phases = coding.phases.empty() ? whole : coding.phases;
  for (const auto& phase : behavior::summarize_phases(coding.states, phases, states)) {
    double sum = 0;
    for (const auto& share : phase.states) sum += share.proportion;
    require(phase.states.empty() || std::abs(sum - 1) < 1e-6, "shares of scorable time make one");
    require(phase.scorable_s >= 0 && phase.unscorable_s >= 0 && phase.uncoded_s >= 0,
            "no time is below zero");
  }
  const double span_s = phases.back().end_s - phases.front().start_s;
  if (span_s > 10000) return;  // as many bins as seconds
  const auto agreement = behavior::coder_agreement(coding.states, coding.states, phases);
  require(!agreement.percent || *agreement.percent == 100, "a coder agrees with herself");
}

void check_coding(const std::string& text) {
  const auto contents = behavior::coding_contents(text, {}, {}, {});
  const auto coding = behavior::read_coding(text, {}, {}, {});
  if (!coding) {
    require(!coding.error().message.empty() && coding.error().code.starts_with("E_"), "a refusal says why");
    return;
  }
  require(contents.ok(), "what can be read can be listed");
  double before_s = -1e300;
  for (const behavior::Code& code : coding->states) {
    require(code.start_s >= before_s && code.end_s > code.start_s, "states follow each other");
    before_s = code.end_s;
  }
  for (const Phase& phase : coding->phases) require(phase.end_s > phase.start_s, "phases have a length");
  check_shares(*coding);
}

void check_scores(const std::string& text) {
  behavior::ScoreImport choices;
  const auto contents = behavior::score_table_contents(text, choices);
  if (contents && contents->records.size() > 1) choices.record = contents->records.front();
  const auto imported = behavior::import_scores(text, choices);
  if (!imported) return;
  require(contents.ok(), "what can be imported can be listed");
  for (const auto& visit : imported->scores.visits)
    for (const auto& [id, value] : visit.scores) {
      const behavior::Scale* scale = behavior::scale_named(behavior::known_scales(), id);
      require(scale && (!value || (*value >= scale->lowest && *value <= scale->highest)),
              "scores are in range");
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text(reinterpret_cast<const char*>(data), size);
  check_coding(text);
  check_scores(text);
  behavior::ScoreImport with_key;
  with_key.item_key = text;
  (void)behavior::score_table_contents("visit,a,b\n1,2,3\n", with_key);
  return 0;
}
