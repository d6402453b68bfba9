// The numbers of one measure at one visit, group against group: difference, change, equivalence, pairs; of those seen and by the
// model, which stands for all.
#pragma once

#include <optional>

#include "group/model.hpp"
#include "group/report.hpp"
#include "group/table.hpp"

namespace attune::group {

/// Treated minus comparison at a visit (Welch 1947).
Tested difference_at(const Table& table, const MeasureTable& measure, std::size_t visit,
                     const Settings& settings);

/// The same by the model; its reason where the model says nothing.
Tested difference_by(const ModelResult& model, std::size_t visit, const Tested& seen);

/// Change of the treated minus change of the comparison infants from the first visit, by the model, in the measure's unit
/// and in pooled SDs of the first visit.
struct ModelledChange {
  Estimate interaction, d_ppc2;
  std::optional<double> p;
};
ModelledChange modelled_change(const Table& table, const MeasureTable& measure, std::size_t visit,
                               const ModelResult& model, const Settings& settings);

/// Everything of a later visit but the words.
LaterVisit compare_with_first(const Table& table, const MeasureTable& measure, std::size_t visit,
                              const ModelResult& model, const Settings& settings);

}  // namespace attune::group
