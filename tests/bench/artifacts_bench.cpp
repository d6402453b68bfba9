// usage: bench_artifacts [artifacts|rhythm|premature] [PLACES]: what one artifact in an otherwise clean ECG does to the
// numbers, on the shared recordings ($ATTUNE_DATA, else ../shared/data). Targets in brackets.
//
// artifacts: into each of the seven infants' recordings one artifact at a time is put, at PLACES (3) places each.
// Judged against the undamaged recording over the epochs that both use: RMSSD off by more than 10 %, RSA by more
// than 0.25 ln units, one epoch's RSA by more than 1. What is withheld is not wrong, but counted as lost.
// rhythm: the same of five beats lost in white noise, and of five QRS complexes in another rhythm than the heart's in
// their place, in noise. The latter have the beats' own shape: only their rhythm, which begins and ends in one beat, can
// give them away.
// premature: ventricular beats of the MIT-BIH records with three normal beats on either side. Right: that beat is
// the one that editing marks, and the normal ones are as they were found.
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstring>
#include <functional>
#include <optional>
#include <sstream>

#include "base/random.hpp"
#include "recordings.hpp"
#include "stats/quantile.hpp"

using namespace attune;
using namespace attune::bench;

namespace {

constexpr double rmssd_limit_percent = 10, rsa_limit_ln = 0.25, epoch_limit_ln = 1;
constexpr double margin_s = 4;  // of a place to the recording's ends
constexpr double qrs_before_s = 0.045, qrs_after_s = 0.055;

/// One recording with its reference beats.
struct Case {
  const Ecg& clean;
  const std::vector<double>& beats_s;
  double r_height;  ///< of the lead, peak to peak of a QRS
};

std::size_t sample_at(const Ecg& ecg, double time_s) {
  const double last = static_cast<double>(ecg.samples.size() - 1);
  return static_cast<std::size_t>(std::clamp(std::round(time_s * ecg.rate_hz), 0.0, last));
}

/// A straight line over [from, to).
void bridge(Ecg& ecg, std::size_t from, std::size_t to) {
  const double left = ecg.samples[from], right = ecg.samples[to];
  for (std::size_t i = from; i < to; ++i)
    ecg.samples[i] = left + (right - left) * static_cast<double>(i - from) / static_cast<double>(to - from);
}

void blank_qrs(Ecg& ecg, double beat_s) {
  bridge(ecg, sample_at(ecg, beat_s - qrs_before_s), sample_at(ecg, beat_s + qrs_after_s));
}

/// The QRS, as it stands over the line that replaces it, goes elsewhere.
void displace(Ecg& ecg, double beat_s, double by_s) {
  const std::size_t from = sample_at(ecg, beat_s - qrs_before_s), to = sample_at(ecg, beat_s + qrs_after_s);
  std::vector<double> qrs(ecg.samples.begin() + static_cast<std::ptrdiff_t>(from),
                          ecg.samples.begin() + static_cast<std::ptrdiff_t>(to));
  bridge(ecg, from, to);
  for (std::size_t i = 0; i < qrs.size(); ++i) qrs[i] -= ecg.samples[from + i];
  const auto shift = static_cast<std::ptrdiff_t>(std::lround(by_s * ecg.rate_hz));
  for (std::size_t i = 0; i < qrs.size(); ++i)
    ecg.samples[static_cast<std::size_t>(static_cast<std::ptrdiff_t>(from + i) + shift)] += qrs[i];
}

void hold(Ecg& ecg, double from_s, double seconds) {
  const std::size_t from = sample_at(ecg, from_s), to = sample_at(ecg, from_s + seconds);
  for (std::size_t i = from; i < to; ++i) ecg.samples[i] = ecg.samples[from];
}

/// A narrow peak of `width_s` at half height.
void spike(Ecg& ecg, double at_s, double height, double width_s) {
  const double sigma = width_s / 2.355;
  for (std::size_t i = sample_at(ecg, at_s - 5 * sigma); i < sample_at(ecg, at_s + 5 * sigma); ++i) {
    const double x = (static_cast<double>(i) / ecg.rate_hz - at_s) / sigma;
    ecg.samples[i] += height * std::exp(-0.5 * x * x);
  }
}

/// An electrode moves: the baseline jumps and comes back with a time constant (infinite: stays).
void jump(Ecg& ecg, double at_s, double height, double constant_s) {
  for (std::size_t i = sample_at(ecg, at_s); i < ecg.samples.size(); ++i)
    ecg.samples[i] += height * std::exp(-(static_cast<double>(i) / ecg.rate_hz - at_s) / constant_s);
}

/// Puts one artifact in at beat `at`; `random` for what is left to chance.
using Damage = std::function<void(Ecg&, const Case&, std::size_t at, Random& random)>;

struct Kind {
  std::string name;
  std::vector<Damage> variants;
};

Damage displaced(double by_s) {
  return [by_s](Ecg& ecg, const Case& c, std::size_t at, Random&) { displace(ecg, c.beats_s[at], by_s); };
}

Damage lost(std::size_t beats, bool with_spike) {
  return [=](Ecg& ecg, const Case& c, std::size_t at, Random& random) {
    for (std::size_t i = 0; i < beats; ++i) blank_qrs(ecg, c.beats_s[at + i]);
    const double where_s = random.uniform(c.beats_s[at - 1] + 0.2, c.beats_s[at + beats] - 0.2);
    const double height = random.uniform(0.7, 1.6) * (random.uniform() < 0.5 ? -1 : 1);
    if (with_spike) spike(ecg, where_s, height * c.r_height, 0.02);
  };
}

Damage held(double seconds) {
  return [=](Ecg& ecg, const Case& c, std::size_t at, Random& random) {
    hold(ecg, c.beats_s[at] + random.uniform(0.0, 0.4), seconds);
  };
}

Damage pop(double constant_s) {
  return [=](Ecg& ecg, const Case& c, std::size_t at, Random& random) {
    const double sign = random.uniform() < 0.5 ? -1 : 1;
    jump(ecg, c.beats_s[at] + random.uniform(0.0, 0.4), sign * random.uniform(1.5, 6) * c.r_height,
         constant_s);
  };
}

Damage impulse(double width_s) {
  return [=](Ecg& ecg, const Case& c, std::size_t at, Random& random) {
    const double sign = random.uniform() < 0.5 ? -1 : 1;
    spike(ecg, c.beats_s[at] + random.uniform(0.05, 0.35), sign * random.uniform(0.7, 4) * c.r_height,
          width_s);
  };
}

/// Five QRS complexes of the recording's own shape, their intervals `ratio` of the heart's, in place of its beats, and
/// noise of a fifth of their height over them.
Damage other_rhythm(double ratio) {
  return [=](Ecg& ecg, const Case& c, std::size_t at, Random& random) {
    constexpr int false_beats = 5;
    const double interval_s = ratio * (c.beats_s[at] - c.beats_s[at - 1]);
    const double first_s = c.beats_s[at], last_s = first_s + (false_beats - 1) * interval_s;
    const std::size_t from = sample_at(ecg, first_s - qrs_before_s),
                      to = sample_at(ecg, first_s + qrs_after_s);
    std::vector<double> qrs(ecg.samples.begin() + static_cast<std::ptrdiff_t>(from),
                            ecg.samples.begin() + static_cast<std::ptrdiff_t>(to));
    for (std::size_t i = at; c.beats_s[i] < last_s + qrs_before_s; ++i) blank_qrs(ecg, c.beats_s[i]);
    for (std::size_t i = 0; i < qrs.size(); ++i) qrs[i] -= ecg.samples[from + i];
    for (int k = 0; k < false_beats; ++k) {
      const double height = random.uniform(0.7, 1.2);
      const std::size_t start = sample_at(ecg, first_s + k * interval_s - qrs_before_s);
      for (std::size_t i = 0; i < qrs.size(); ++i) ecg.samples[start + i] += height * qrs[i];
    }
    for (std::size_t i = sample_at(ecg, first_s - 0.2); i < sample_at(ecg, last_s + 0.2); ++i)
      ecg.samples[i] += 0.2 * c.r_height * random.normal();
  };
}

Damage lost_in_noise(double share) {
  return [=](Ecg& ecg, const Case& c, std::size_t at, Random& random) {
    for (std::size_t i = at; i < at + 5; ++i) blank_qrs(ecg, c.beats_s[i]);
    for (std::size_t i = sample_at(ecg, c.beats_s[at] - 0.2); i < sample_at(ecg, c.beats_s[at + 4] + 0.2);
         ++i)
      ecg.samples[i] += share * c.r_height * random.normal();
  };
}

std::vector<Kind> rhythm_kinds() {
  std::vector<Kind> all;
  for (const int percent : {10, 20, 40, 80})
    all.push_back({"lost, noise of " + std::to_string(percent) + " %", {lost_in_noise(percent / 100.0)}});
  for (const int percent : {55, 65, 75, 85, 115, 130, 150})
    all.push_back({"intervals of " + std::to_string(percent) + " %", {other_rhythm(percent / 100.0)}});
  return all;
}

std::vector<Kind> artifact_kinds() {
  std::vector<Kind> all;
  for (const int ms : {30, 50, 80, 120})
    all.push_back(
        {"displaced by " + std::to_string(ms) + " ms", {displaced(ms / 1e3), displaced(-ms / 1e3)}});
  for (const std::size_t n : {1u, 2u, 3u, 4u, 5u})
    all.push_back({std::to_string(n) + " lost", {lost(n, false)}});
  for (const std::size_t n : {1u, 2u, 3u, 4u, 5u})
    all.push_back({std::to_string(n) + " lost + spike", {lost(n, true)}});
  all.push_back({"held 0.8 s", {held(0.8)}});
  all.push_back({"held 1.5 s", {held(1.5)}});
  all.push_back({"held 2.5 s", {held(2.5)}});
  all.push_back({"pop, step", {pop(1e9)}});
  all.push_back({"pop, back in 0.1 s", {pop(0.1)}});
  all.push_back({"pop, back in 0.6 s", {pop(0.6)}});
  all.push_back({"impulse of 8 ms", {impulse(0.008)}});
  all.push_back({"impulse of 25 ms", {impulse(0.025)}});
  return all;
}

struct Errors {
  double rmssd_percent = 0, rsa_ln = 0, epoch_ln = 0;
  int lost = 0, good = 0;  ///< epochs that the undamaged recording uses, and of them those now withheld
  bool no_rmssd = false, no_rsa = false;

  bool rmssd_wrong() const { return std::abs(rmssd_percent) > rmssd_limit_percent; }
  bool rsa_wrong() const { return std::abs(rsa_ln) > rsa_limit_ln; }
  bool epoch_wrong() const { return std::abs(epoch_ln) > epoch_limit_ln; }
  bool wrong() const { return rmssd_wrong() || rsa_wrong() || epoch_wrong(); }
};

/// Of the damaged recording against the undamaged one, over the epochs that both use.
Errors errors_of(const hrv::Metrics& damaged, const hrv::Metrics& clean) {
  Errors e;
  double squares = 0, true_squares = 0, rsa = 0, true_rsa = 0;
  int both = 0;
  for (std::size_t i = 0; i < clean.epochs.size(); ++i) {
    const hrv::Epoch& truth = clean.epochs[i];
    if (!truth.used || !truth.rmssd_ms || !truth.rsa_ln_ms2) continue;
    ++e.good;
    const hrv::Epoch* found = i < damaged.epochs.size() ? &damaged.epochs[i] : nullptr;
    if (found == nullptr || !found->used || !found->rmssd_ms || !found->rsa_ln_ms2) {
      ++e.lost;
      continue;
    }
    ++both;
    squares += *found->rmssd_ms * *found->rmssd_ms;
    true_squares += *truth.rmssd_ms * *truth.rmssd_ms;
    rsa += *found->rsa_ln_ms2;
    true_rsa += *truth.rsa_ln_ms2;
    const double off = *found->rsa_ln_ms2 - *truth.rsa_ln_ms2;
    if (std::abs(off) > std::abs(e.epoch_ln)) e.epoch_ln = off;
  }
  e.no_rmssd = !damaged.rmssd_ms.has_value();
  e.no_rsa = !damaged.rsa_ln_ms2.has_value();
  if (both == 0) return e;
  if (!e.no_rmssd) {
    e.rmssd_percent = 100 * (std::sqrt(squares / true_squares) - 1);
    // The number over the whole recording may rest on more than the used epochs.
    const double whole = 100 * (*damaged.rmssd_ms / *clean.rmssd_ms - 1);
    if (e.lost == 0 && std::abs(whole) > std::abs(e.rmssd_percent)) e.rmssd_percent = whole;
  }
  if (!e.no_rsa) e.rsa_ln = (rsa - true_rsa) / both;
  return e;
}

struct Tally {
  int cases = 0, wrong = 0, rmssd = 0, rsa = 0, epoch = 0, lost = 0, good = 0, withheld = 0;
  double worst_rmssd = 0, worst_rsa = 0, worst_epoch = 0;

  void add(const Errors& e) {
    ++cases;
    wrong += e.wrong();
    rmssd += e.rmssd_wrong();
    rsa += e.rsa_wrong();
    epoch += e.epoch_wrong();
    lost += e.lost;
    good += e.good;
    withheld += e.no_rmssd || e.no_rsa;
    worst_rmssd = std::max(worst_rmssd, std::abs(e.rmssd_percent));
    worst_rsa = std::max(worst_rsa, std::abs(e.rsa_ln));
    worst_epoch = std::max(worst_epoch, std::abs(e.epoch_ln));
  }
  void add(const Tally& t) {
    cases += t.cases, wrong += t.wrong, rmssd += t.rmssd, rsa += t.rsa, epoch += t.epoch;
    lost += t.lost, good += t.good, withheld += t.withheld;
    worst_rmssd = std::max(worst_rmssd, t.worst_rmssd);
    worst_rsa = std::max(worst_rsa, t.worst_rsa);
    worst_epoch = std::max(worst_epoch, t.worst_epoch);
  }
};

void print(const std::string& name, const Tally& t) {
  std::printf("%-22s %5d %6d   %4d %6.1f %%   %4d %6.2f   %4d %6.2f   %5.1f %%  %4d\n", name.c_str(), t.cases,
              t.wrong, t.rmssd, t.worst_rmssd, t.rsa, t.worst_rsa, t.epoch, t.worst_epoch,
              t.good > 0 ? 100.0 * t.lost / t.good : 0, t.withheld);
}

double qrs_height(const Ecg& ecg, const std::vector<double>& beats_s) {
  std::vector<double> heights;
  for (const double beat_s : beats_s) {
    const auto first =
        ecg.samples.begin() + static_cast<std::ptrdiff_t>(sample_at(ecg, beat_s - qrs_before_s));
    const auto last = ecg.samples.begin() + static_cast<std::ptrdiff_t>(sample_at(ecg, beat_s + qrs_after_s));
    if (first == last) continue;
    const auto [low, high] = std::minmax_element(first, last);
    heights.push_back(*high - *low);
  }
  return stats::median(heights);
}

/// Beats of the recording where artifacts are put in: spread over it, the same for every kind.
std::vector<std::size_t> places_in(const std::vector<double>& beats_s, double seconds, int count,
                                   std::uint64_t seed) {
  std::vector<std::size_t> places;
  Random random(seed);
  for (int k = 0; k < count; ++k) {
    const double width_s = (seconds - 2 * margin_s) / count;
    const double at_s = margin_s + (k + random.uniform()) * width_s;
    const auto at =
        static_cast<std::size_t>(std::lower_bound(beats_s.begin(), beats_s.end(), at_s) - beats_s.begin());
    places.push_back(std::clamp<std::size_t>(at, 2, beats_s.size() - 9));
  }
  return places;
}

void table(const fs::path& data, int places, const std::vector<Kind>& all_kinds) {
  std::vector<Tally> tallies(all_kinds.size());
  for (std::size_t r = 0; r < std::size(infants); ++r) {
    const Ecg clean = read_ecg(data / "ecg" / (std::string(infants[r]) + ".edf"));
    const auto beats_s =
        reference_s(data / "ecg" / (std::string(infants[r]) + ".beats.csv"), clean.seconds());
    const Case recording{clean, beats_s, qrs_height(clean, beats_s)};
    const hrv::Metrics undamaged = variability(clean);
    const auto chosen = places_in(beats_s, clean.seconds(), places, 100 + r);
    for (std::size_t k = 0; k < all_kinds.size(); ++k) {
      for (std::size_t p = 0; p < chosen.size(); ++p) {
        for (std::size_t v = 0; v < all_kinds[k].variants.size(); ++v) {
          Random random(1000 * r + 50 * k + 7 * p + v);
          Ecg damaged = clean;
          all_kinds[k].variants[v](damaged, recording, chosen[p], random);
          const Errors e = errors_of(variability(damaged), undamaged);
          tallies[k].add(e);
          if (e.wrong() && std::getenv("ATTUNE_BENCH_CASES") != nullptr)
            std::printf("  %s, %s, beat %zu at %.2f s, variant %zu: RMSSD %+.1f %%, RSA %+.2f, epoch %+.2f\n",
                        all_kinds[k].name.c_str(), infants[r], chosen[p], beats_s[chosen[p]], v,
                        e.rmssd_percent, e.rsa_ln, e.epoch_ln);
        }
      }
    }
  }
  std::printf("cases wrong, and by measure how many with the worst\n");
  std::printf("%-22s cases  wrong   RMSSD > 10 %%    RSA > .25     epoch > 1     epochs lost, none given\n",
              "");
  Tally all;
  for (std::size_t k = 0; k < all_kinds.size(); ++k) {
    print(all_kinds[k].name, tallies[k]);
    all.add(tallies[k]);
  }
  print("all", all);
  std::printf("%.1f %% of the cases wrong, %.1f %% of good epochs withheld\n", 100.0 * all.wrong / all.cases,
              100.0 * all.lost / all.good);
}

void artifacts(const fs::path& data, int places) {
  std::printf("one artifact in a clean infant ECG\n");
  table(data, places, artifact_kinds());
  std::printf("(<= 3 %% wrong, no kind above 2, < 10 %% withheld)\n");
}

void rhythm(const fs::path& data, int places) {
  std::printf("five beats lost in noise, or in another rhythm\n");
  table(data, places, rhythm_kinds());
}

struct ReferenceBeat {
  double time_s = 0;
  char type = 'N';
};

std::vector<ReferenceBeat> typed_beats(const fs::path& path) {
  std::vector<ReferenceBeat> beats;
  std::istringstream text(read_text(path));
  std::string line;
  std::getline(text, line);
  while (std::getline(text, line)) {
    const std::size_t time = line.find(',') + 1, type = line.rfind(',') + 1;
    beats.push_back({std::stod(line.substr(time)), line[type]});
  }
  return beats;
}

const ecg::Beat* nearest(const std::vector<ecg::Beat>& beats, double time_s, double within_s) {
  const ecg::Beat* best = nullptr;
  for (const ecg::Beat& beat : beats) {
    const double off_s = std::abs(beat.found_s.value_or(beat.time_s) - time_s);
    if (off_s > within_s) continue;
    if (best == nullptr || off_s < std::abs(best->found_s.value_or(best->time_s) - time_s)) best = &beat;
  }
  return best;
}

struct Premature {
  int all = 0, right = 0, wrong = 0, unedited = 0, not_found = 0;
  int spoilt_normal = 0;  ///< of normal beats far from any other kind
  int normal = 0;
};

void premature(const fs::path& data, int) {
  std::printf("premature ventricular beats between three normal ones on either side, adult preset\n");
  Premature sum;
  for (const std::string name : adults) {
    const Ecg ecg = read_ecg(data / "ecg" / (name + ".edf"));
    const auto reference = typed_beats(data / "ecg" / (name + ".rpeaks.csv"));
    const auto settings = ecg::settings_for(ecg::Preset::adult);
    const auto features = detect(ecg, settings);
    const auto edited = ecg::edit_beats(features, {}, settings);
    Premature p;
    constexpr double within_s = 0.1;
    for (std::size_t i = 3; i + 3 < reference.size() && reference[i + 3].time_s < ecg.seconds() - 1; ++i) {
      const auto normal = [&](std::size_t j) { return reference[j].type == 'N'; };
      bool surrounded = true;
      for (std::size_t k = 1; k <= 3; ++k) surrounded = surrounded && normal(i - k) && normal(i + k);
      if (!surrounded) continue;
      const ecg::Beat* beat = nearest(edited, reference[i].time_s, within_s);
      if (normal(i)) {
        ++p.normal;
        p.spoilt_normal += beat != nullptr && beat->kind != ecg::BeatKind::detected;
      }
      if (reference[i].type != 'V') continue;
      ++p.all;
      bool untouched = true;
      for (const std::size_t j : {i - 2, i - 1, i + 1, i + 2}) {
        const ecg::Beat* neighbour = nearest(edited, reference[j].time_s, within_s);
        untouched = untouched && (neighbour == nullptr || neighbour->kind == ecg::BeatKind::detected);
      }
      if (beat == nullptr) {
        ++p.not_found;
      } else if (!untouched) {
        ++p.wrong;
      } else {
        ++(beat->kind != ecg::BeatKind::detected ? p.right : p.unedited);
      }
    }
    std::printf(
        "  %-7s %4d: right %4d, a neighbour edited %3d, unedited %3d, not found %3d;  normal beats edited "
        "%3d of %d\n",
        name.c_str(), p.all, p.right, p.wrong, p.unedited, p.not_found, p.spoilt_normal, p.normal);
    sum.all += p.all, sum.right += p.right, sum.wrong += p.wrong, sum.unedited += p.unedited;
    sum.not_found += p.not_found;
  }
  std::printf("  right %.1f %% of %d (>= 95 %%), a neighbour edited %d (0)\n", 100.0 * sum.right / sum.all,
              sum.all, sum.wrong);
}

struct Section {
  const char* name;
  void (*run)(const fs::path& data, int places);
};
constexpr Section sections[] = {{"artifacts", artifacts}, {"rhythm", rhythm}, {"premature", premature}};

}  // namespace

int main(int argc, char** argv) {
  const fs::path data = data_folder();
  if (!fs::exists(data / "ecg")) {
    std::fprintf(stderr, "no recordings in %s; set ATTUNE_DATA\n", data.c_str());
    return 1;
  }
  int places = 3;
  std::string wanted;
  for (int i = 1; i < argc; ++i) {
    if (const int number = std::atoi(argv[i]); number > 0) {
      places = number;
    } else {
      wanted = argv[i];
    }
  }
  for (const Section& section : sections) {
    if (wanted.empty() || wanted == section.name) section.run(data, places);
  }
  return 0;
}
