#include "cli/cohort_pair.hpp"

#include "cli/dyad_input.hpp"
#include "cli/records.hpp"
#include "words/ids/pairs.hpp"

namespace attune::cli {
namespace {

/// Stretches that the visit leaves out, whoever marked them: annotations, or a table beside the recording.
void leave_out(dyad::HeartInput& heart, const visit::Visit& visit) {
  std::vector<Interval>& out = heart.unusable;
  for (const edf::MarkedStretch& one : visit.file.left_out) out.push_back({one.start_s, one.end_s});
  out = united(std::move(out));
}

Result<dyad::Dyad> dyad_of(const std::string& path, const PairAsked& asked, const visit::Visit& visit,
                           const visit::Settings& settings) {
  dyad::PairWanted wanted;
  wanted.infant.age_months = visit::counted_age(visit);
  if (settings.ecg.preset != ecg::Preset::by_age) wanted.infant.preset = settings.ecg.preset;
  const bool one = asked.mother.empty();
  const DyadFiles files = one ? DyadFiles{path, "", ""} : DyadFiles{"", asked.mother, path};
  std::string where;
  auto pair = read_dyad(files, wanted, where);
  if (!pair) return Error{pair.error().code, pair.error().message, where == path ? "" : "mother"};
  if (pair->infant) leave_out(*pair->infant, visit);
  if (one && pair->mother) leave_out(*pair->mother, visit);
  if (!visit.phases.empty()) {
    pair->phases = visit.phases;
    for (Phase& phase : pair->phases) {
      phase.start_s = pair->clock.shared(phase.start_s);
      phase.end_s = pair->clock.shared(phase.end_s);
    }
  }
  return analyze(*pair, asked.settings);
}

}  // namespace

std::string digest_of_mother(const PairAsked& asked) {
  if (asked.mother.empty()) return "";
  const auto digest = hash_files(asked.mother, {});
  return digest ? *digest : "";
}

cohort::PairRecord measure_pair(const std::string& path, const PairAsked& asked, const visit::Visit& visit,
                                const visit::Settings& settings) {
  const std::string digest = digest_of_mother(asked);
  if (!visit.file.parts.empty())
    return cohort::pair_record(Error{"E_DYAD_FILES", words::say<"pairs.several_files">(), ""}, digest,
                               asked.settings);
  auto dyad = dyad_of(path, asked, visit, settings);
  return dyad ? cohort::pair_record(std::move(*dyad), digest)
              : cohort::pair_record(dyad.error(), digest, asked.settings);
}

bool has_pair(const cohort::Record& record, const PairAsked* asked) {
  return asked == nullptr || record.error ||
         (record.pair && is_current(*record.pair, digest_of_mother(*asked), asked->settings));
}

}  // namespace attune::cli
