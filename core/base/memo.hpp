// What was computed before, found again by what it was computed from: equal inputs, the same result. So nothing needs to
// be told that something changed.
#pragma once

#include <map>
#include <utility>

namespace attune {

/// For a computation that goes through its parts round after round. Of each place, as the start of a stretch, one result is
/// kept; what a round did not ask for is forgotten when the next one begins.
template <class Place, class Inputs, class Result>
class Memo {
 public:
  /// For one round alone: of all places only the one asked for last is kept.
  void keep_only_last() { only_last_ = true; }

  void begin_round() {
    std::erase_if(kept_, [](const auto& one) { return !one.second.asked; });
    for (auto& [place, one] : kept_) one.asked = false;
  }

  /// What `make()` gave for equal inputs, else what it gives; valid until this place is asked for again, or any place where
  /// only the last is kept.
  template <class Make>
  Result& of(const Place& place, Inputs inputs, Make make) {
    const auto found = kept_.find(place);
    if (found != kept_.end() && found->second.inputs == inputs) {
      found->second.asked = true;
      return found->second.result;
    }
    if (only_last_) kept_.clear();
    Kept made{std::move(inputs), make(), true};
    return kept_.insert_or_assign(place, std::move(made)).first->second.result;
  }

 private:
  struct Kept {
    Inputs inputs;
    Result result;
    bool asked;
  };
  std::map<Place, Kept> kept_;
  bool only_last_ = false;
};

}  // namespace attune
