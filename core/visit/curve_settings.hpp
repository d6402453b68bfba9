// What the specification curve varies (report/specification_curve.hpp). The report's own choice is always one of them.
#pragma once

#include <vector>

#include "base/describe.hpp"
#include "eeg/settings.hpp"

namespace attune::visit {

/// A band of respiratory sinus arrhythmia.
struct RsaBand {
  double low_hz = 0;
  double high_hz = 0;

  bool operator==(const RsaBand&) const = default;

  static constexpr const char* type_name = "RsaBand";
  static constexpr auto fields() {
    return std::array{field<&RsaBand::low_hz>("low_hz", between(0.01, 5)),
                      field<&RsaBand::high_hz>("high_hz", between(0.05, 10))};
  }
  static constexpr auto orders() { return std::array{less("low_hz", "high_hz")}; }
};

struct CurveSettings {
  std::vector<eeg::Band> alpha_bands{{6, 9}, {5, 8}, {6, 10}};
  std::vector<eeg::Reference> references{eeg::Reference::as_recorded, eeg::Reference::average,
                                         eeg::Reference::cz, eeg::Reference::linked};
  std::vector<double> amplitude_limits_uv{150, 100};
  std::vector<eeg::Pair> frontal_pairs{{"F3", "F4"}, {"F7", "F8"}};
  int bootstrap_samples = 200;
  std::vector<RsaBand> rsa_bands{{0.24, 1.04}, {0.3, 1.3}};
  std::vector<double> epochs_s{30, 20, 60};

  static constexpr const char* type_name = "CurveSettings";
  static constexpr auto fields() {
    using C = CurveSettings;
    return std::array{
        field<&C::alpha_bands>("alpha_bands", up_to(6), from("alpha_bands_marshall_2002")),
        field<&C::references>("references", up_to(4), from("common_practice")),
        field<&C::amplitude_limits_uv>("amplitude_limits_uv", up_to(4, between(1, 10000)),
                                       from("common_practice_infant_150_strict_100")),
        field<&C::frontal_pairs>("frontal_pairs", up_to(4), from("brooker_2017")),
        field<&C::bootstrap_samples>("bootstrap_samples", between(100, 10000),
                                     from("error_known_to_5_percent")),
        field<&C::rsa_bands>("rsa_bands", up_to(4), from("rsa_bands_bar_haim_2000_and_porges")),
        field<&C::epochs_s>("epochs_s", up_to(4, between(5, 600)), from("common_practice_30_s_others_own"))};
  }
};

}  // namespace attune::visit
