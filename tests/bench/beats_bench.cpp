// usage: bench_beats [detection|rmssd|rates|rsa|speed]…: how well beats are found and what follows from them,
// on the shared recordings ($ATTUNE_DATA, else ../shared/data). All of it by default; targets in brackets.
//
// A found beat is right within 50 ms of a reference beat, one to one, after the recording's constant delay
// (reference R peaks stand elsewhere on the QRS) is taken out; detection before editing. Heart-rate
// variability is what `attune analyze` gives.
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <ctime>
#include <numeric>

#include "base/json.hpp"
#include "dsp/filter.hpp"
#include "recordings.hpp"
#include "stats/quantile.hpp"

using namespace attune;
using namespace attune::bench;

namespace {

struct Match {
  int found = 0, reference = 0, right = 0;
  double squared_error_ms2 = 0;  ///< about each recording's constant delay
  double f1() const { return 2.0 * right / (found + reference); }
  double jitter_ms() const { return right > 0 ? std::sqrt(squared_error_ms2 / right) : 0; }
};

/// Errors (found − reference − delay) of the beats that match, one to one, nearest in order of time.
std::vector<double> errors_of(const std::vector<double>& found, const std::vector<double>& reference,
                              double delay_s, double tolerance_s) {
  std::vector<double> errors;
  std::size_t i = 0, j = 0;
  while (i < found.size() && j < reference.size()) {
    const double error = found[i] - reference[j] - delay_s;
    if (std::abs(error) <= tolerance_s) {
      errors.push_back(error);
      ++i, ++j;
    } else {
      ++(error < 0 ? i : j);
    }
  }
  return errors;
}

void add_match(Match& match, const ecg::EcgFeatures& features, const std::vector<double>& reference) {
  std::vector<double> found;
  for (const ecg::Beat& beat : features.beats) found.push_back(beat.time_s);
  double delay_s = 0;
  for (const double tolerance_s : {0.15, 0.05})
    delay_s += stats::median(errors_of(found, reference, delay_s, tolerance_s));
  const auto errors = errors_of(found, reference, delay_s, 0.05);
  double mean = 0;
  for (const double error : errors) mean += error / static_cast<double>(errors.size());
  for (const double error : errors) match.squared_error_ms2 += 1e6 * (error - mean) * (error - mean);
  match.found += static_cast<int>(found.size());
  match.reference += static_cast<int>(reference.size());
  match.right += static_cast<int>(errors.size());
}

void print_detection(const char* name, const Match& m, const char* target) {
  std::printf("%-44s F1 %.4f   missed %3d   false %3d   jitter SD %.2f ms   (%s)\n", name, m.f1(),
              m.reference - m.right, m.found - m.right, m.jitter_ms(), target);
}

void detection(const fs::path& data) {
  const auto infant = ecg::settings_for(ecg::Preset::infant);
  struct Kind {
    const char *name, *folder, *suffix, *target;
  };
  for (const Kind& kind : {Kind{"preterm infants, clean", "ecg", "", ">= .9998, <= 1 ms"},
                           Kind{"preterm infants, +6 dB", "ecg-noisy", "_6dB", ">= .996"},
                           Kind{"preterm infants, 0 dB", "ecg-noisy", "_0dB", ">= .965"}}) {
    Match all;
    for (const std::string name : infants) {
      const Ecg ecg = read_ecg(data / kind.folder / (name + kind.suffix + ".edf"));
      add_match(all, detect(ecg, infant), reference_s(data / "ecg" / (name + ".beats.csv"), ecg.seconds()));
    }
    print_detection(kind.name, all, kind.target);
  }
  Match all;
  for (const std::string name : adults) {
    const Ecg ecg = read_ecg(data / "ecg" / (name + ".edf"));
    Match one;
    add_match(one, detect(ecg, ecg::settings_for(ecg::Preset::adult)),
              reference_s(data / "ecg" / (name + ".rpeaks.csv"), ecg.seconds()));
    print_detection(("  " + name).c_str(), one, "");
    all.found += one.found;
    all.reference += one.reference;
    all.right += one.right;
    all.squared_error_ms2 += one.squared_error_ms2;
  }
  print_detection("MIT-BIH, adult preset", all, ">= .993");
}

/// Changes the rate by a whole ratio; passes what both rates can hold.
Ecg at_rate(const Ecg& ecg, double rate_hz) {
  const auto ratio =
      dsp::RateChange{static_cast<int>(rate_hz / std::gcd(int(rate_hz), int(ecg.rate_hz))),
                      static_cast<int>(ecg.rate_hz / std::gcd(int(rate_hz), int(ecg.rate_hz)))};
  if (ratio.up == 1 && ratio.down == 1) return ecg;
  const double slower_hz = std::min(rate_hz, ecg.rate_hz);
  const auto kernel = dsp::bandpass_kernel(ecg.rate_hz * ratio.up, 0, 0.46 * slower_hz, 0.08 * slower_hz, 80);
  return {rate_hz, dsp::filter_resample(ecg.samples, kernel, ratio).value_or(std::vector<double>{})};
}

void rmssd_against(const fs::path& data, const char* title, const char* folder, const char* suffix,
                   double tolerance_percent, const char* target) {
  const Json reference = Json::parse(read_text(data / "ecg/hrv_reference.json"));
  int right = 0, wrong = 0, withheld = 0;
  std::printf("%s\n", title);
  for (const std::string name : infants) {
    const double truth = reference["recordings"][name]["rmssd_ms"];
    const auto metrics = variability(read_ecg(data / folder / (name + suffix + ".edf")));
    std::printf("  %-14s true %6.3f ms", name.c_str(), truth);
    if (metrics.rmssd_ms) {
      const double error_percent = 100 * (*metrics.rmssd_ms / truth - 1);
      ++(std::abs(error_percent) <= tolerance_percent ? right : wrong);
      std::printf("   found %6.3f ms   %+6.2f %%\n", *metrics.rmssd_ms, error_percent);
    } else {
      ++withheld;
      std::printf("   withheld\n");
    }
  }
  std::printf("  within %.0f %%: %d, withheld: %d, wrong: %d   (%s)\n", tolerance_percent, right, withheld,
              wrong, target);
}

void resampled(const fs::path& data) {
  std::printf("RMSSD of resampled copies against the recording's own (within 2 %%, 5 %% at 125 Hz)\n");
  for (const double rate_hz : {125.0, 200.0, 250.0, 500.0}) {
    double worst_percent = 0;
    for (const std::string name : infants) {
      const Ecg ecg = read_ecg(data / "ecg" / (name + ".edf"));
      const auto own = variability(ecg), copy = variability(at_rate(ecg, rate_hz));
      const double percent = own.rmssd_ms && copy.rmssd_ms ? 100 * (*copy.rmssd_ms / *own.rmssd_ms - 1) : 999;
      if (std::abs(percent) > std::abs(worst_percent)) worst_percent = percent;
    }
    std::printf("  %3.0f Hz: worst %+.2f %%\n", rate_hz, worst_percent);
  }
}

void rsa_truth(const fs::path& data) {
  const Json truth = Json::parse(read_text(data / "rr/truth.json"));
  double worst = 0;
  int right = 0, all = 0;
  for (const auto& item : truth["cases"]) {
    const auto beats = hrv::parse_beats(read_text(data / "rr" / item["file"].get<std::string>()));
    if (!beats) continue;
    const auto metrics = hrv::analyze({*beats}, {});
    const double error =
        metrics.rsa_ln_ms2 ? *metrics.rsa_ln_ms2 - item["ln_rsa_truth"].get<double>() : INFINITY;
    ++all;
    if (std::abs(error) <= 0.1) ++right;
    if (std::abs(error) > std::abs(worst)) worst = error;
  }
  std::printf("ln RSA of series with known truth: %d of %d within 0.1, worst %+.3f   (all)\n", right, all,
              worst);
}

/// One hour at 512 Hz: the recording over and over.
void an_hour(const char* name, const fs::path& path) {
  const Ecg copy = at_rate(read_ecg(path), 512);
  Ecg hour{copy.rate_hz, {}};
  while (hour.seconds() < 3600)
    hour.samples.insert(hour.samples.end(), copy.samples.begin(), copy.samples.end());
  hour.samples.resize(static_cast<std::size_t>(3600 * hour.rate_hz));
  const std::clock_t begin = std::clock();
  const auto features = detect(hour, ecg::settings_for(ecg::Preset::infant));
  const double seconds = static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
  std::printf("an hour at 512 Hz, %s: %.2f s of CPU, %zu beats   (<= 0.5 s native)\n", name, seconds,
              features.beats.size());
}

void rmssd(const fs::path& data) {
  rmssd_against(data, "RMSSD, clean", "ecg", "", 2, "within 2 %, all 7");
  rmssd_against(data, "RMSSD, +6 dB", "ecg-noisy", "_6dB", 10, "3 of 7, the others withheld, none wrong");
  rmssd_against(data, "RMSSD, 0 dB", "ecg-noisy", "_0dB", 10, "none wrong");
}

void speed(const fs::path& data) {
  an_hour("clean", data / "ecg/infant1_seg0.edf");
  an_hour("+6 dB", data / "ecg-noisy/infant1_seg0_6dB.edf");
}

struct Section {
  const char* name;
  void (*run)(const fs::path& data);
};
constexpr Section sections[] = {
    {"detection", detection}, {"rmssd", rmssd}, {"rates", resampled}, {"rsa", rsa_truth}, {"speed", speed}};

}  // namespace

int main(int argc, char** argv) {
  const fs::path data = data_folder();
  if (!fs::exists(data / "ecg")) {
    std::fprintf(stderr, "no recordings in %s; set ATTUNE_DATA\n", data.c_str());
    return 1;
  }
  const std::vector<std::string> wanted(argv + 1, argv + argc);
  for (const Section& section : sections) {
    if (wanted.empty() || std::find(wanted.begin(), wanted.end(), section.name) != wanted.end())
      section.run(data);
  }
  return 0;
}
