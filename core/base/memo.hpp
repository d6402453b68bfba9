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
  void begin_round() {
    std::erase_if(kept_, [](const auto& one) { return !one.second.asked; });
    for (auto& [place, one] : kept_) one.asked = false;
  }

  /// What `make()` gave for equal inputs, else what it gives; valid until this place is asked for again.
  template <class Make>
  Result& of(const Place& place, Inputs inputs, Make make) {
    const auto found = kept_.find(place);
    if (found != kept_.end() && found->second.inputs == inputs) {
      found->second.asked = true;
      return found->second.result;
    }
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
};

}  // namespace attune
