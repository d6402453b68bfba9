// Signs and letters in place of the words start and end: "SF+" … "SF-", "<play>" … "</play>", "SF in" … "SF out".
#pragma once

#include <span>
#include <vector>

#include "edf/phases.hpp"
#include "edf/recording.hpp"

namespace attune::edf {

/// The annotations, a sign that begins or ends written as a word. A sign counts only where its other stands in the
/// recording too, with the same text: "pleurs +" alone says how strong, not that it begins.
std::vector<Annotation> with_edges_in_words(std::span<const Annotation> annotations,
                                            const PhaseSettings& settings);

}  // namespace attune::edf
