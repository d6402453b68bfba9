#include "cohort/example.hpp"

#include <array>
#include <string_view>

#include "base/measure_table.hpp"
#include "synth/study.hpp"

namespace attune::cohort {
namespace {

/// A column of the rows that is a measure.
struct Column {
  std::string_view measure;
  std::size_t place;
  double unit;  ///< what 1 in the column stands for
};
constexpr std::array example_columns{
    Column{measures::rsa, 3, 0.001}, Column{measures::rmssd, 4, 0.01}, Column{measures::heart_rate, 5, 0.01},
    Column{known_measure("faa_f4_f3"), 6, 0.001}, Column{known_measure("faa_relative_f4_f3"), 7, 0.001}};

Plan plan_of(const synth::Study& study) {
  Folder folder;
  for (const auto& [path, text] : synth::study_tables(study)) folder.tables[path] = text;
  for (const synth::StudyInfant& infant : study.infants)
    for (const synth::StudyVisit& visit : infant.visits)
      folder.paths.push_back(synth::study_path(infant, visit));
  auto plan = find_cohort(folder, {});
  return plan ? std::move(*plan) : Plan{};
}

}  // namespace

Example example_study() {
  const visit::Settings settings;
  const Measured nothing = measured_of(visit::Visit{}, settings);  // for titles and units
  Example example;
  example.plan = plan_of(synth::make_study());
  for (const ExampleRow& row : example_rows()) {
    Measured& measured = example.measured.emplace_back();
    measured.simulated = true;
    measured.sha256 = "example " + std::to_string(example.measured.size());
    measured.quality.eeg_clean_s = row[0] / 10.0;
    measured.quality.heart_epochs_used = row[1];
    measured.quality.edited_beats_percent = row[2] / 100.0;
    for (const MeasuredValue& shape : nothing.values)
      for (const Column& column : example_columns) {
        if (shape.measure != column.measure) continue;
        MeasuredValue value = shape;
        value.value = row[column.place] * column.unit;
        value.reason = {};
        measured.values.push_back(std::move(value));
      }
  }
  return example;
}

}  // namespace attune::cohort
