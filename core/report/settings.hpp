// All settings in one value: the report repeats it whole, so that its numbers can be made again.
#pragma once

#include "ecg/settings.hpp"
#include "edf/phases.hpp"
#include "eeg/settings.hpp"
#include "hrv/settings.hpp"

namespace attune::report {

struct Settings {
  edf::PhaseSettings phases;
  ecg::Settings ecg;
  hrv::Settings hrv;
  eeg::Settings eeg;

  static constexpr const char* type_name = "Settings";
  static constexpr auto fields() {
    return std::make_tuple(
        field("phases", &Settings::phases, "Recognition of the protocol's parts from annotations."),
        field("ecg", &Settings::ecg, "Beats."), field("hrv", &Settings::hrv, "Heart-rate variability."),
        field("eeg", &Settings::eeg, "EEG."));
  }
};

}  // namespace attune::report
